import { engineVersion } from "@sequitur/engine";
import type { StudyPlan } from "../plan/plan-study.ts";
import { claimFinding } from "./claim-finding.ts";
import { digestOf, digestOfFiles } from "./digest.ts";
import { examine, type StudyResults } from "./examination.ts";
import type { Findings } from "./findings.ts";
import { historyFinding } from "./past.ts";
import { measureFindings, policyFindings } from "./policy-finding.ts";

/** Judges every claim of a study by the results of its plan. */
export function concludeStudy(plan: StudyPlan, results: StudyResults): Findings {
  const { study, seed, futures } = plan;
  const examination = examine(plan, results);
  const findings = {
    study: { id: study.id, files: digestOfFiles(study) },
    engine: engineVersion,
    seed,
    futures,
    failed: results.main.failed.length,
    examined: examination.futures,
    history: examination.past === undefined ? null : historyFinding(examination.past, study.hindcast?.until),
    hingeFutures: results.hinges?.futures ?? 0,
    claims: study.claims.map((claim) => claimFinding(examination, claim)),
    policies: policyFindings(examination),
    measures: measureFindings(examination),
  };
  return { digest: digestOf(findings), ...findings };
}
