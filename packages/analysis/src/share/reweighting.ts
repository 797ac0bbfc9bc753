import { effectiveSize } from "./weighted-share.ts";

/** The density of one input at each future: in the prior that was sampled, and in the one that is wanted. Shape [n] each. */
export interface PriorChange {
  readonly sampled: Float64Array;
  readonly wanted: Float64Array;
}

export interface ReweightingRule {
  /** The least effective size that is worth a share: by default 385, at which a 95 % interval is ± 0.05 wide at most. */
  readonly floor?: number;
  /** The least share of the wanted prior that has to lie where futures were sampled. */
  readonly covered?: number;
}

/** What finished futures say under another prior, or why they say too little. */
export type Reweighting =
  | {
      readonly kind: "weighted";
      /** shape [n], with mean about 1 */
      readonly weights: Float64Array;
      readonly effective: number;
      readonly covered: number;
    }
  | {
      readonly kind: "refused";
      /** "few": too few futures carry the weight; "outside": the wanted prior lies in part where none was sampled. */
      readonly reason: "few" | "outside";
      readonly effective: number;
      readonly covered: number;
    };

/**
 * Weights that turn futures drawn from one prior into futures of another: for independent inputs the product over the inputs
 * of wanted over sampled density. The mean weight estimates how much of the wanted prior lies where futures were sampled
 * (1 when all of it does); when it is surely below `covered` (0.95), or the effective size below `floor`, no weights are given.
 * Densities come from the caller, since they may need functions that only a kernel gives the same bits everywhere.
 * Source: importance weights and their effective size: Owen 2013, Monte Carlo theory, methods and examples, 9.1-9.3; the size
 * as a diagnostic: Kong 1992, Univ. Chicago Dept. Stat. Tech. Rep. 348.
 */
export function reweighted(
  changes: readonly PriorChange[],
  futures: number,
  { floor = 385, covered: least = 0.95 }: ReweightingRule = {},
): Reweighting {
  const weights = new Float64Array(futures).fill(1);
  for (const { sampled, wanted } of changes)
    for (let i = 0; i < futures; i++) weights[i]! *= wanted[i]! === 0 ? 0 : wanted[i]! / sampled[i]!;
  const effective = sizeOf(weights);
  const { mean: covered, error } = meanOf(weights);
  if (covered + 2 * error < least) return { kind: "refused", reason: "outside", effective, covered };
  if (effective < floor) return { kind: "refused", reason: "few", effective, covered };
  return { kind: "weighted", weights, effective, covered };
}

function sizeOf(weights: Float64Array): number {
  return weights.some((weight) => weight > 0) ? effectiveSize(weights) : 0;
}

function meanOf(weights: Float64Array): { readonly mean: number; readonly error: number } {
  let sum = 0;
  for (const weight of weights) sum += weight;
  const mean = sum / weights.length;
  let squares = 0;
  for (const weight of weights) squares += (weight - mean) * (weight - mean);
  return { mean, error: Math.sqrt(squares) / weights.length };
}
