/**
 * Quantile of values already sorted, rising, by linear interpolation between order statistics: type 7, the default of R, NumPy
 * and Excel.
 * @param sorted  rising, without NaN   @param p  in [0, 1]
 * @returns  in the unit of the values; NaN where there are none
 * Source: Hyndman & Fan 1996, Am. Stat. 50, 361-365, definition 7.
 */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  // Two infinite neighbours have no difference.
  return low === high ? low : low + (position - below) * (high - low);
}

/** Several quantiles of values in any order, which are left as they are. Shape [probabilities]. */
export function quantilesOf(values: ArrayLike<number>, probabilities: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  return probabilities.map((p) => quantileOf(sorted, p));
}
