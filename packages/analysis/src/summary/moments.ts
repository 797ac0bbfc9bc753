/** What is left of a column of finite numbers: enough to go on as if it were still there. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared deviations from the mean. */
  readonly squares: number;
  readonly low: number;
  readonly high: number;
}

export const noMoments: Moments = {
  count: 0,
  mean: 0,
  squares: 0,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
};

/**
 * Moments of a column, in two passes and with the correction for the rounding of the mean.
 * Source: Chan, Golub & LeVeque 1983, Am. Stat. 37, 242-247, eq. 1.7.
 */
export function momentsOf(values: ArrayLike<number>): Moments {
  const count = values.length;
  if (count === 0) return noMoments;
  let [sum, low, high] = [0, values[0]!, values[0]!];
  for (let i = 0; i < count; i++) {
    sum += values[i]!;
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  const mean = sum / count;
  let [deviations, squares] = [0, 0];
  for (let i = 0; i < count; i++) {
    const deviation = values[i]! - mean;
    deviations += deviation;
    squares += deviation * deviation;
  }
  return { count, mean: mean + deviations / count, squares: squares - (deviations * deviations) / count, low, high };
}

/**
 * Moments of two columns as of one. To have the same bits on every machine, parts have to be merged in the same order.
 * Source: Chan, Golub & LeVeque 1979, Stanford STAN-CS-79-773, eq. 2.1.
 */
export function mergedMoments(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const step = b.mean - a.mean;
  return {
    count,
    mean: a.mean + (step * b.count) / count,
    squares: a.squares + b.squares + step * step * ((a.count * b.count) / count),
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
  };
}

/** The sample variance; NaN for fewer than two numbers. */
export function varianceOf({ count, squares }: Moments): number {
  return count < 2 ? Number.NaN : squares / (count - 1);
}
