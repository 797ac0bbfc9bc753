import { bootstrapped, type RowTable } from "./row-table.ts";
import type { PairedBlocks, SaltelliBlocks } from "./saltelli-blocks.ts";
import { centreOf, isConstant } from "./sobol.ts";
import { type SobolIndex, type SobolOptions, unknownIndex } from "./sobol-index.ts";

/** What two inputs do together; `inputs` rise. */
export interface PairIndex {
  readonly inputs: readonly [number, number];
  readonly index: SobolIndex;
}

/**
 * Second-order Sobol' index of each pair: the share of variance that these two inputs make together and no others with them.
 *
 * S_ij = mean((f(BA_i) - f(B)) (f(AB_j) - f(A))) / V, averaged over the two ways to name the pair. Multiplied out it is the
 * estimator of Saltelli 2002, Comput. Phys. Commun. 145, 280-297 (theorem 2, with S_i and S_j taken off); written in
 * differences, as Saltelli et al. 2010, Table 2 (b), writes the first order, it needs no centre and has no error where an input
 * does nothing. Pairs in the order 01, 02 … 12 …; intervals and the rule of convergence: `sobolIndex`.
 */
export function secondOrderIndices(blocks: PairedBlocks, options: SobolOptions): readonly PairIndex[] {
  const { a, b } = blocks;
  const fromA = blocks.ab.map((column) => difference(column, a));
  const fromB = blocks.ba.map((column) => difference(column, b));
  return pairIndices(
    blocks,
    (row, i, j) => (fromB[i]![row]! * fromA[j]![row]! + fromB[j]![row]! * fromA[i]![row]!) / 2,
    options,
  );
}

/**
 * Total interaction index of each pair: the share of variance of all interactions in which both inputs take part, with others or
 * without; T_i + T_j less the total index of the pair as one. It needs no runs beyond those of the first and total order:
 *
 * Y_ij = mean((f(AB_i) - f(A)) (f(AB_j) - f(A))) / V, from Jansen's 1999 estimators of T_i, T_j and T_{ij}, since AB_i and AB_j
 * differ in just those two inputs.
 * Source of the index: Liu & Owen 2006, J. Am. Stat. Assoc. 101, 712-721; Fruth, Roustant & Kuhnt 2014, J. Stat. Plan.
 * Inference 147, 212-223.
 */
export function totalInteractions(blocks: SaltelliBlocks, options: SobolOptions): readonly PairIndex[] {
  const steps = blocks.ab.map((column) => difference(column, blocks.a));
  return pairIndices(blocks, (row, i, j) => steps[i]![row]! * steps[j]![row]!, options);
}

function difference(column: Float64Array, from: Float64Array): Float64Array {
  return column.map((value, row) => value - from[row]!);
}

function pairIndices(
  blocks: SaltelliBlocks,
  product: (row: number, i: number, j: number) => number,
  options: SobolOptions,
): readonly PairIndex[] {
  const pairs = pairsOf(blocks.ab.length);
  if (isConstant(blocks)) return pairs.map((inputs) => ({ inputs, index: unknownIndex }));
  const found = bootstrapped(pairTable(blocks, pairs, product), pairStatistics, options);
  return pairs.map((inputs, p) => ({ inputs, index: found[p]! }));
}

function pairsOf(inputs: number): readonly (readonly [number, number])[] {
  const rest = (i: number) => Array.from({ length: inputs - i - 1 }, (_, n) => [i, i + 1 + n] as const);
  return Array.from({ length: inputs }, (_, i) => rest(i)).flat();
}

/** Row by row f(A) + f(B), f(A)² + f(B)², both less the centre, then the product of each pair. */
function pairTable(
  blocks: SaltelliBlocks,
  pairs: readonly (readonly [number, number])[],
  product: (row: number, i: number, j: number) => number,
): RowTable {
  const { a, b } = blocks;
  const centre = centreOf(blocks);
  const width = 2 + pairs.length;
  const cells = new Float64Array(a.length * width);
  for (let row = 0; row < a.length; row++) {
    const fa = a[row]! - centre;
    const fb = b[row]! - centre;
    cells[row * width] = fa + fb;
    cells[row * width + 1] = fa * fa + fb * fb;
    for (const [p, [i, j]] of pairs.entries()) cells[row * width + 2 + p] = product(row, i, j);
  }
  return { rows: a.length, width, cells };
}

function pairStatistics(sums: Float64Array, rows: number): Float64Array {
  const mean = sums[0]! / (2 * rows);
  const variance = sums[1]! / (2 * rows) - mean * mean;
  return sums.subarray(2).map((sum) => sum / rows / variance);
}
