import { cores, openSpawn } from "#spawn";
import { checkJob } from "../check-job.ts";
import type { Experiments, Job } from "../job.ts";
import { runCrew, type Watch } from "./crew.ts";
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
  const problems = checkJob(job);
  if (problems.length > 0) throw new Error(problems.map(({ says }) => says).join("\n"));
  const threads = options.threads ?? cores();
  if (!Number.isInteger(threads) || threads < 0) throw new Error(`There cannot be ${threads} threads.`);
  const spawn = options.spawn ?? (threads === 0 ? spawnHere : await openSpawn());
  options.signal?.throwIfAborted();
  const table = openTable(job);
  await runCrew({ job, spawn, threads: Math.max(1, threads), finished: table.place }, options);
  return table.experiments();
}
