import type { Program } from "@sequitur/engine";
import type { Correlation } from "./correlation/correlation.ts";
import type { DesignSpec } from "./design/designs.ts";
import type { Distribution } from "./distribution/distributions.ts";
import type { FigureSpec } from "./figure/figure.ts";

/** All that a worker must know to make any range of experiments. Plain data. */
export interface Job {
  readonly program: Program;
  /** Other models of the same matter, and what chooses between them; none if left out. */
  readonly rivals?: Rivals;
  /** A whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  readonly design: DesignSpec;
  /** One an uncertainty: which input of the program it feeds, and how it is distributed. */
  readonly uncertainties: readonly { readonly input: number; readonly distribution: Distribution }[];
  /** Which uncertainties go together, and how strongly; all others are independent. */
  readonly correlations?: readonly Correlation[];
  /** Every policy is run in the same futures. A policy sets some inputs; inputs that neither sets keep their default. */
  readonly policies: readonly Policy[];
  readonly figures: readonly FigureSpec[];
}

/** Models that stand beside the job's own. Each has inputs and outputs of the same meaning at the same positions. */
export interface Rivals {
  /** Which uncertainty chooses: 0 is the job's own program, 1 the first of `programs`, and so on. */
  readonly uncertainty: number;
  readonly programs: readonly Program[];
}

export interface Policy {
  readonly name: string;
  readonly set: readonly { readonly input: number; readonly value: number }[];
}

/** What is kept of some futures, one a row. */
export interface Columns {
  /** shape [uncertainty][future] */
  readonly inputs: readonly Float64Array[];
  /** shape [policy][figure][future] */
  readonly figures: readonly (readonly Float64Array[])[];
}

/**
 * A table of experiments, by columns. Row i is future i. Futures whose figures are not all finite are kept and listed in `failed`.
 */
export interface Experiments extends Columns {
  readonly futures: number;
  /** Futures in which some policy gave a figure that is not finite; rising. */
  readonly failed: readonly number[];
}

/** A range of futures, first inclusive, end exclusive. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

export interface Progress {
  /** Futures, each under every policy. */
  readonly done: number;
  readonly total: number;
  /** Futures × policies a second since the start. */
  readonly rate: number;
  readonly secondsLeft: number;
}
