/**
 * How fast the run goes, as measured by the ranges that finish. The first range of each thread is one block: a calibration, whose
 * result counts like any other. From then on a range is made to last a few hundredths of a second, so that progress, cancelling
 * and the loss of a worker stay cheap, and sharing out does too. Pace decides who does what and when, never what comes out.
 */
export interface Pace {
  /** Tells that a thread finished that many futures at time `now`, which it was given at time `since`. */
  finished(thread: number, futures: number, since: number, now: number): void;
  /** How many futures to give a thread, of those still waiting. */
  sizeFor(thread: number, waiting: number): number;
  /**
   * Futures a second of all threads together, over the later half of the run, and no more than its last ten seconds: what came before,
   * when code was still being compiled and threads started, says little of what is to come, and so does a moment in which a file was
   * written. Undefined until there is half a second to look at.
   */
  rate(): number | undefined;
}

export interface PaceLimits {
  readonly threads: number;
  /** Futures that run side by side: a range is a whole number of blocks, but for the last. */
  readonly block: number;
  /** The most futures that a range's buffer may hold. */
  readonly largest: number;
}

/** Times are in milliseconds. */
const rangeLasts = 40;
const largestGrowth = 8;
const longestLook = 10_000;
const firstLook = 500;
// Clocks in a page are coarse: a range may seem to take no time at all.
const shortest = 0.1;

export function openPace({ threads, block, largest }: PaceLimits): Pace {
  const sizes = new Map<number, number>();
  let begun = Number.POSITIVE_INFINITY;
  // Moments, the first of them the last that is long enough ago; with the futures done by then.
  const log: { readonly now: number; readonly done: number }[] = [];

  return {
    finished(thread, futures, since, now) {
      const lasted = Math.max(now - since, shortest);
      sizes.set(thread, Math.min((futures * rangeLasts) / lasted, futures * largestGrowth));
      begun = Math.min(begun, since);
      if (log.length === 0) log.push({ now: since, done: 0 });
      log.push({ now, done: log[log.length - 1]!.done + futures });
      const lookBack = Math.min((now - begun) / 2, longestLook);
      while (log.length > 1 && log[1]!.now <= now - lookBack) log.shift();
    },
    sizeFor(thread, waiting) {
      const fairShare = waiting / (2 * threads);
      return block * Math.max(1, Math.floor(Math.min(sizes.get(thread) ?? 0, fairShare, largest) / block));
    },
    rate() {
      const [from, last] = [log[0], log[log.length - 1]];
      if (from === undefined || last === undefined || last.now - begun < firstLook) return undefined;
      return (1000 * (last.done - from.done)) / (last.now - from.now);
    },
  };
}
