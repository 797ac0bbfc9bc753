import type { Theil } from "@sequitur/analysis";

/** How near a model can come to what was observed of it, by its uncertain constants, within their ranges. */
export interface Calibration {
  /** Uncertainties that are fitted: those that what was observed depends on. */
  readonly fitted: readonly string[];
  /** Those that change nothing that was observed: the past cannot tell their values. */
  readonly idle: readonly string[];
  /** Those that take whole numbers or names only; they stay as in the model. */
  readonly held: readonly string[];
  /** One for each combination of rival structures that the past depends on. */
  readonly fits: readonly Fit[];
}

export interface Fit {
  /** Which rival each structure is. */
  readonly rivals: readonly { readonly uncertainty: string; readonly rival: string }[];
  /** What every uncertainty has in this fit, in the study's order. */
  readonly values: readonly number[];
  /** Of `fitted`, which came to rest at an end of their range. */
  readonly atEnd: readonly string[];
  /** The payoff to be made small, before the fit and after it: squared misses, each in standard deviations of its observation. */
  readonly missBefore: number;
  readonly miss: number;
  readonly evaluations: number;
  /** Whether the search came to rest before it ran out of evaluations. */
  readonly settled: boolean;
  readonly series: readonly FittedSeries[];
}

export interface FittedSeries {
  readonly history: string;
  readonly points: number;
  readonly before: Theil;
  readonly after: Theil;
}
