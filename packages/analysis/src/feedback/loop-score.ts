import { type CausalGraph, cyclePartition } from "./causal-graph.ts";
import type { Loop } from "./loop-enumeration.ts";

/**
 * Score of each loop at each time, the product of its links' scores: above 0 where it reinforces, below where it balances. Very large
 * near a turning point of a stock, so only scores relative to each other tell.
 * @param links  shape [link][time], of `linkScores`      @returns  shape [loop][time]
 * Source: Schoenberg, Davidsen & Eberlein 2020, Syst. Dyn. Rev. 36, 158-190.
 */
export function loopScores(loops: readonly Loop[], links: readonly Float64Array[]): readonly Float64Array[] {
  const times = links[0]?.length ?? 0;
  return loops.map((loop) => {
    const score = new Float64Array(times).fill(1);
    for (const link of loop.links) for (let t = 0; t < times; t++) score[t]! *= links[link]![t]!;
    return score;
  });
}

/**
 * Each loop's part in what happens, in [-1, 1]: its score over the sum of all absolute scores of the loops that share variables with
 * it, directly or through others. 0 where none of them acts; NaN where scores are too large for a number.
 * @returns  shape [loop][time]      Source: Schoenberg, Davidsen & Eberlein 2020; by cycle partition: Schoenberg 2020, PhD
 * thesis, University of Bergen.
 */
export function relativeScores(
  graph: CausalGraph,
  loops: readonly Loop[],
  scores: readonly Float64Array[],
): readonly Float64Array[] {
  const group = cyclePartition(graph);
  const groupOf = loops.map(({ links }) => group[graph.links[links[0]!]!.from]!);
  const totals = new Map<number, Float64Array>();
  for (const [l, score] of scores.entries()) {
    const total = totals.get(groupOf[l]!) ?? new Float64Array(score.length);
    for (let t = 0; t < score.length; t++) total[t]! += Math.abs(score[t]!);
    totals.set(groupOf[l]!, total);
  }
  return scores.map((score, l) => {
    const total = totals.get(groupOf[l]!)!;
    return score.map((value, t) => (total[t] === 0 ? 0 : value / total[t]!));
  });
}
