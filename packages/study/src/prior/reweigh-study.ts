import { type Reweighting, weightedShareOf } from "@sequitur/analysis";
import { operandsOf, propositionOf } from "../claim/proposition.ts";
import { examine, type StudyResults } from "../finding/examination.ts";
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

/**
 * Weighs the futures of a study by another prior instead of running new ones. What of the prior lies where futures were drawn is asked of all
 * of them; the shares, and what they rest on, are of those examined: the prior is conditioned on the past as the study's own is.
 */
export async function reweighStudy(plan: StudyPlan, results: StudyResults, prior: Prior): Promise<ReweightedStudy> {
  const examination = await examine(plan, results);
  const found = await priorWeights(plan.study, results.main, examination.rows, prior);
  if (found.kind === "refused") return found;
  const { weights, effective } = found;
  const claims: ReweightedClaim[] = [];
  for (const { id, testing } of plan.study.claims) {
    if (testing.kind !== "test") continue;
    const columns = await examination.examined(operandsOf(testing.test));
    const { holds } = propositionOf(testing.test, columns).evaluate(columns);
    const { share, low, high } = weightedShareOf(holds, weights);
    claims.push({ id, own: holds.reduce((sum, one) => sum + one, 0) / holds.length, share, interval: [low, high] });
  }
  return { kind: "weighted", futures: weights.length, effective, claims };
}
