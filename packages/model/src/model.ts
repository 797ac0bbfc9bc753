import type { PureBuiltin } from "./builtin/builtin.ts";
import type { ImportedValues } from "./data/imported-values.ts";
import type { Diagnostic } from "./source/diagnostic.ts";
import type { Span } from "./source/span.ts";
import type { DrawingSyntax, GroupSyntax, IntegrationMethod, RealityCheckSyntax } from "./syntax/syntax-tree.ts";
import type { Unit } from "./units/unit.ts";

export type DimensionId = number & { readonly dimension: unique symbol };
export type VariableId = number & { readonly variable: unique symbol };
export type EquationId = number & { readonly equation: unique symbol };

/**
 * A checked model, ready to be run: variables over axes, equations over loops (never unrolled), and the order in which
 * to compute them. Functions with a memory (SMOOTH, DELAY1 …) are already taken apart into hidden stocks and auxiliaries.
 * Ids are positions: `variables[id]`, `equations[id]`, `dimensions[id]`.
 */
export interface Model {
  readonly name: string;
  readonly dimensions: readonly Dimension[];
  readonly variables: readonly Variable[];
  readonly equations: readonly Equation[];
  readonly simulation: Simulation;
  /** What each name of a unit stands for, by its key, synonyms and all; `readUnit` reads a unit in them. */
  readonly unitNames: ReadonlyMap<string, Unit>;
  /**
   * What to compute once, before the first step, in an order in which everything is there when it is used: every stock,
   * pipeline, sample and previous (by its `initial`), every `initial` (by its value), and the auxiliaries that those and the
   * four times need (by `initial` where they have one). Constants, lookups, data and Time are there before and in no order.
   */
  readonly startup: readonly Evaluation[];
  /**
   * What to compute at every moment: each auxiliary and each sample (which may take its input at that very moment). Stocks,
   * pipelines and previous hold what they had at the start of the moment; the engine moves them on at its end, all together.
   */
  readonly step: readonly Evaluation[];
  readonly groups: readonly GroupSyntax[];
  readonly realityChecks: readonly RealityCheckSyntax[];
  readonly drawing: DrawingSyntax | undefined;
  /** What files beside it have put in the place of its own values, by the keys of names; none where it imports nothing. */
  readonly imported?: ReadonlyMap<string, ImportedValues>;
}

export interface Dimension {
  readonly id: DimensionId;
  readonly name: string;
  /** Elements in order; a subrange is a dimension of its own, whose elements are some of its parent's. */
  readonly elements: readonly string[];
  readonly span: Span;
}

/** What a variable is; the engine finds out by itself what stays constant in a run. */
export type VariableRole = "stock" | "auxiliary" | "constant" | "lookup" | "data" | "time";

export interface Variable {
  readonly id: VariableId;
  /** As the modeller wrote it first. Hidden variables have a name that says whose they are, such as `smooth of x`. */
  readonly name: string;
  readonly role: VariableRole;
  /** One a subscript, in order; the elements for which it is defined. A scalar has none. Stored row by row, last axis fastest. */
  readonly axes: readonly Axis[];
  readonly units: Unit | undefined;
  readonly unitsText: string;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly comment: string;
  readonly group: string | undefined;
  /** Made by us (the inside of a SMOOTH, a macro's locals): computed, but not listed or saved unless asked for. */
  readonly hidden: boolean;
  readonly span: Span;
}

export interface Axis {
  readonly dimension: DimensionId;
  readonly size: number;
  /** As many as the size says; of a range of numbers the names are made when they are first read. */
  readonly elements: readonly string[];
}

/** A loop of an equation or of a reduction: how many turns it takes. Position tables of `Index` say what a turn means. */
export interface Loop {
  readonly size: number;
}

/**
 * Where on one axis a reference points: at a fixed position, or at `positions[turn]` of a loop. Loops are numbered from 0:
 * first those of the equation, then those of the reductions and folds around the expression, outside in.
 */
export type Index =
  | { readonly kind: "fixed"; readonly position: number }
  | { readonly kind: "loop"; readonly loop: number; readonly positions: readonly number[] };

/**
 * One equation: defines the elements of `variable` that `at` gives as its loops turn. A variable may have several; no element
 * is defined twice, and one that no equation defines is not part of the model (nothing refers to it, nothing lists it).
 */
export interface Equation {
  readonly id: EquationId;
  readonly variable: VariableId;
  readonly loops: readonly Loop[];
  readonly at: readonly Index[];
  readonly definition: Definition;
  readonly span: Span;
}

export type Definition =
  /**
   * A number for each element, in the order the loops turn (last fastest). What `--set` and an ensemble may change, unless it
   * is not `settable`: the model's structure was made from it (the order of a DELAY N), or it was written with `==`.
   */
  | { readonly kind: "constant"; readonly values: readonly number[]; readonly settable: boolean }
  /** Computed in every step; at start-up by `initial` where that is given (ACTIVE INITIAL). */
  | { readonly kind: "auxiliary"; readonly value: Expr; readonly initial: Expr | undefined }
  /** Computed once, at start-up (INITIAL). */
  | { readonly kind: "initial"; readonly value: Expr }
  /** Integrated: `rate` per unit of time. */
  | { readonly kind: "stock"; readonly initial: Expr; readonly rate: Expr }
  /** DELAY FIXED: what `input` was `delay` ago; `initial` until then. The delay is read once, at start-up. */
  | { readonly kind: "pipeline"; readonly input: Expr; readonly delay: Expr; readonly initial: Expr }
  /** SAMPLE IF TRUE: takes `input` when `condition` holds, else keeps what it had. */
  | { readonly kind: "sample"; readonly condition: Expr; readonly input: Expr; readonly initial: Expr }
  /** PREVIOUS: what `input` was one step ago. */
  | { readonly kind: "previous"; readonly input: Expr; readonly initial: Expr }
  /** One table for each element, in the order the loops turn. */
  | { readonly kind: "lookup"; readonly tables: readonly LookupTable[] }
  /** One series for each element, in the order the loops turn. */
  | { readonly kind: "data"; readonly series: readonly DataSeries[] };

/** Points by rising x. */
export interface LookupTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly between: "linear" | "step";
  readonly outside: "held" | "extrapolated";
}

export interface DataSeries {
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly interpolation: "interpolate" | "look-forward" | "hold-backward" | "raw";
}

/** An expression with every name resolved. Truths are numbers here (0 is false); the engine keeps masks where it can. */
export type Expr =
  | { readonly kind: "number"; readonly value: number; readonly span: Span }
  | { readonly kind: "variable"; readonly id: VariableId; readonly at: readonly Index[]; readonly span: Span }
  /** A dimension used as a value: the element's place in it, which is the position that `at` gives (from 0) plus 1. */
  | { readonly kind: "position"; readonly at: Index; readonly span: Span }
  /** Operators are built-ins too. `args` are complete: those left out have their default. */
  | { readonly kind: "call"; readonly builtin: PureBuiltin; readonly args: readonly Expr[]; readonly span: Span }
  /** A lookup variable's table read at `x`; `reading` is "table" unless the function says otherwise. */
  | {
      readonly kind: "lookup";
      readonly table: { readonly variable: VariableId; readonly at: readonly Index[] } | LookupTable;
      readonly reading: LookupReading;
      readonly x: Expr;
      readonly span: Span;
    }
  /** A reduction over one or more further loops, from the first turn to the last, in order. */
  | {
      readonly kind: "reduce";
      readonly by: Reduction;
      readonly loops: readonly Loop[];
      readonly body: Expr;
      readonly span: Span;
    }
  /**
   * The element that stands `offset` places after where `at` points, counted row by row over the whole variable; a fraction is
   * cut off. `otherwise` where there is none.
   */
  | {
      readonly kind: "element";
      readonly id: VariableId;
      readonly at: readonly Index[];
      readonly offset: Expr;
      readonly otherwise: number;
      readonly span: Span;
    }
  /** What `next` makes of `start` when each turn of one further loop has been taken; in it, `carried` is what there was before. */
  | { readonly kind: "fold"; readonly loop: Loop; readonly start: Expr; readonly next: Expr; readonly span: Span }
  /** What the fold whose loop has this number has made so far. */
  | { readonly kind: "carried"; readonly loop: number; readonly span: Span };

/**
 * As the table says itself, or as LOOKUP EXTRAPOLATE, LOOKUP FORWARD, LOOKUP BACKWARD, LOOKUP INVERT, LOOKUP SLOPE do. The last two
 * make up LOOKUP AREA: the area from the first point to the last at or before x, and the x of that point.
 */
export type LookupReading =
  | "table"
  | "extrapolate"
  | "forward"
  | "backward"
  | "invert"
  | "slope"
  | "area before"
  | "point before";
export type Reduction = "sum" | "product" | "minimum" | "maximum";

/**
 * One entry of an order: a whole equation, its turns from first to last (a later turn may use what an earlier one made), or,
 * where elements of several equations depend on each other, one turn of its loops, counted row by row from 0.
 */
export interface Evaluation {
  readonly equation: EquationId;
  readonly turn: number | undefined;
}

/**
 * When and how to run. The four times are variables where the model has them (so that `--set` and studies can change them),
 * with their value as the file gives it; step and save are counted in whole steps by the engine.
 */
export interface Simulation {
  readonly initialTime: number;
  readonly finalTime: number;
  readonly timeStep: number;
  readonly saveStep: number;
  readonly timeVariables: {
    readonly time: VariableId;
    readonly initialTime: VariableId;
    readonly finalTime: VariableId;
    readonly timeStep: VariableId;
    readonly saveStep: VariableId;
  };
  readonly timeUnits: string;
  readonly method: IntegrationMethod;
}

/** A reading of a file that could not become a Model, or one that could, with all that was found. */
export interface ModelOutcome {
  /** Undefined where an error stands in the way. */
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
