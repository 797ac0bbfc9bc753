import { quantilesOf } from "@sequitur/analysis";

/** The 5th, 50th and 95th percentile of some values; NaN where there are none. */
export function middleOf(values: readonly number[]): readonly number[] {
  if (values.length === 0) return [Number.NaN, Number.NaN, Number.NaN];
  return quantilesOf(Float64Array.from(values), [0.05, 0.5, 0.95]);
}

/** Spearman's coefficient: Pearson's of the ranks, those of equal values their mean; NaN where one does not vary. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const middle = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    xy += (x[i]! - middle) * (y[i]! - middle);
    xx += (x[i]! - middle) ** 2;
    yy += (y[i]! - middle) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN;
}

function ranksOf(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let end = from;
    while (end < order.length && values[order[end]!] === values[order[from]!]) end++;
    for (let i = from; i < end; i++) ranks[order[i]!] = (from + 1 + end) / 2;
    from = end;
  }
  return ranks;
}
