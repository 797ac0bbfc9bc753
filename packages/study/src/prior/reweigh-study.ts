import { effectiveSize, type PriorChange, type Reweighting, reweighted, weightedShareOf } from "@sequitur/analysis";
import { openDensity } from "@sequitur/ensemble";
import { operandsOf, propositionOf } from "../claim/proposition.ts";
import { examine, type StudyResults } from "../finding/examination.ts";
import type { StudyPlan } from "../plan/plan-study.ts";
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

/** Below this many effective futures no share is given: a 95 % interval would be wider than ± 0.05. */
export const leastEffective = 385;

/**
 * Weighs the futures of a study by another prior instead of running new ones. What of the prior lies where futures were drawn is asked of all
 * of them; the shares, and what they rest on, are of those examined: the prior is conditioned on the past as the study's own is.
 */
export async function reweighStudy(plan: StudyPlan, results: StudyResults, prior: Prior): Promise<ReweightedStudy> {
  const changes: PriorChange[] = [];
  for (const [at, { id, spread }] of plan.study.uncertainties.entries()) {
    const wanted = prior.get(id);
    if (wanted === undefined) continue;
    const column = await results.main.input(at);
    changes.push({ sampled: column.map(openDensity(spread)!.at), wanted: column.map(openDensity(wanted)!.at) });
  }
  const all = reweighted(changes, results.main.futures, { floor: 0 });
  if (all.kind === "refused") return all;
  const examination = await examine(plan, results);
  const weights = Float64Array.from(examination.rows, (row) => all.weights[row]!);
  const effective = weights.some((weight) => weight > 0) ? effectiveSize(weights) : 0;
  if (effective < leastEffective) return { kind: "refused", reason: "few", effective, covered: all.covered };
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
