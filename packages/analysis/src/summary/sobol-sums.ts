import { columnSums } from "../sensitivity/row-table.ts";
import type { SaltelliBlocks } from "../sensitivity/saltelli-blocks.ts";
import { rowTable, type SobolIndices, sobolStatistics } from "../sensitivity/sobol.ts";
import type { SobolIndex } from "../sensitivity/sobol-index.ts";
import { momentsOf } from "./moments.ts";

/** What a part of a Saltelli design adds to the indices of the whole: 3k + 2 numbers, however many rows it had. */
export interface SobolSums {
  readonly rows: number;
  /** What every outcome was lessened by: the same for all parts, near the mean lest digits cancel. */
  readonly centre: number;
  /** shape [2 + 3 × inputs] */
  readonly sums: Float64Array;
}

/** @param centre  any number near the outcome's mean, such as the first outcome of the first part; the same for every part */
export function sobolSums(blocks: SaltelliBlocks, centre: number): SobolSums {
  const table = rowTable(blocks, centre);
  return { rows: table.rows, centre, sums: columnSums(table, (row) => row) };
}

/** Two parts as one. To have the same bits on every machine, parts have to be merged in the same order. */
export function mergedSobolSums(a: SobolSums, b: SobolSums): SobolSums {
  if (a.centre !== b.centre) throw new Error(`Parts with centres ${a.centre} and ${b.centre} do not merge.`);
  return { rows: a.rows + b.rows, centre: a.centre, sums: a.sums.map((sum, i) => sum + b.sums[i]!) };
}

/**
 * First and total order indices of a design of which only the sums of its parts are left, by the estimators of `sobolIndices`.
 * Intervals: value ± 1.96 standard errors of the jackknife that leaves out one part at a time (Efron & Tibshirani 1993, chapter
 * 11), so at least two parts of about equal size; converged by the rule of `sobolIndex`.
 */
export function indicesOfSums(parts: readonly SobolSums[]): SobolIndices {
  const whole = parts.reduce(mergedSobolSums);
  const values = sobolStatistics(whole.sums, whole.rows);
  const without = parts.map(({ rows, sums }) =>
    sobolStatistics(
      whole.sums.map((sum, i) => sum - sums[i]!),
      whole.rows - rows,
    ),
  );
  const all = Array.from(values, (value, i) =>
    jackknifed(
      value,
      without.map((each) => each[i]!),
    ),
  );
  return { first: all.slice(0, all.length / 2), total: all.slice(all.length / 2) };
}

function jackknifed(value: number, without: readonly number[]): SobolIndex {
  const { squares } = momentsOf(without);
  const reach = 1.959963984540054 * Math.sqrt((squares * (without.length - 1)) / without.length);
  return { value, low: value - reach, high: value + reach, converged: 2 * reach <= Math.max(0.1, value / 3) };
}
