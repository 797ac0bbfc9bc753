import { quantilesOf } from "../quantile/quantile.ts";

/** One index with its 95 % bootstrap interval. All dimensionless; NaN where the outcome never varies. */
export interface SobolIndex {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether the interval is narrow enough for the value to be shown. */
  readonly converged: boolean;
}

export interface SobolOptions {
  /** Draw `i` of a stream of numbers in [0, 1): the only source of chance. */
  readonly uniform: (i: number) => number;
  readonly resamples?: number;
}

/**
 * An index from its bootstrap values: percentiles 2.5 and 97.5 (Archer, Saltelli & Sobol' 1997, J. Stat. Comput. Simul. 58,
 * 99-120). It has converged when its interval is no wider than 0.1, or than a third of its value, so that a large index is not
 * withheld for a doubt that is small beside it. A rule on the width of the interval: Sarrazin, Pianosi & Wagener 2016, Environ.
 * Model. Softw. 79, 135-152.
 */
export function sobolIndex(value: number, draws: Float64Array): SobolIndex {
  const [low, high] = quantilesOf(draws, [0.025, 0.975]);
  return { value, low: low!, high: high!, converged: high! - low! <= Math.max(0.1, value / 3) };
}

export const unknownIndex: SobolIndex = { value: Number.NaN, low: Number.NaN, high: Number.NaN, converged: false };
