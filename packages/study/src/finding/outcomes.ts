import { type Evaluation, operandsOf, propositionOf } from "../claim/proposition.ts";
import type { StudyPlan } from "../plan/plan-study.ts";
import { examine, type StudyResults } from "./examination.ts";

/** What a test says of each future examined, shape [examined]. */
export interface ClaimOutcomes extends Evaluation {
  readonly id: string;
}

/** What became of every claim that is tested in every future: with the inputs, which follow from the seed, enough to weigh it anew. */
export interface Outcomes {
  /** Futures run. */
  readonly futures: number;
  /** Of these, the ones examined; rising. */
  readonly rows: Uint32Array;
  readonly claims: readonly ClaimOutcomes[];
}

export async function outcomesOf(plan: StudyPlan, results: StudyResults): Promise<Outcomes> {
  const { examined, rows } = await examine(plan, results);
  const claims: ClaimOutcomes[] = [];
  for (const { id, testing } of plan.study.claims) {
    if (testing.kind !== "test" || rows.length === 0) continue;
    const columns = await examined(operandsOf(testing.test));
    claims.push({ id, ...propositionOf(testing.test, columns).evaluate(columns) });
  }
  return { futures: results.main.futures, rows, claims };
}
