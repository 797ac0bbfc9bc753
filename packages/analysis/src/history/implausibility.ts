/** One observation, and what each future has in its place. */
export interface ObservedPoint {
  /** What was observed. */
  readonly observed: number;
  /** Variance of what separates observation and model, in the observation's unit squared: of observing, and of what the model leaves out. */
  readonly variance: number;
  /** What each future gives at that time; shape [future]. */
  readonly simulated: Float64Array;
}

/**
 * How implausible each future's past is: |z - f| / √(V_o + V_m), the largest over a series' points, or the `rank`-th largest, which
 * forgives a few points that no run can meet.
 * @returns  shape [future], in standard deviations; 0 where there is no point, infinite where a run is not finite
 *
 * Source: Craig, Goldstein, Seheult & Smith 1997, in Case Studies in Bayesian Statistics III, 37-93, implausibility measure; Vernon,
 * Goldstein & Bower 2010, Bayesian Anal. 5, 619-669, equations 11 and 12, and their second and third maximum.
 */
export function implausibility(points: readonly ObservedPoint[], rank = 1): Float64Array {
  const futures = points[0]?.simulated.length ?? 0;
  const largest = Array.from({ length: Math.min(rank, points.length) }, () => new Float64Array(futures));
  for (const { observed, variance, simulated } of points) {
    const deviation = Math.sqrt(variance);
    for (let future = 0; future < futures; future++) {
      const distance = Math.abs(simulated[future]! - observed) / deviation;
      insert(largest, future, Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance);
    }
  }
  return largest.at(-1) ?? new Float64Array(futures);
}

/** Keeps the largest values of one future, falling. */
function insert(largest: readonly Float64Array[], future: number, value: number): void {
  let sinking = value;
  for (const column of largest) {
    const here = column[future]!;
    if (sinking <= here) continue;
    column[future] = sinking;
    sinking = here;
  }
}

/**
 * Pukelsheim's rule: at least 95 % of any distribution with one peak lies within three standard deviations of its mean, so what
 * is further off is set aside. Source: Pukelsheim 1994, Am. Stat. 48, 88-91.
 */
export const implausible = 3;
