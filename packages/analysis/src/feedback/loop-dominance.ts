/** Times from `from` up to but not `to`, by position. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A loop's part in a period: the mean of its absolute relative score, in [0, 1]. */
export interface LoopPart {
  readonly loop: number;
  readonly part: number;
}

/**
 * The fewest loops that together make at least half of what happens in a period, the strongest first. None where nothing acts.
 * @param relative  shape [loop][time], of loops that share variables
 * Source: dominance as at least half of the change: Schoenberg, Davidsen & Eberlein 2020, Syst. Dyn. Rev. 36, 158-190.
 */
export function dominantLoops(relative: readonly Float64Array[], period: Period): readonly LoopPart[] {
  const parts = relative.map((score, loop) => ({ loop, part: partOf(score, period) }));
  parts.sort((a, b) => b.part - a.part || a.loop - b.loop);
  const all = parts.reduce((sum, { part }) => sum + part, 0);
  let sum = 0;
  let count = 0;
  while (count < parts.length && sum < all / 2) sum += parts[count++]!.part;
  return parts.slice(0, count);
}

/** Which loop leads, in which futures, and when. */
export interface DominanceAcross {
  /** The loop with the greatest part in each future; -1 where none acts. Shape [future]. */
  readonly leader: Int32Array;
  /** For each loop, the share of all futures in which it leads, and its mean part. Shape [loop]. */
  readonly loops: readonly { readonly leads: number; readonly part: number }[];
  /** Share of all futures in which each loop leads at each time of the period. Shape [loop][time]. */
  readonly leadsAt: readonly Float64Array[];
}

/**
 * Compares which loop is dominant across futures of one model. `leader` can be asked in turn what it hinges on: the futures in
 * which one loop leads are futures of interest like any other.
 * @param futures  relative scores, shape [future][loop][time], of the same loops in the same order
 */
export function dominanceAcross(futures: readonly (readonly Float64Array[])[], period: Period): DominanceAcross {
  const loops = futures[0]?.length ?? 0;
  const parts = futures.map((relative) => relative.map((score) => partOf(score, period)));
  const leader = Int32Array.from(parts, leaderOf);
  const leadsAt = Array.from({ length: loops }, () => new Float64Array(period.to - period.from));
  for (const relative of futures)
    for (let t = period.from; t < period.to; t++) {
      const leading = leaderOf(relative.map((score) => Math.abs(score[t]!)));
      if (leading >= 0) leadsAt[leading]![t - period.from]! += 1 / futures.length;
    }
  return {
    leader,
    loops: Array.from({ length: loops }, (_, loop) => ({
      leads: leader.filter((each) => each === loop).length / futures.length,
      part: parts.reduce((sum, part) => sum + part[loop]!, 0) / futures.length,
    })),
    leadsAt,
  };
}

/** What is not a number is left out. */
function partOf(score: Float64Array, { from, to }: Period): number {
  const known = score.subarray(from, to).filter((value) => !Number.isNaN(value));
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + Math.abs(value), 0) / known.length;
}

/** The first of the greatest; -1 where none is above 0. */
function leaderOf(parts: readonly number[]): number {
  return parts.reduce((best, part, loop) => (part > (parts[best] ?? 0) ? loop : best), -1);
}
