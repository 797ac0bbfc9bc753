/** Two policies that two metrics put in opposite order: `first` ahead by the one, `second` ahead by the other. */
export interface Reversal {
  readonly first: number;
  readonly second: number;
}

/** How two rankings of the same policies agree. */
export interface Agreement {
  /** Kendall's tau-b, in [-1, 1]; NaN where one of them has all policies alike. */
  readonly tau: number;
  /** Every pair that they put in opposite order. */
  readonly reversals: readonly Reversal[];
}

/**
 * Rank of each policy, 1 for the one with the most; those alike share the mean of their ranks, and what is not a number comes last.
 * @param worth  shape [policy], more is better
 */
export function ranksOf(worth: readonly number[]): readonly number[] {
  const at = worth.map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value));
  return at.map((value) => {
    const ahead = at.filter((other) => other > value).length;
    const alike = at.filter((other) => other === value).length;
    return ahead + (alike + 1) / 2;
  });
}

/**
 * Where two metrics agree on the order of policies and where not: Kendall's tau-b, pairs in the same order less pairs in opposite
 * order, over the root of the pairs that each tells apart. Source: Kendall 1945, Biometrika 33, 239-251; between robustness
 * metrics: McPhail et al. 2018, Earth's Future 6, 169-191.
 * @param a, b  shape [policy], more is better in both
 */
export function agreementOf(a: readonly number[], b: readonly number[]): Agreement {
  const reversals: Reversal[] = [];
  let [same, toldByA, toldByB] = [0, 0, 0];
  const [ranksA, ranksB] = [ranksOf(a), ranksOf(b)];
  for (let i = 0; i < a.length; i++)
    for (let j = i + 1; j < a.length; j++) {
      const byA = Math.sign(ranksA[j]! - ranksA[i]!);
      const byB = Math.sign(ranksB[j]! - ranksB[i]!);
      toldByA += Math.abs(byA);
      toldByB += Math.abs(byB);
      same += byA * byB;
      if (byA * byB < 0) reversals.push(byA > 0 ? { first: i, second: j } : { first: j, second: i });
    }
  return { tau: same / Math.sqrt(toldByA * toldByB), reversals };
}
