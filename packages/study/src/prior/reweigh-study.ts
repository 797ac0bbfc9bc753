import { type Reweighting, weightedShareOf } from "@sequitur/analysis";
import type { StudyResults } from "../finding/examination.ts";
import { type ClaimOutcomes, outcomesOf } from "../finding/outcomes.ts";
import type { StudyPlan } from "../plan/plan-study.ts";
import { priorWeights } from "./prior-weights.ts";
import type { Prior } from "./read-prior.ts";

/** The share of a claim under another prior, beside the study's own. */
export interface ReweightedClaim {
  readonly id: string;
  readonly own: number;
  readonly share: number;
  readonly interval: readonly [low: number, high: number];
}

/** What finished futures say under another prior, or why they say too little. */
export type ReweightedStudy =
  | {
      readonly kind: "weighted";
      readonly futures: number;
      /** How many futures of equal weight would tell as much. */
      readonly effective: number;
      readonly claims: readonly ReweightedClaim[];
    }
  | Extract<Reweighting, { kind: "refused" }>;

/** Weighs the futures of a study by another prior instead of running new ones. */
export async function reweighStudy(plan: StudyPlan, results: StudyResults, prior: Prior): Promise<ReweightedStudy> {
  const { rows, claims } = await outcomesOf(plan, results);
  const found = await priorWeights(plan.study, results.main, rows, prior);
  if (found.kind === "refused") return found;
  const { weights, effective } = found;
  const reweighted = claims.map((claim) => reweightedClaim(claim, weights));
  return { kind: "weighted", futures: weights.length, effective, claims: reweighted };
}

export function reweightedClaim({ id, holds }: Omit<ClaimOutcomes, "margin">, weights: Float64Array): ReweightedClaim {
  const { share, low, high } = weightedShareOf(holds, weights);
  return { id, own: holds.reduce((sum, one) => sum + one, 0) / holds.length, share, interval: [low, high] };
}
