import { columnCount } from "../execute/range.ts";
import type { Job, Range } from "../job.ts";

/** Puts the small ranges that threads finish together into the larger ones that are kept. */
export interface Gathering {
  /** Takes in a finished range, which lies in one of those to keep; gives that one when it is whole. */
  place(range: Range, values: Float64Array): Gathered | undefined;
  /** What is finished of those that are not whole, in pieces without gaps. */
  pieces(): readonly Gathered[];
}

export interface Gathered {
  readonly range: Range;
  /** shape [column][future of the range] */
  readonly values: Float64Array;
}

interface Open extends Gathered {
  readonly done: Range[];
  left: number;
}

/** @param ranges  those to keep: rising, without overlap */
export function openGathering(job: Job, ranges: readonly Range[]): Gathering {
  const columns = columnCount(job);
  const open = new Map<number, Open>();

  const openAround = ({ first }: Range): Open => {
    const range = ranges[lastStartingBy(ranges, first)]!;
    const known = open.get(range.first);
    if (known !== undefined) return known;
    const futures = range.end - range.first;
    const made = { range, values: new Float64Array(columns * futures), done: [], left: futures };
    open.set(range.first, made);
    return made;
  };

  return {
    place(range, values) {
      const into = openAround(range);
      copyColumns({ range, values }, into, columns);
      into.done.push(range);
      into.left -= range.end - range.first;
      if (into.left > 0) return undefined;
      open.delete(into.range.first);
      return into;
    },
    pieces() {
      return [...open.values()].flatMap((one) => joined(one.done).map((range) => piece(one, range, columns)));
    },
  };
}

/** Position of the last range that starts at `first` or before it. */
function lastStartingBy(ranges: readonly Range[], first: number): number {
  let [low, high] = [0, ranges.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.first <= first) low = middle;
    else high = middle;
  }
  return low;
}

function piece(whole: Gathered, range: Range, columns: number): Gathered {
  const part = { range, values: new Float64Array(columns * (range.end - range.first)) };
  copyColumns(whole, part, columns);
  return part;
}

/** Copies the futures that two ranges share, where one lies in the other. */
function copyColumns(from: Gathered, into: Gathered, columns: number): void {
  const [have, want] = [from.range.end - from.range.first, into.range.end - into.range.first];
  const first = Math.max(from.range.first, into.range.first);
  const futures = Math.min(have, want);
  for (let column = 0; column < columns; column++) {
    const start = column * have + first - from.range.first;
    into.values.set(from.values.subarray(start, start + futures), column * want + first - into.range.first);
  }
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const whole: Range[] = [];
  for (const { first, end } of ranges.toSorted((a, b) => a.first - b.first)) {
    const last = whole.at(-1);
    if (last?.end === first) whole[whole.length - 1] = { first: last.first, end };
    else whole.push({ first, end });
  }
  return whole;
}
