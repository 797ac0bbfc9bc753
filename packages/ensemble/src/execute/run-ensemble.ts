import { cores, openSpawn } from "#spawn";
import { checkJob } from "../check-job.ts";
import { designSize } from "../design/designs.ts";
import type { Experiments, Job } from "../job.ts";
import { runCrew, type Task, type Watch } from "./crew.ts";
import { spawnHere } from "./spawn-here.ts";
import { openTable } from "./table.ts";
import type { Spawn } from "./thread.ts";

export interface RunOptions extends Watch {
  /** As many as the machine has cores, unless given. 0 runs in this thread, which other work shares between ranges. */
  readonly threads?: number | undefined;
  /** Starts a thread in place of the usual way, as a page in a single file must; what it starts calls `serve`. */
  readonly spawn?: Spawn | undefined;
}

/**
 * Runs all futures of a job under every policy. The table is the same to the last bit for any number of threads and any machine.
 * A worker that dies costs its range, which is run once more; when that fails too, the promise is rejected and names the range.
 */
export async function runEnsemble(job: Job, options: RunOptions = {}): Promise<Experiments> {
  checkWhole(job);
  const table = openTable(job);
  const whole = { first: 0, end: designSize(job.design, job.uncertainties.length) };
  await runRanges({ job, ranges: [whole], finished: table.place }, options);
  return table.experiments();
}

/** Throws where a job has problems: who made it should have asked `checkJob`. */
export function checkWhole(job: Job): void {
  const problems = checkJob(job);
  if (problems.length > 0) throw new Error(problems.map(({ says }) => says).join("\n"));
}

/** Runs some futures of a checked job on threads. */
export async function runRanges(task: Omit<Task, "spawn" | "threads">, options: RunOptions): Promise<void> {
  const threads = options.threads ?? cores();
  if (!Number.isInteger(threads) || threads < 0) throw new Error(`There cannot be ${threads} threads.`);
  const spawn = options.spawn ?? (threads === 0 ? spawnHere : await openSpawn());
  options.signal?.throwIfAborted();
  await runCrew({ ...task, spawn, threads: Math.max(1, threads) }, options);
}
