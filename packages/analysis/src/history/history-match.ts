import { implausibility, implausible, type ObservedPoint } from "./implausibility.ts";

export interface MatchingRule {
  /** A future is set aside above this many standard deviations. */
  readonly cutoff?: number;
  /** Which of a future's greatest implausibilities counts: 1 the greatest, 2 the second, and so on. */
  readonly rank?: number;
}

/** What one series does to the futures. */
export interface SeriesCut {
  /** How many futures are implausible by this series alone. */
  readonly cuts: number;
  /** How many are set aside that would be kept if this series had not been observed. */
  readonly decides: number;
}

export interface HistoryMatch {
  /** The implausibility that counts, shape [future]. */
  readonly implausibility: Float64Array;
  /** 1 where the past is plausible, shape [future]. */
  readonly plausible: Uint8Array;
  readonly kept: number;
  /** shape [series] */
  readonly series: readonly SeriesCut[];
}

/**
 * Which futures have a plausible past by all series together, and which series set most of them aside. A future counts by its
 * second greatest implausibility over all points, so that one point whose error was misjudged does not decide.
 * @param series  shape [series][point], in any unit each
 * Source: Vernon, Goldstein & Bower 2010, Bayesian Anal. 5, 619-669, the second maximum I_2M; the measure: `implausibility`.
 */
export function matchHistory(
  series: readonly (readonly ObservedPoint[])[],
  { cutoff = implausible, rank = 2 }: MatchingRule = {},
): HistoryMatch {
  const all = implausibility(series.flat(), rank);
  const plausible = Uint8Array.from(all, (value) => Number(value <= cutoff));
  const setAside = (future: number) => plausible[future] === 0;
  return {
    implausibility: all,
    plausible,
    kept: plausible.reduce((sum, one) => sum + one, 0),
    series: series.map((points, own) => {
      const others = series.filter((_, other) => other !== own).flat();
      const without = others.length === 0 ? new Float64Array(all.length) : implausibility(others, rank);
      return {
        cuts: implausibility(points, rank).filter((value) => value > cutoff).length,
        decides: without.filter((value, future) => value <= cutoff && setAside(future)).length,
      };
    }),
  };
}
