import { type RunOptions as EnsembleOptions, type Progress, runEnsemble } from "@sequitur/ensemble";
import { type PlanOptions, planStudy, type StudyPlan } from "../plan/plan-study.ts";
import type { Study } from "../read/study.ts";
import { concludeStudy } from "./conclude.ts";
import type { Findings } from "./findings.ts";

/** Progress counts the futures of both designs together. */
export interface RunOptions extends PlanOptions, EnsembleOptions {}

/**
 * Plans a study, runs it, and concludes. The findings do not depend on the number of threads. Rejects with the signal's reason
 * when that aborts.
 */
export async function runStudy(study: Study, options: RunOptions = {}): Promise<Findings> {
  const plan = planStudy(study, options);
  const main = await runEnsemble(plan.main.job, { ...options, onProgress: mainProgress(plan, options) });
  if (plan.hinges === undefined) return concludeStudy(plan, { main, hinges: undefined });
  const hinges = await runEnsemble(plan.hinges.job, { ...options, onProgress: hingesProgress(plan, options) });
  return concludeStudy(plan, { main, hinges });
}

type Report = (progress: Progress) => void;

function mainProgress(plan: StudyPlan, { onProgress }: RunOptions): Report {
  const waiting = hingeFutures(plan) * (plan.hinges?.policies.length ?? 0);
  return (progress) =>
    onProgress?.({
      ...progress,
      total: plan.futures + hingeFutures(plan),
      secondsLeft: progress.secondsLeft + (progress.rate > 0 ? waiting / progress.rate : 0),
    });
}

function hingesProgress(plan: StudyPlan, { onProgress }: RunOptions): Report {
  return (progress) =>
    onProgress?.({ ...progress, done: plan.futures + progress.done, total: plan.futures + hingeFutures(plan) });
}

function hingeFutures({ hinges, study }: StudyPlan): number {
  return hinges?.job.design.kind === "saltelli" ? hinges.job.design.base * (study.uncertainties.length + 2) : 0;
}
