import { weightedShareOf } from "@sequitur/analysis";
import type { StudyPlan } from "../plan/plan-study.ts";
import { priorWeights } from "../prior/prior-weights.ts";
import type { Examination, StudyResults } from "./examination.ts";
import type { ClaimFinding, PriorFinding } from "./findings.ts";

/** What the examined futures weigh under each of a study's priors. */
export interface Priors {
  readonly findings: readonly PriorFinding[];
  /** Of those that are not refused, by id; shape [future]. */
  readonly weights: ReadonlyMap<string, Float64Array>;
}

export async function openPriors(
  { study, main: { job } }: StudyPlan,
  { main }: StudyResults,
  { rows }: Examination,
): Promise<Priors> {
  const findings: PriorFinding[] = [];
  const weights = new Map<string, Float64Array>();
  for (const { id, spreads } of study.priors) {
    // Futures that were given were drawn from nobody knows what.
    if (job.design.kind === "table") {
      findings.push({ id, effective: 0, covered: 0, refused: "given" });
      continue;
    }
    const prior = new Map(spreads.map(({ uncertainty, spread }) => [uncertainty, spread] as const));
    const found = await priorWeights(study, main, rows, prior);
    const { effective, covered } = found;
    findings.push({ id, effective, covered, refused: found.kind === "refused" ? found.reason : null });
    if (found.kind === "weighted") weights.set(id, found.weights);
  }
  return { findings, weights };
}

/** @param holds  1 where the claim holds, else 0; shape [future] */
export function sharesUnder({ weights }: Priors, holds: Uint8Array): ClaimFinding["priors"] {
  return [...weights].map(([prior, own]) => {
    const { share, low, high } = weightedShareOf(holds, own);
    return { prior, share, interval: [low, high] };
  });
}
