import { engineVersion } from "@sequitur/engine";
import { claimFinding } from "./claim-finding.ts";
import { digestOf, digestOfFiles } from "./digest.ts";
import { evidenceOf, type StudyResults } from "./evidence.ts";
import type { Findings } from "./findings.ts";
import type { StudyPlan } from "./plan.ts";
import { measureFindings, policyFindings } from "./policy-finding.ts";

/** Judges every claim of a study by the results of its plan. */
export function concludeStudy(plan: StudyPlan, results: StudyResults): Findings {
  const { study, seed, futures } = plan;
  const evidence = evidenceOf(plan, results);
  const findings = {
    study: { id: study.id, files: digestOfFiles(study) },
    engine: engineVersion,
    seed,
    futures,
    failed: results.main.failed.length,
    hingeFutures: results.hinges?.futures ?? 0,
    claims: study.claims.map((claim) => claimFinding(evidence, claim)),
    policies: policyFindings(evidence),
    measures: measureFindings(evidence),
  };
  return { digest: digestOf(findings), ...findings };
}
