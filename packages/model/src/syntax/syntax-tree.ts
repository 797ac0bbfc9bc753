import type { Span } from "../source/span.ts";
import type { NumberedNames } from "./numbered-names.ts";

/**
 * What a reader makes of a file, before any name is known: the one tree that both dialects make.
 * Names are as written (quotes and escapes undone, case and inner spaces kept); `resolve` compares them by `nameKey`.
 */
export interface SyntaxTree {
  /** Only which spelling of the built-in functions to look up; a difference in meaning is a field of its own below. */
  readonly dialect: Dialect;
  readonly name: string;
  readonly dimensions: readonly DimensionSyntax[];
  readonly variables: readonly VariableSyntax[];
  readonly macros: readonly MacroSyntax[];
  /** XMILE modules: models inside this one; empty for Vensim. */
  readonly modules: readonly ModuleSyntax[];
  readonly simulation: SimulationSyntax;
  readonly groups: readonly GroupSyntax[];
  /** XMILE unit aliases and Vensim unit equivalences: each set names one unit. */
  readonly unitSynonyms: readonly (readonly string[])[];
  /** Vensim's tags of files, such as `?data`, and the files that they stand for; XMILE has none. */
  readonly fileTags?: ReadonlyMap<string, string>;
  /** XMILE units that are defined by an equation over others, such as `Joule` = `kg*m^2/s^2`; none in Vensim. */
  readonly unitDefinitions?: readonly { readonly name: string; readonly equation: UnitsSyntax }[];
  /** Reality checks and test inputs, kept as text for the test battery. */
  readonly realityChecks: readonly RealityCheckSyntax[];
  /** XMILE: files beside the model whose values take the place of its own. */
  readonly imports?: readonly ImportSyntax[];
  /** XMILE: what an index that no element has gives; 0 unless the file's options say that it is no number (1.0, 2.2.1 and 3.7.1). */
  readonly invalidIndexValue?: number;
  /** What the XMILE file holds of vendors' own, so that it can be written again. */
  readonly vendors?: readonly PlacedVendorSyntax[];
  /** The drawing, as the file holds it; read by `diagram`. */
  readonly drawing: DrawingSyntax | undefined;
}

/** Attributes and elements of other name spaces (XMILE 1.0, 2.2), and XMILE's own that bear on no run, as they stand in the file. */
export interface VendorSyntax {
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly elements: readonly string[];
}

/** Where they stand: at the file's root (with the prefixes that it declares), in its header or its run, in a model or its variables. */
export interface PlacedVendorSyntax extends VendorSyntax {
  readonly place: "xmile" | "header" | "sim_specs" | "model" | "variables";
  /** The module whose model it is; empty for the whole's. */
  readonly path: readonly string[];
}

/** A table of names and values beside a model (XMILE 1.0, 2.9). */
export interface ImportSyntax {
  readonly file: { readonly text: string; readonly span: Span };
  /** Of a spreadsheet; its first where none is named. */
  readonly sheet: string | undefined;
  /** Names stand in the first column, and values beside them. */
  readonly across: boolean;
  readonly span: Span;
}

export type Dialect = "vensim" | "xmile";

/** An element of a dimension, or a row of them that numbers tell apart. */
export type ElementSyntax = NameSyntax | NumberedNames;

/** A dimension (Vensim: subscript range). Elements are names or, in Vensim, other ranges; the order counts. */
export interface DimensionSyntax {
  readonly name: string;
  readonly elements: readonly ElementSyntax[];
  /** `-> OTHER` or `-> (OTHER: a, b, c)`; `elements` empty for the plain form. */
  readonly mappings: readonly { readonly to: NameSyntax; readonly elements: readonly ElementSyntax[] }[];
  /** `A <-> B`: another name for the same dimension. */
  readonly aliasOf: NameSyntax | undefined;
  /** `A: GET DIRECT SUBSCRIPT(…)`: the call that names the file its elements stand in; `elements` is empty then. */
  readonly external: SyntaxExpr | undefined;
  readonly span: Span;
}

export interface NameSyntax {
  readonly name: string;
  readonly span: Span;
}

/** A subscript on the left. XMILE's elements are known within their dimension only (two may share names), so it says which. */
export interface LeftSubscriptSyntax extends NameSyntax {
  readonly dimension?: string;
}

/** One equation as written. A subscripted variable may have several; the first gives units and comment if later ones lack them. */
export interface VariableSyntax {
  readonly name: string;
  readonly nameSpan: Span;
  /** Left-hand subscripts: dimensions or elements; empty for a scalar. */
  readonly subscripts: readonly LeftSubscriptSyntax[];
  /** `:EXCEPT: [a, b], [c, d]`. */
  readonly except: readonly (readonly NameSyntax[])[];
  readonly definition: DefinitionSyntax;
  readonly units: UnitsSyntax | undefined;
  readonly comment: string;
  readonly group: string | undefined;
  readonly supplementary: boolean;
  /** What vendors have added to it; for all its equations the same. */
  readonly vendor?: VendorSyntax;
  /** Made by us (the inside of a macro): not listed or saved unless asked for. No reader sets it. */
  readonly hidden?: boolean;
  /** The XMILE module that it stands in, outermost first; empty at the top. */
  readonly modulePath: readonly string[];
  readonly span: Span;
}

export interface UnitsSyntax {
  readonly text: string;
  readonly span: Span;
  /** Slider range `[min, max, step]`; undefined where "?" or absent. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly step: number | undefined;
}

export type DefinitionSyntax =
  /** `name = expression`, whatever is inside: `INTEG(…)`, `INITIAL(…)` and the like are calls here. */
  | { readonly kind: "equation"; readonly expression: SyntaxExpr }
  /** `name == expression`: fixed at compile time in Vensim. */
  | { readonly kind: "unchangeable"; readonly expression: SyntaxExpr }
  /** XMILE stock: flows by name; non-negative stocks limit what their outflows take, in the order of `outflows`. */
  | {
      readonly kind: "stock";
      readonly initial: SyntaxExpr;
      readonly inflows: readonly NameSyntax[];
      readonly outflows: readonly NameSyntax[];
      readonly nonNegative: boolean;
    }
  | ConveyorSyntax
  /** An outflow of a conveyor, which computes it by itself: what comes off the end of the belt, or leaks on the way. */
  | { readonly kind: "driven"; readonly leak: LeakSyntax | undefined; readonly span: Span }
  /** XMILE flow: as an equation, but never below zero where so marked. */
  | {
      readonly kind: "flow";
      readonly expression: SyntaxExpr;
      readonly nonNegative: boolean;
      /** What comes to the stock downstream for each unit that is taken upstream; 1 where it is left out (1.0, 4.3). */
      readonly multiplier?: SyntaxExpr;
    }
  /** Vensim lookup `name((x, y), …)`, or an XMILE graphical function without an input. */
  | { readonly kind: "lookup"; readonly lookup: LookupSyntax }
  /** Vensim data variable `name` or `name :INTERPOLATE: := expr`; values come from beside the model. */
  | { readonly kind: "data"; readonly interpolation: DataInterpolation; readonly expression: SyntaxExpr | undefined };

/** XMILE conveyor (1.0, 3.7.2 and 4.2.1): a belt of slats, one for each step that what lies on it is still under way. */
export interface ConveyorSyntax {
  readonly kind: "conveyor";
  /** What is on the belt at first; several values are for the slats, or the units of time, from the far end back. */
  readonly initial: readonly SyntaxExpr[];
  readonly inflows: readonly NameSyntax[];
  readonly outflows: readonly NameSyntax[];
  /** The time from end to end. */
  readonly length: SyntaxExpr;
  readonly capacity: SyntaxExpr | undefined;
  /** The most that may come in, in a unit of time. */
  readonly inflowLimit: SyntaxExpr | undefined;
  /** While this is 0 the length stays what it was. */
  readonly sample: SyntaxExpr | undefined;
  /** While this is not 0 the belt stands still. */
  readonly arrest: SyntaxExpr | undefined;
  readonly leakage: "linear" | "exponential";
}

/** What leaks: a fraction of what came in (linear), or of what is there in a unit of time (exponential), within a zone of the belt. */
export interface LeakSyntax {
  readonly fraction: SyntaxExpr;
  /** From 0, where things come in, to 1, where they come off. */
  readonly from: number;
  readonly to: number;
}

export type DataInterpolation = "interpolate" | "look-forward" | "hold-backward" | "raw";

export interface LookupSyntax {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Between the points, and outside them. Vensim: linear and held. XMILE: by the `type` of the graphical function. */
  readonly between: "linear" | "step";
  readonly outside: "held" | "extrapolated";
  readonly span: Span;
}

export type SyntaxExpr =
  | { readonly kind: "number"; readonly value: number; readonly span: Span }
  /** `:NA:`: Vensim's missing value, -2^109. */
  | { readonly kind: "missing"; readonly span: Span }
  /** A name, with subscripts if written: a variable, a dimension element used as a value, or a constant such as Time. */
  | {
      readonly kind: "reference";
      readonly name: string;
      readonly subscripts: readonly SubscriptSyntax[];
      readonly span: Span;
    }
  /** `name(args)`: a built-in, a macro, or a lookup variable; `resolve` decides which. `subscripts` for a subscripted lookup. */
  | {
      readonly kind: "call";
      readonly name: string;
      readonly nameSpan: Span;
      readonly subscripts: readonly SubscriptSyntax[];
      readonly args: readonly SyntaxExpr[];
      /** Names after `:` in a macro call with several outputs. */
      readonly outputs: readonly NameSyntax[];
      readonly span: Span;
    }
  | { readonly kind: "unary"; readonly op: UnaryOp; readonly operand: SyntaxExpr; readonly span: Span }
  | {
      readonly kind: "binary";
      readonly op: BinaryOp;
      readonly left: SyntaxExpr;
      readonly right: SyntaxExpr;
      readonly span: Span;
    }
  /** An inline lookup: the second argument of `WITH LOOKUP`, or an XMILE graphical function on its equation. */
  | { readonly kind: "lookup"; readonly lookup: LookupSyntax; readonly span: Span }
  /** Constants by position, `1, 2; 3, 4;`, or a `TABBED ARRAY`: the rows as written, each a list of numbers. */
  | { readonly kind: "array"; readonly rows: readonly (readonly number[])[]; readonly span: Span }
  | { readonly kind: "text"; readonly value: string; readonly span: Span }
  /** What could not be read: already reported as an error, so later phases pass over it in silence. */
  | { readonly kind: "faulty"; readonly span: Span };

export type UnaryOp = "negate" | "plus" | "not";
export type BinaryOp =
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "power"
  | "modulo"
  | "less"
  | "less-or-equal"
  | "greater"
  | "greater-or-equal"
  | "equal"
  | "not-equal"
  | "and"
  | "or";

/**
 * A dimension or an element, or an index that is computed. XMILE's `*`, slices `1:3`, positions `@1`, numbers for elements and
 * left-out subscripts are spelled out by its reader (slices as subranges), so that only these forms are left.
 */
export interface SubscriptSyntax {
  /** Empty where there is an `index`. */
  readonly name: string;
  /** `dim!`: reduce over it. */
  readonly bang: boolean;
  /** XMILE: the dimension that an element belongs to. */
  readonly dimension?: string;
  /** XMILE: an expression whose value is the position, counted from 1; a position that is not there gives 0 (3.7.1). */
  readonly index: SyntaxExpr | undefined;
  readonly span: Span;
}

/** `:MACRO: name(inputs : outputs)` … `:END OF MACRO:`; the variable named like the macro, or the first output, is its value. */
export interface MacroSyntax {
  readonly name: string;
  readonly inputs: readonly MacroInputSyntax[];
  readonly outputs: readonly NameSyntax[];
  readonly variables: readonly VariableSyntax[];
  readonly span: Span;
}

/** XMILE inputs may have a default, which may use the inputs before it. */
export interface MacroInputSyntax extends NameSyntax {
  readonly default?: SyntaxExpr;
}

/** An XMILE module: an instance of a model, with the inputs connected to it. */
export interface ModuleSyntax {
  readonly path: readonly string[];
  readonly model: string;
  readonly connections: readonly { readonly to: NameSyntax; readonly from: NameSyntax }[];
  readonly span: Span;
}

export interface GroupSyntax {
  readonly name: string;
  /** What it is about. */
  readonly comment: string;
  readonly span: Span;
}

export interface RealityCheckSyntax {
  readonly name: string;
  readonly kind: "condition" | "test-input";
  /** Left-hand subscripts: the check holds for each of their elements. */
  readonly subscripts: readonly NameSyntax[];
  /** What follows `:THE CONDITION:` or `:TEST INPUT:`, as written. */
  readonly text: string;
  /**
   * What must hold for the check to bear on anything; of a test input, the variable and what it is then to be, as an equation.
   * Undefined where it says more than a logical expression can.
   */
  readonly condition: SyntaxExpr | undefined;
  /** What follows `:IMPLIES:`; none in a test input. */
  readonly consequence: SyntaxExpr | undefined;
  readonly comment: string;
  readonly span: Span;
}

export interface DrawingSyntax extends DrawingText {
  readonly span: Span;
  /** The drawing of the other language that it was made from, where nobody has drawn it otherwise since. */
  readonly origin?: DrawingText;
}

export interface DrawingText {
  readonly format: "vensim-sketch" | "xmile-view";
  readonly text: string;
  /** Of a view that stands in an `.mdl` file, whose equations may not say it: which names are stocks, and what the flows join. */
  readonly joins?: JoinsSyntax;
}

/** By the keys of names. */
export interface JoinsSyntax {
  readonly stocks: ReadonlySet<string>;
  readonly flows: ReadonlyMap<string, FlowEnds>;
}

/** Between which stocks a flow runs; an end that is missing is a cloud. */
export interface FlowEnds {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * How the model is to be run. Vensim gives times as the variables INITIAL TIME, FINAL TIME, TIME STEP and SAVEPER; XMILE
 * gives numbers here. A field that is undefined is looked for among the variables.
 */
export interface SimulationSyntax {
  readonly initialTime: number | undefined;
  readonly finalTime: number | undefined;
  readonly timeStep: number | undefined;
  readonly saveStep: number | undefined;
  readonly timeUnits: string | undefined;
  readonly method: IntegrationMethod;
  readonly span: Span | undefined;
}

/**
 * Of the methods of order 2, Vensim's goes by the rates in the middle of the step (vensim.com/documentation/rungekutta.html), and
 * Heun's, which isee takes (iseesystems.com/resources/help/v3, Runge-Kutta methods), by the mean of those at its ends.
 */
export type IntegrationMethod = "euler" | "rk2" | "heun" | "rk4" | "rk45";
