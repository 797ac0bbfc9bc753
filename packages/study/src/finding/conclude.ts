import { engineVersion } from "@sequitur/engine";
import { digestOfJson } from "@sequitur/ensemble";
import type { StudyPlan } from "../plan/plan-study.ts";
import { type Analyst, type AnalystBasis, type OpenAnalyst, openAnalyst } from "./analyst.ts";
import { atOnce } from "./at-once.ts";
import { checkFindings } from "./check-finding.ts";
import { claimFinding } from "./claim-finding.ts";
import { digestOf, digestOfFiles } from "./digest.ts";
import { type Examination, examine, type StudyResults } from "./examination.ts";
import { feedbackOf } from "./feedback-finding.ts";
import type { Findings } from "./findings.ts";
import { horizonFindings } from "./horizon-finding.ts";
import { type JudgingProgress, type Meter, openMeter } from "./meter.ts";
import { historyFinding } from "./past.ts";
import { measureFindings, policyFindings } from "./policy-finding.ts";
import { openPriors } from "./prior-finding.ts";
import { robustnessFinding } from "./robustness-finding.ts";

export interface ConcludeOptions {
  /** Who works out what takes long; this thread, if left out. The findings are the same. */
  readonly openAnalyst?: OpenAnalyst;
  readonly onProgress?: ((progress: JudgingProgress) => void) | undefined;
}

/** Judges every claim of a study by the results of its plan. */
export async function concludeStudy(
  plan: StudyPlan,
  results: StudyResults,
  options: ConcludeOptions = {},
): Promise<Findings> {
  const meter = openMeter(plan, options.onProgress ?? (() => {}));
  const examination = await examine(plan, results);
  const basis = await analystBasis(plan, examination);
  const analyst = (options.openAnalyst ?? openAnalyst)(basis);
  try {
    return await concluded({ plan, results, examination, basis, analyst, meter });
  } finally {
    analyst.close();
  }
}

async function analystBasis({ study, seed, hinges }: StudyPlan, { told, input }: Examination): Promise<AnalystBasis> {
  const columns: Float64Array[] = [];
  for (const at of study.uncertainties.keys()) columns.push((await input(at)).slice(0, told));
  const hingeRows = hinges?.job.design.kind === "saltelli" ? hinges.job.design.base : 0;
  return { study, seed, hingeRows, columns };
}

interface Matter {
  readonly plan: StudyPlan;
  readonly results: StudyResults;
  readonly examination: Examination;
  readonly basis: AnalystBasis;
  readonly analyst: Analyst;
  readonly meter: Meter;
}

async function concluded({ plan, results, examination, basis, analyst, meter }: Matter): Promise<Findings> {
  const { study, seed, futures, main } = plan;
  const { past } = examination;
  const history = past === undefined ? null : await historyFinding(past, study.hindcast?.until);
  meter("past");
  const feedback = await feedbackOf(plan, examination, { columns: basis.columns, analyst, meter });
  const priors = await openPriors(plan, results, examination);
  // As many at once as the analyst works on, and no more: each claim lets go of its columns before the next reads its own.
  const claims = await atOnce(study.claims, analyst.width, async (claim) => {
    const finding = await claimFinding(examination, claim, { feedback, priors, analyst });
    meter("claim");
    return finding;
  });
  const findings = {
    study: { id: study.id, files: digestOfFiles(study) },
    engine: engineVersion,
    seed,
    inputs: main.job.design.kind === "table" ? digestOfJson(main.job.design.columns) : null,
    futures,
    failed: results.main.failed.length,
    examined: examination.futures,
    history,
    hingeFutures: results.hinges?.futures ?? 0,
    priors: priors.findings,
    checks: await checkFindings(examination, plan.reality, results.reality),
    feedback: feedback.finding,
    rivalFeedback: feedback.rivals,
    claims,
    policies: await policyFindings(examination, meter),
    horizons: await horizonFindings(examination, meter),
    robustness: await robustnessFinding(examination, meter),
    measures: await measureFindings(examination),
  };
  return { digest: digestOf(findings), ...findings };
}
