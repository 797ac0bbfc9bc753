import { quantilesOf } from "../quantile/quantile.ts";
import type { SaltelliBlocks } from "./saltelli-blocks.ts";

/** One index with its 95 % bootstrap interval. All dimensionless; NaN where the outcome never varies. */
export interface SobolIndex {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether the interval is narrow enough for the value to be shown. */
  readonly converged: boolean;
}

/** Both shape [k], in the order of the inputs. */
export interface SobolIndices {
  readonly first: readonly SobolIndex[];
  readonly total: readonly SobolIndex[];
}

export interface SobolOptions {
  /** Draw `i` of a stream of numbers in [0, 1): the only source of chance. */
  readonly uniform: (i: number) => number;
  readonly resamples?: number;
}

/**
 * First and total order Sobol' indices of each input, from the outcome at a Saltelli design.
 *
 * With f centred by its mean over A and B, and V its variance there,
 * S_i = mean(f(B) (f(AB_i) - f(A))) / V     Saltelli et al. 2010, Comput. Phys. Commun. 181, 259-270, Table 2 (b);
 * T_i = mean((f(A) - f(AB_i))²) / 2V        Table 2 (f), after Jansen 1999, Comput. Phys. Commun. 117, 35-43.
 *
 * Intervals: percentiles 2.5 and 97.5 of the same statistics over rows drawn anew with replacement (Archer, Saltelli & Sobol'
 * 1997, J. Stat. Comput. Simul. 58, 99-120). An index has converged when its interval is no wider than 0.1, or than a third of
 * its value, so that a large index is not withheld for a doubt that is small beside it. A rule on the width of the interval:
 * Sarrazin, Pianosi & Wagener 2016, Environ. Model. Softw. 79, 135-152.
 */
export function sobolIndices(blocks: SaltelliBlocks, { uniform, resamples = 1000 }: SobolOptions): SobolIndices {
  const table = rowTable(blocks);
  // Rounding would give a constant outcome a variance just above 0, and indices made of noise.
  if (isConstant(blocks)) return unknownIndices(table.inputs);
  const values = statistics(
    table,
    columnSums(table, (row) => row),
  );
  const draws = resampled(table, uniform, resamples);
  const index = (position: number): SobolIndex => {
    const [low, high] = quantilesOf(draws[position]!, [0.025, 0.975]);
    const value = values[position]!;
    return { value, low: low!, high: high!, converged: high! - low! <= Math.max(0.1, value / 3) };
  };
  return {
    first: blocks.ab.map((_, i) => index(i)),
    total: blocks.ab.map((_, i) => index(blocks.ab.length + i)),
  };
}

function isConstant({ a, b }: SaltelliBlocks): boolean {
  return a.every((value) => value === a[0]) && b.every((value) => value === a[0]);
}

function unknownIndices(inputs: number): SobolIndices {
  const unknown = { value: Number.NaN, low: Number.NaN, high: Number.NaN, converged: false };
  return { first: Array.from({ length: inputs }, () => unknown), total: Array.from({ length: inputs }, () => unknown) };
}

/**
 * What each base row adds to the sums that the indices are made of, row by row, so that a resample is one pass of additions:
 * f(A) + f(B), f(A)² + f(B)², then for each input f(B) (f(AB) - f(A)), f(AB) - f(A), (f(A) - f(AB))².
 */
interface RowTable {
  readonly rows: number;
  readonly inputs: number;
  readonly width: number;
  /** shape [rows][width] */
  readonly cells: Float64Array;
}

function rowTable({ a, b, ab }: SaltelliBlocks): RowTable {
  const width = 2 + 3 * ab.length;
  const cells = new Float64Array(a.length * width);
  const centre = (sumOf(a) + sumOf(b)) / (2 * a.length);
  for (let row = 0; row < a.length; row++) {
    const fa = a[row]! - centre;
    const fb = b[row]! - centre;
    let at = row * width;
    cells[at++] = fa + fb;
    cells[at++] = fa * fa + fb * fb;
    for (const column of ab) {
      const step = column[row]! - centre - fa;
      cells[at++] = fb * step;
      cells[at++] = step;
      cells[at++] = step * step;
    }
  }
  return { rows: a.length, inputs: ab.length, width, cells };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Sums of each column over `rows` rows, the n-th of which is `pick(n)`. Shape [width]. */
function columnSums({ rows, width, cells }: RowTable, pick: (n: number) => number): Float64Array {
  const sums = new Float64Array(width);
  for (let n = 0; n < rows; n++) {
    const start = pick(n) * width;
    for (let i = 0; i < width; i++) sums[i]! += cells[start + i]!;
  }
  return sums;
}

/** First-order indices, then total ones: shape [2 × inputs]. The centre is that of the rows summed. */
function statistics({ rows, inputs }: RowTable, sums: Float64Array): Float64Array {
  const mean = sums[0]! / (2 * rows);
  const variance = sums[1]! / (2 * rows) - mean * mean;
  const out = new Float64Array(2 * inputs);
  for (let i = 0; i < inputs; i++) {
    const [product, step, square] = sums.subarray(2 + 3 * i);
    out[i] = (product! - mean * step!) / rows / variance;
    out[inputs + i] = square! / (2 * rows) / variance;
  }
  return out;
}

/** Shape [2 × inputs][resamples]. */
function resampled(table: RowTable, uniform: (i: number) => number, resamples: number): readonly Float64Array[] {
  const out = Array.from({ length: 2 * table.inputs }, () => new Float64Array(resamples));
  for (let r = 0; r < resamples; r++) {
    const sums = columnSums(table, (n) => Math.floor(uniform(r * table.rows + n) * table.rows));
    statistics(table, sums).forEach((value, position) => {
      out[position]![r] = value;
    });
  }
  return out;
}
