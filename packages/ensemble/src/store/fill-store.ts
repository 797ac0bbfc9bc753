import { columnCount } from "../execute/range.ts";
import { cutRanges, futuresIn } from "../execute/ranges.ts";
import { checkWhole, type RunOptions, runRanges } from "../execute/run-ensemble.ts";
import type { Job, Progress, Range } from "../job.ts";
import { type Gathered, openGathering } from "./gathering.ts";
import type { Store } from "./store.ts";

export interface FillOptions extends RunOptions {
  /** Which futures are wanted; all of them if left out. */
  readonly within?: Range | undefined;
}

/** A range that is kept is a whole number of these at most this large: a crash costs no more, and a column stays in few pieces. */
const largestFile = 16_000_000;
const mostFutures = 8192;

/** How many futures a kept range holds. A power of two, so that ranges of any two runs begin at the same places. */
export function rangeSize(job: Job): number {
  let size = mostFutures;
  while (size > job.program.layout.block && 8 * columnCount(job) * size > largestFile) size /= 2;
  return size;
}

/**
 * Runs the futures that a store does not have yet. When the run is cancelled, or fails, what is finished is kept, and the next call
 * goes on from there.
 */
export async function fillStore(store: Store, options: FillOptions = {}): Promise<void> {
  checkWhole(store.job);
  const ranges = cutRanges(store.missing(options.within), rangeSize(store.job));
  const gathering = openGathering(store.job, ranges);
  let writing = Promise.resolve();
  const write = ({ range, values }: Gathered) => {
    // One write at a time: who fills a range waits for the one before it, so that memory stays bounded and no thread idles long.
    const before = writing;
    writing = before.then(() => store.add(range, values));
    // Who waits next hears of a fault; until then it is nobody's.
    writing.catch(() => {});
    return before;
  };
  const finished = (range: Range, values: Float64Array) => {
    const whole = gathering.place(range, values);
    return whole && write(whole);
  };
  try {
    await runRanges(
      { job: store.job, ranges, finished },
      { ...options, onProgress: progressOf(store, ranges, options) },
    );
  } finally {
    for (const piece of gathering.pieces()) write(piece);
    await writing;
  }
}

/** Counts what was there before the start. */
function progressOf(store: Store, ranges: readonly Range[], { onProgress, within }: FillOptions) {
  const total = within === undefined ? store.futures : within.end - within.first;
  const before = total - futuresIn(ranges);
  return (progress: Progress) => onProgress?.({ ...progress, done: before + progress.done, total });
}
