import {
  designSize,
  type RunOptions as EnsembleOptions,
  type ExperimentReader,
  type Job,
  type Progress,
  readerOf,
  runEnsemble,
} from "@sequitur/ensemble";
import { type PlanOptions, planStudy } from "../plan/plan-study.ts";
import type { Study } from "../read/study.ts";
import { concludeStudy } from "./conclude.ts";
import type { Findings } from "./findings.ts";

/** Progress counts the futures of all designs together. */
export interface RunOptions extends PlanOptions, EnsembleOptions {}

/**
 * Plans a study, runs it in memory, and concludes. The findings do not depend on the number of threads. Rejects with the signal's
 * reason when that aborts.
 */
export async function runStudy(study: Study, options: RunOptions = {}): Promise<Findings> {
  const plan = planStudy(study, options);
  const others = plan.reality.map(({ job }) => job);
  const jobs = [plan.past?.job, plan.main.job, plan.hinges?.job, ...others];
  const [past, main, hinges, ...reality] = await runInTurn(jobs, options);
  if (main === undefined) throw new Error("The main job of a study is always run.");
  return concludeStudy(plan, { main, past, hinges, reality: reality.filter((one) => one !== undefined) });
}

/** Runs those jobs that there are, with one progress over all of them. */
export async function runInTurn(
  jobs: readonly (Job | undefined)[],
  options: RunOptions,
): Promise<readonly (ExperimentReader | undefined)[]> {
  const results: (ExperimentReader | undefined)[] = [];
  for (const [i, job] of jobs.entries()) {
    const [before, after] = [jobs.slice(0, i).filter(isJob), jobs.slice(i + 1).filter(isJob)];
    const onProgress = (progress: Progress) => options.onProgress?.(overall(progress, before, after));
    results.push(job && readerOf(await runEnsemble(job, { ...options, onProgress })));
  }
  return results;
}

const isJob = (job: Job | undefined): job is Job => job !== undefined;

/** Counts futures over all jobs; what is left is reckoned in runs, since jobs differ in how many policies they run. */
function overall(progress: Progress, before: readonly Job[], after: readonly Job[]): Progress {
  const futures = (jobs: readonly Job[]) => jobs.reduce((sum, job) => sum + futuresOf(job), 0);
  const waiting = after.reduce((sum, job) => sum + futuresOf(job) * job.policies.length, 0);
  return {
    ...progress,
    done: futures(before) + progress.done,
    total: futures(before) + progress.total + futures(after),
    secondsLeft: progress.secondsLeft + (progress.rate > 0 ? waiting / progress.rate : 0),
  };
}

function futuresOf({ design, uncertainties }: Job): number {
  return designSize(design, uncertainties.length);
}
