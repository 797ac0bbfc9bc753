import { type SobolIndex, type SobolOptions, sobolIndex } from "./sobol-index.ts";

/** What each base row of a design adds to the sums that indices are made of, so that a resample is one pass of additions. */
export interface RowTable {
  readonly rows: number;
  readonly width: number;
  /** shape [rows][width] */
  readonly cells: Float64Array;
}

/** Indices from the column sums of `rows` rows. */
export type Statistics = (sums: Float64Array, rows: number) => Float64Array;

/** Each statistic of the table, with the interval that rows drawn anew with replacement give it. */
export function bootstrapped(table: RowTable, statistics: Statistics, options: SobolOptions): readonly SobolIndex[] {
  const values = statistics(
    columnSums(table, (row) => row),
    table.rows,
  );
  const draws = resampled(table, statistics, values.length, options);
  return Array.from(values, (value, position) => sobolIndex(value, draws[position]!));
}

/** Sums of each column over `rows` rows, the n-th of which is `pick(n)`. Shape [width]. */
export function columnSums({ rows, width, cells }: RowTable, pick: (n: number) => number): Float64Array {
  const sums = new Float64Array(width);
  for (let n = 0; n < rows; n++) {
    const start = pick(n) * width;
    for (let i = 0; i < width; i++) sums[i]! += cells[start + i]!;
  }
  return sums;
}

/** Resamples that are added up in one pass over the table: their sums and a row of it stay in the nearest cache. */
const together = 8;

/** Shape [statistics][resamples]. */
function resampled(
  table: RowTable,
  statistics: Statistics,
  count: number,
  { uniform, resamples = 1000 }: SobolOptions,
): readonly Float64Array[] {
  const { rows, width } = table;
  const out = Array.from({ length: count }, () => new Float64Array(resamples));
  const times = new Uint16Array(rows * together);
  const sums = new Float64Array(together * width);
  for (let first = 0; first < resamples; first += together) {
    const some = Math.min(together, resamples - first);
    times.fill(0);
    for (let r = 0; r < some; r++)
      for (let n = 0; n < rows; n++) times[Math.floor(uniform((first + r) * rows + n) * rows) * together + r]! += 1;
    addTimes(table, times, sums.fill(0));
    for (let r = 0; r < some; r++) {
      const values = statistics(sums.subarray(r * width, (r + 1) * width), rows);
      for (let at = 0; at < count; at++) out[at]![first + r] = values[at]!;
    }
  }
  return out;
}

/** @param times  how often each row is drawn; shape [row][together]    @param sums  shape [together][width] */
function addTimes({ rows, width, cells }: RowTable, times: Uint16Array, sums: Float64Array): void {
  for (let row = 0; row < rows; row++)
    for (let r = 0; r < together; r++) {
      const drawn = times[row * together + r]!;
      if (drawn === 0) continue;
      const [from, into] = [row * width, r * width];
      for (let i = 0; i < width; i++) sums[into + i]! += drawn * cells[from + i]!;
    }
}
