/** What a run should come near to. */
export interface PayoffTerm {
  /** shape [points], in the series' unit */
  readonly simulated: Float64Array;
  /** shape [points]; NaN where nothing was observed */
  readonly observed: Float64Array;
  /** What a miss counts, in one over the series' unit: one over the standard deviation of the error makes it a likelihood. */
  readonly weight: number;
}

/**
 * The sum of squared weighted misses of a run, to be made small: with weights 1 / σ of independent normal errors, minus twice
 * the logarithm of the likelihood but for a constant. A run that is not finite somewhere counts as infinitely far off.
 * Source: Oliva 2003, Eur. J. Oper. Res. 151, 552-568.
 */
export function calibrationMiss(terms: readonly PayoffTerm[]): number {
  let sum = 0;
  for (const { simulated, observed, weight } of terms)
    for (let i = 0; i < observed.length; i++) {
      if (Number.isNaN(observed[i]!)) continue;
      const miss = weight * (simulated[i]! - observed[i]!);
      if (!Number.isFinite(miss)) return Number.POSITIVE_INFINITY;
      sum += miss * miss;
    }
  return sum;
}
