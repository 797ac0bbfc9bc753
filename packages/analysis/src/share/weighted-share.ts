import { type Share, shareOf } from "./share.ts";

/** A share of weight, and how many equally weighted futures would tell as much. */
export interface WeightedShare extends Share {
  readonly effective: number;
}

/**
 * How many futures of equal weight have a mean as uncertain as these: (Σw)² / Σw².
 * @param weights  shape [n], none below 0, in any unit      @returns  in [1, n]; NaN where all weights are 0
 * Source: Kish 1965, Survey Sampling, section 11.7; Kish 1992, J. Off. Stat. 8, 183-200.
 */
export function effectiveSize(weights: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return (sum / squares) * sum;
}

/**
 * The weight of the futures that hold in the weight of all, with Wilson's 95 % interval at the effective size instead of the
 * number of futures. With equal weights it is `shareOf`.
 * @param holds  shape [n], 1 or 0      @param weights  shape [n], none below 0
 * Source: Franco, Little, Louis & Slud 2019, J. Surv. Stat. Methodol. 7, 334-364, after Korn & Graubard 1998, Surv. Methodol.
 * 24, 193-201, who put the effective size into an interval for counts; Wilson 1927.
 */
export function weightedShareOf(holds: Uint8Array, weights: Float64Array): WeightedShare {
  let holding = 0;
  let all = 0;
  for (let i = 0; i < weights.length; i++) {
    all += weights[i]!;
    if (holds[i] === 1) holding += weights[i]!;
  }
  const effective = effectiveSize(weights);
  const share = holding / all;
  return { ...shareOf(share * effective, effective), share, effective };
}
