import { engineVersion } from "@sequitur/engine";
import { digestOfJson } from "@sequitur/ensemble";
import type { StudyPlan } from "../plan/plan-study.ts";
import { checkFindings } from "./check-finding.ts";
import { claimFinding } from "./claim-finding.ts";
import { digestOf, digestOfFiles } from "./digest.ts";
import { examine, type StudyResults } from "./examination.ts";
import { feedbackOf } from "./feedback-finding.ts";
import type { ClaimFinding, Findings } from "./findings.ts";
import { horizonFindings } from "./horizon-finding.ts";
import { historyFinding } from "./past.ts";
import { measureFindings, policyFindings } from "./policy-finding.ts";
import { robustnessFinding } from "./robustness-finding.ts";

/** Judges every claim of a study by the results of its plan. */
export async function concludeStudy(plan: StudyPlan, results: StudyResults): Promise<Findings> {
  const { study, seed, futures, main } = plan;
  const examination = await examine(plan, results);
  const feedback = await feedbackOf(plan, examination);
  // One after the other: each claim lets go of its columns before the next reads its own.
  const claims: ClaimFinding[] = [];
  for (const claim of study.claims) claims.push(await claimFinding(examination, claim, feedback));
  const findings = {
    study: { id: study.id, files: digestOfFiles(study) },
    engine: engineVersion,
    seed,
    inputs: main.job.design.kind === "table" ? digestOfJson(main.job.design.columns) : null,
    futures,
    failed: results.main.failed.length,
    examined: examination.futures,
    history: examination.past === undefined ? null : historyFinding(examination.past, study.hindcast?.until),
    hingeFutures: results.hinges?.futures ?? 0,
    checks: await checkFindings(examination, plan.reality, results.reality),
    feedback: feedback.finding,
    claims,
    policies: await policyFindings(examination),
    horizons: await horizonFindings(examination),
    robustness: await robustnessFinding(examination),
    measures: await measureFindings(examination),
  };
  return { digest: digestOf(findings), ...findings };
}
