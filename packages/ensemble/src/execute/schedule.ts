import type { Range } from "../job.ts";
import { futuresIn } from "./ranges.ts";

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

/** @param ranges  the futures to run; no range that is given out reaches over the end of one of these */
export function openSchedule(ranges: readonly Range[]): Schedule {
  const lost: Range[] = [];
  const lostBefore = new Set<number>();
  const total = futuresIn(ranges);
  let at = 0;
  let next = ranges[0]?.first ?? 0;
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
      const within = ranges[at];
      if (within === undefined) return undefined;
      const range = { first: next, end: Math.min(next + size, within.end) };
      given += range.end - range.first;
      next = range.end;
      if (next === within.end) next = ranges[++at]?.first ?? next;
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
