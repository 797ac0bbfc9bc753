import { risingOrder } from "../quantile/rising-order.ts";
import { type SobolIndex, type SobolOptions, sobolIndex, unknownIndex } from "./sobol-index.ts";

/**
 * First-order index of each input from any ensemble, with no design of its own: the futures are sorted by the input and cut into
 * classes of equal size, equal values together, and the index is the variance between class means in that of all futures.
 *
 * With n futures in m classes, S = 1 - (W / (n - m)) / (V / (n - 1)), W the squares within classes and V about the mean.
 * Class-conditional estimation: Plischke, Borgonovo & Smith 2013, Eur. J. Oper. Res. 226, 536-550.
 *
 * Bias: class means vary by chance, which alone would give an input that does nothing (m - 1) / (n - 1); dividing by degrees of
 * freedom takes that off (Kelley 1935, Proc. Natl. Acad. Sci. 21, 554-559), so an index may fall just below 0. What the outcome
 * varies inside a class is missed: of the order of S / m² for a smooth outcome. m is the whole cube root of n, at most 48, the
 * greatest number Plischke et al. use: both errors then vanish as n grows.
 *
 * Converged by the rule of `sobolIndex`; the interval is that of futures drawn anew within the same classes, moved by how
 * much such draws lie above the plain ratio on average. Where inputs are correlated an index counts what comes with them.
 * @param columns  shape [input][future]      @param outcome  shape [future], finite
 */
export function givenDataIndices(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  options: SobolOptions,
): readonly SobolIndex[] {
  if (outcome.every((value) => value === outcome[0])) return columns.map(() => unknownIndex);
  const centred = centredOf(outcome);
  const splits = columns.map((column) => classesOf(column, classCount(outcome.length)));
  const draws = resampledIndices(splits, centred, options);
  return splits.map((split, input) => {
    const { plain, index } = indexOf(split, centred, (row) => row);
    const moved = draws[input]!.map((value) => value - plain + index);
    return sobolIndex(index, moved);
  });
}

/** The largest whole number whose cube is not above n, between 2 and 48. */
export function classCount(n: number): number {
  let count = 2;
  while (count < 48 && (count + 1) * (count + 1) * (count + 1) <= n) count++;
  return count;
}

/** The class of each future by one input. */
export interface Classes {
  readonly count: number;
  /** shape [future] */
  readonly of: Uint8Array;
}

/** Cuts the futures, by rising value, into at most `wanted` classes of about equal size; equal values stay together. */
export function classesOf(column: Float64Array, wanted: number, order = risingOrder(column)): Classes {
  const of = new Uint8Array(column.length);
  let current = 0;
  order.forEach((row, position) => {
    const differs = position > 0 && column[row]! !== column[order[position - 1]!]!;
    if (differs && position >= ((current + 1) * column.length) / wanted) current++;
    of[row] = current;
  });
  return { count: column.length === 0 ? 0 : current + 1, of };
}

function centredOf(outcome: Float64Array): Float64Array {
  let sum = 0;
  for (const value of outcome) sum += value;
  const mean = sum / outcome.length;
  return outcome.map((value) => value - mean);
}

/** Shape [input][resamples]. */
function resampledIndices(
  splits: readonly Classes[],
  outcome: Float64Array,
  { uniform, resamples = 500 }: SobolOptions,
): readonly Float64Array[] {
  const out = splits.map(() => new Float64Array(resamples));
  const picks = new Uint32Array(outcome.length);
  for (let r = 0; r < resamples; r++) {
    for (let n = 0; n < picks.length; n++) picks[n] = Math.floor(uniform(r * picks.length + n) * picks.length);
    splits.forEach((split, input) => {
      out[input]![r] = indexOf(split, outcome, (n) => picks[n]!).index;
    });
  }
  return out;
}

/** The ratio of squares as it is, and the index by degrees of freedom, over futures the n-th of which is `pick(n)`. */
function indexOf(
  { count, of }: Classes,
  outcome: Float64Array,
  pick: (n: number) => number,
): { readonly plain: number; readonly index: number } {
  const sizes = new Float64Array(count);
  const sums = new Float64Array(count);
  let squares = 0;
  for (let n = 0; n < outcome.length; n++) {
    const row = pick(n);
    const value = outcome[row]!;
    sizes[of[row]!]! += 1;
    sums[of[row]!]! += value;
    squares += value * value;
  }
  const total = sums.reduce((sum, each) => sum + each, 0);
  const all = squares - (total * total) / outcome.length;
  const within = squares - sums.reduce((sum, each, m) => sum + (sizes[m] === 0 ? 0 : (each * each) / sizes[m]!), 0);
  const index = 1 - within / (outcome.length - count) / (all / (outcome.length - 1));
  return { plain: 1 - within / all, index };
}
