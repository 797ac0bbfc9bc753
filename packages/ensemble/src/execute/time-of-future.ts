import type { Job } from "../job.ts";
import { openMachines } from "./machines.ts";
import { columnCount, openRanges } from "./range.ts";

const longEnough = 40;
const mostBlocks = 4096;

/**
 * Seconds that a future takes on one thread, under all policies: the first few are run in this one, twice as many each time until
 * that takes long enough to be told from nothing. The first rounds, when code is still being compiled, do not count.
 */
export async function timeOfFuture(job: Job): Promise<number> {
  const { block } = job.program.layout;
  const run = openRanges(await openMachines(job), job);
  for (let blocks = 1; ; blocks *= 2) {
    const futures = blocks * block;
    const into = new Float64Array(columnCount(job) * futures);
    const begun = performance.now();
    run({ first: 0, end: futures }, into);
    const lasted = performance.now() - begun;
    if (lasted >= longEnough || blocks >= mostBlocks) return lasted / 1000 / futures;
  }
}
