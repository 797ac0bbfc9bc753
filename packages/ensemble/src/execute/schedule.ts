import type { Range } from "../job.ts";

/** Shares out the futures of a run, each range once; one that was lost is given out a second time, and no third. */
export interface Schedule {
  readonly total: number;
  /** Futures finished. */
  readonly done: number;
  /** Futures neither finished nor given out. */
  readonly waiting: number;
  /** The next range of at most `size` futures, or undefined when all are given out. */
  next(size: number): Range | undefined;
  finished(range: Range): void;
  /** Takes back a range that a thread died over. False when it was taken back before. */
  takeBack(range: Range): boolean;
}

export function openSchedule(total: number): Schedule {
  const lost: Range[] = [];
  const lostBefore = new Set<number>();
  let given = 0;
  let done = 0;

  return {
    total,
    get done() {
      return done;
    },
    get waiting() {
      return total - given + lost.reduce((sum, { first, end }) => sum + end - first, 0);
    },
    next(size) {
      if (lost.length > 0) return lost.pop();
      if (given === total) return undefined;
      const range = { first: given, end: Math.min(given + size, total) };
      given = range.end;
      return range;
    },
    finished({ first, end }) {
      done += end - first;
    },
    takeBack(range) {
      if (lostBefore.has(range.first)) return false;
      lostBefore.add(range.first);
      lost.push(range);
      return true;
    },
  };
}
