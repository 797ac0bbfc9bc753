import type { Expr, Index, LookupReading, Reduction } from "../model.ts";
import type { Span } from "../source/span.ts";
import type { Unit } from "../units/unit.ts";
import type { RememberingBehaviour } from "./remembering.ts";
import type { SpreadBehaviour } from "./spread.ts";
import type { Term } from "./term.ts";

/**
 * One built-in function: the only place that knows it. Parser, unit checker, interpreter, code generator, documentation and
 * completion all read this row.
 */
export interface Builtin {
  readonly id: string;
  /** Its spelling in each dialect, in capitals with single spaces; a dialect that lacks it has none. */
  readonly names: { readonly vensim?: string; readonly xmile?: string };
  /** Names of its arguments, in order; a trailing "?" marks one that may be left out. */
  readonly args: readonly string[];
  /** The values of arguments that a call of a pure function leaves out, for the last of `args`. */
  readonly defaults?: readonly number[];
  readonly units: UnitRule;
  readonly behaviour: Behaviour;
  /** What it does, in a sentence. */
  readonly says: string;
  /** Where that is documented. */
  readonly source: string;
  /** Arguments and the expected value; rows that a wrong version fails. */
  readonly cases: readonly (readonly [args: readonly number[], want: number])[];
  /** The same for one that reads the clock: at this time, with steps of this length. */
  readonly timedCases?: readonly (readonly [time: number, step: number, args: readonly number[], want: number])[];
}

/** One that an expression of a `Model` may call; the others are gone once a model is resolved. */
export interface PureBuiltin extends Builtin {
  readonly behaviour: PureBehaviour;
}

/** A function of its arguments (and the clock) at one moment. */
export interface PureBehaviour {
  readonly kind: "pure";
  readonly meaning: Term;
}

export type Behaviour =
  | PureBehaviour
  /** One with a memory: taken apart into hidden stocks and auxiliaries when the model is resolved. */
  | { readonly kind: "memory"; readonly expand: (args: readonly Expr[], make: HiddenMaker) => Expr }
  /** The same, of tables and arrays taken as a whole. */
  | RememberingBehaviour
  /** Takes all elements of its argument together. */
  | { readonly kind: "reduction"; readonly by: Reduction | ArraySummary }
  /** Takes arrays as a whole: written out over their elements when the model is resolved. */
  | SpreadBehaviour
  /** Reads a lookup, its first argument, at its second; some read another one that is made from it. */
  | { readonly kind: "reading"; readonly reading: LookupReading | "area" | "inverse" }
  /** All that stands after an equals sign: what it is read from stands in a file beside the model. */
  | { readonly kind: "external"; readonly holds: ExternalContent }
  /** Reads the points of a data variable, its first argument. */
  | { readonly kind: "data"; readonly reading: DataReading }
  /** Part of the language's structure (INTEG, INITIAL, WITH LOOKUP …): resolved by the code that `form` names. */
  | { readonly kind: "form"; readonly form: StructuralForm };

export type ExternalContent = "constants" | "data" | "lookups" | "elements";

/** What a function makes of the points of a data variable: those between two times, or all of them. */
export type DataReading =
  | "at-time"
  | "shifted"
  | "cumulated"
  | "cumulated-at-end"
  | "between-times"
  | "first-time"
  | "last-time"
  | "count"
  | "minimum"
  | "maximum"
  | "mean"
  | "median"
  | "deviation";

/** What is made of all elements by more than one pass over them. */
export type ArraySummary = "mean" | "deviation" | "rank" | "interpolation";

export type StructuralForm =
  | "stock"
  | "initial"
  | "active-initial"
  | "with-lookup"
  | "element-count"
  | "time-value"
  | "pipeline"
  | "sample"
  | "shift"
  | "previous";

/** How a function with a memory makes its inside. Each hidden variable has the loops of the equation that it stands in. */
export interface HiddenMaker {
  /** A hidden stock; `rate` may refer to the stock itself and to the ones made before. */
  stock(name: string, initial: Expr, rate: (self: Expr) => Expr): Expr;
  auxiliary(name: string, value: Expr): Expr;
  /** What a value was one step ago; at the start, what it is then. A constant is given back as it is. */
  previous(name: string, value: Expr): Expr;
  /** Computed once, at start-up. */
  initial(name: string, value: Expr): Expr;
  /** Takes its value once a step and keeps it until the next, also between the stages of a Runge-Kutta step. */
  held(name: string, value: Expr): Expr;
  /** The place of a random call, which no other call and no other element has; `seed` is the one that the call is given. */
  noisePlace(seed: Expr): Expr;
  /** What `value` says, of what it was one step ago; at the start, of the initial value. */
  kept(name: string, initial: Expr, value: (before: Expr) => Expr): Expr;
  /** Several that are kept from step to step and made of each other: what `next` says, of what they were one step ago. */
  together(begin: Readonly<Record<string, Expr>>, next: (held: readonly Expr[]) => readonly Expr[]): readonly Expr[];
  /** The value of an argument where it is known before a run; from then on the constants that it comes from cannot change. */
  known(arg: Expr): number | undefined;
  /** The length of a step, where that does not change. */
  stepLength(): number | undefined;
  /** Whether an argument is known before a run and does not change in it. */
  isSteady(arg: Expr): boolean;
  /** Says that a table has no shape: its points are not known, or it encloses no area, or goes below 0. */
  reportShapeless(): void;
  /** Says that an argument must be known before a run. */
  reportUnknown(arg: Expr, what: string): void;
  /** How many such periods the run has, begun ones included, or undefined with a diagnostic reported. */
  periods(length: Expr): number | undefined;
  /** How many places a track needs for what takes this time: as many steps, or as many as the run has where that may change. */
  trackLength(time: Expr): number | undefined;
  /** A row of places that moves on by one a step, where its rule says so; the rule may look at another one of as many places. */
  track(name: string, count: number, rule: TrackRule, beside?: Track): Track;
  /** What `next` makes of `start` in so many turns, counted from 1. */
  repeat(times: number, start: Expr, next: (carried: Expr, turn: Expr) => Expr): Expr;
  /** Calls a pure built-in by id. */
  call(id: string, ...args: readonly Expr[]): Expr;
  number(value: number): Expr;
  /** The value of an argument that must be a constant (the order of SMOOTH N), or undefined with a diagnostic reported. */
  constant(arg: Expr, what: string): number | undefined;
  readonly span: Span;
}

/** What is in each place of a track, which is counted from 1. */
export interface TrackRule {
  initial(place: Expr): Expr;
  /**
   * What is in a place one step later; `behind` is what the place behind it holds now, 0 behind the last; `self` what it holds; and
   * `beside` what the place behind it holds in the track beside, 0 behind the last.
   */
  next(place: Expr, behind: Expr, self: Expr, beside: Expr): Expr;
}

export interface Track {
  readonly first: Expr;
  readonly last: Expr;
  readonly sum: Expr;
  readonly at: (place: Index) => Expr;
  /** The sum over all places of what `part` makes of what each holds, in this track and in the one beside it, and of the place. */
  total(part: (self: Expr, beside: Expr, place: Expr) => Expr): Expr;
}

/** The unit of a call from the units of its arguments; `undefined` is "not known", which is silent, not wrong. */
export type UnitRule = (args: readonly (Unit | undefined)[], check: UnitChecks) => Unit | undefined;

export interface UnitChecks {
  /** Asks for two units to be the same; reports where they are known and differ. Returns whichever is known. */
  same(a: Unit | undefined, b: Unit | undefined): Unit | undefined;
  /** Asks for a pure number; `index` says which argument it is. */
  dimensionless(a: Unit | undefined, index: number): void;
  /** Asks for the model's unit of time. */
  time(a: Unit | undefined, index: number): void;
  readonly timeUnit: Unit | undefined;
  /** The value of an argument that is a number, which the unit of a power depends on. */
  number(index: number): number | undefined;
}
