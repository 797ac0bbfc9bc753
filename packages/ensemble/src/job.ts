import type { Program } from "@sequitur/engine";
import type { DesignSpec } from "./design/designs.ts";
import type { Distribution } from "./distribution/distribution.ts";

/** All that a worker must know to make any range of experiments. Plain data. */
export interface Job {
  readonly program: Program;
  readonly seed: number;
  readonly design: DesignSpec;
  /** One an uncertainty: which input of the program it feeds, and how it is distributed. */
  readonly uncertainties: readonly { readonly input: number; readonly distribution: Distribution }[];
  /** Every policy is run in the same futures. A policy sets some inputs; inputs that neither sets keep their default. */
  readonly policies: readonly {
    readonly name: string;
    readonly set: readonly { readonly input: number; readonly value: number }[];
  }[];
  readonly figures: readonly FigureSpec[];
}

/** One number from one run's series: what is kept of a run. `output` is a position in the program's outputs. */
export interface FigureSpec {
  readonly output: number;
  readonly reduce: FigureReduction;
  /** Times, in the model's unit, both ends included; for `at` only `from` counts. */
  readonly from: number;
  readonly to: number;
}

/** `total` integrates over time by the trapezoid rule; `change` is the value at `to` less the value at `from`. */
export type FigureReduction = "at" | "mean" | "minimum" | "maximum" | "total" | "change";

/**
 * A table of experiments, by columns. Row i is future i. Futures whose figures are not all finite are kept and listed in `failed`.
 */
export interface Experiments {
  readonly futures: number;
  /** shape [uncertainty][future] */
  readonly inputs: readonly Float64Array[];
  /** shape [policy][figure][future] */
  readonly figures: readonly (readonly Float64Array[])[];
  /** Futures in which some policy gave a figure that is not finite; rising. */
  readonly failed: readonly number[];
}

/** One finished range of futures, first inclusive, end exclusive. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Futures × policies a second since the start. */
  readonly rate: number;
  readonly secondsLeft: number;
}
