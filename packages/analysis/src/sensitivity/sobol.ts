import { bootstrapped, type RowTable } from "./row-table.ts";
import type { SaltelliBlocks } from "./saltelli-blocks.ts";
import { type SobolIndex, type SobolOptions, unknownIndex } from "./sobol-index.ts";

/** Both shape [k], in the order of the inputs. */
export interface SobolIndices {
  readonly first: readonly SobolIndex[];
  readonly total: readonly SobolIndex[];
}

/**
 * First and total order Sobol' indices of each input, from the outcome at a Saltelli design.
 *
 * With f centred by its mean over A and B, and V its variance there,
 * S_i = mean(f(B) (f(AB_i) - f(A))) / V     Saltelli et al. 2010, Comput. Phys. Commun. 181, 259-270, Table 2 (b);
 * T_i = mean((f(A) - f(AB_i))²) / 2V        Table 2 (f), after Jansen 1999, Comput. Phys. Commun. 117, 35-43.
 *
 * Intervals and the rule of convergence: `sobolIndex`.
 */
export function sobolIndices(blocks: SaltelliBlocks, options: SobolOptions): SobolIndices {
  const inputs = blocks.ab.length;
  // Rounding would give a constant outcome a variance just above 0, and indices made of noise.
  if (isConstant(blocks)) return unknownIndices(inputs);
  return indicesOf(rowTable(blocks), inputs, options);
}

export function isConstant({ a, b }: SaltelliBlocks): boolean {
  return a.every((value) => value === a[0]) && b.every((value) => value === a[0]);
}

export function unknownIndices(inputs: number): SobolIndices {
  const unknown = Array.from({ length: inputs }, () => unknownIndex);
  return { first: unknown, total: unknown };
}

export function indicesOf(table: RowTable, inputs: number, options: SobolOptions): SobolIndices {
  const all = bootstrapped(table, sobolStatistics, options);
  return { first: all.slice(0, inputs), total: all.slice(inputs) };
}

/** Mean of the outcome over A and B. */
export function centreOf({ a, b }: SaltelliBlocks): number {
  return (sumOf(a) + sumOf(b)) / (2 * a.length);
}

/**
 * Row by row: f(A) + f(B), f(A)² + f(B)², then for each input f(B) (f(AB) - f(A)), f(AB) - f(A), (f(A) - f(AB))², all less
 * the centre.
 */
export function rowTable({ a, b, ab }: SaltelliBlocks, centre = centreOf({ a, b, ab })): RowTable {
  const width = 2 + 3 * ab.length;
  const cells = new Float64Array(a.length * width);
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
  return { rows: a.length, width, cells };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** First-order indices, then total ones: shape [2 × inputs]. The centre is that of the rows summed. */
export function sobolStatistics(sums: Float64Array, rows: number): Float64Array {
  const inputs = (sums.length - 2) / 3;
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
