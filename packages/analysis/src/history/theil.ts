/** A run's error against a series, and what it is made of. */
export interface Theil {
  /** Root of the mean square error, in the series' unit. */
  readonly rootMeanSquare: number;
  /** Mean of the size of the error over the size of the observation; NaN where an observation is 0. */
  readonly meanAbsolutePercent: number;
  /** Shares of the mean square error, 1 together; NaN where there is no error. */
  readonly bias: number;
  readonly variation: number;
  readonly covariation: number;
}

/**
 * Theil's inequality proportions: how much of the mean square error comes from unequal means, from unequal variation, and from
 * points that do not move together. Only the last is what a model that follows the trend may be left with.
 * Source: Theil 1966, Applied Economic Forecasting, 29-34; Sterman 1984, Dynamica 10 (II), 51-66.
 * @param simulated  shape [point]    @param observed  shape [point]
 */
export function theil(simulated: Float64Array, observed: Float64Array): Theil {
  const n = observed.length;
  const [meanS, meanO] = [mean(simulated), mean(observed)];
  const [deviationS, deviationO] = [deviation(simulated, meanS), deviation(observed, meanO)];
  const square = mean(simulated.map((value, i) => squared(value - observed[i]!)));
  const product = mean(simulated.map((value, i) => (value - meanS) * (observed[i]! - meanO)));
  const relative = simulated.map((value, i) => Math.abs(value - observed[i]!) / Math.abs(observed[i]!));
  return {
    rootMeanSquare: Math.sqrt(square),
    meanAbsolutePercent: n === 0 || relative.some((each) => !Number.isFinite(each)) ? Number.NaN : mean(relative),
    bias: squared(meanS - meanO) / square,
    variation: squared(deviationS - deviationO) / square,
    covariation: (2 * (deviationS * deviationO - product)) / square,
  };
}

function mean(column: Float64Array): number {
  return column.reduce((sum, value) => sum + value, 0) / column.length;
}

function deviation(column: Float64Array, around: number): number {
  return Math.sqrt(mean(column.map((value) => squared(value - around))));
}

/** A product: the language leaves the last bits of a power to the host. */
function squared(value: number): number {
  return value * value;
}
