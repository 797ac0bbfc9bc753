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

/** Shape [statistics][resamples]. */
function resampled(
  table: RowTable,
  statistics: Statistics,
  count: number,
  { uniform, resamples = 1000 }: SobolOptions,
): readonly Float64Array[] {
  const out = Array.from({ length: count }, () => new Float64Array(resamples));
  for (let r = 0; r < resamples; r++) {
    const sums = columnSums(table, (n) => Math.floor(uniform(r * table.rows + n) * table.rows));
    statistics(sums, table.rows).forEach((value, position) => {
      out[position]![r] = value;
    });
  }
  return out;
}
