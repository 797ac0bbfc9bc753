import { quantilesOf } from "../quantile/quantile.ts";
import { type Along, alongInput, localLine, runningSums } from "./share-along.ts";

/** Where along one input a claim turns from failing to holding, or back. */
export type Tipping =
  | {
      readonly kind: "tips";
      /** In the input's unit. */
      readonly value: number;
      readonly low: number;
      readonly high: number;
      /** Where the claim holds in most futures. */
      readonly holds: "above" | "below";
    }
  /** It holds in most futures, or in few, all along the input. */
  | { readonly kind: "never"; readonly holds: boolean }
  /** It turns more often than once, or does in too many of the futures drawn anew for one value to be told. */
  | { readonly kind: "unsettled"; readonly crossings: readonly number[] };

export interface TippingOptions {
  /** Draw `i` of a stream of numbers in [0, 1): the only source of chance. */
  readonly uniform: (i: number) => number;
  readonly resamples?: number;
  /** The share of all futures that each local fit rests on. */
  readonly span?: number;
}

/**
 * The value of an input at which the share of futures where a claim holds crosses one half.
 *
 * The share along the input is a local straight line: at each of 101 even quantiles of the input, least squares over the nearest
 * `span` (0.2) of the futures by rank, so that a steady change leaves no bias of first order where futures are unevenly spread
 * (Cleveland 1979, J. Am. Stat. Assoc. 74, 829-836, with uniform weights; Fan & Gijbels 1996, section 3.2). The crossing is
 * interpolated between quantiles; crossings that follow each other within half a window are one, their middle, or none where they
 * are even, for a window cannot tell them apart. It is preferred to isotonic regression, whose bootstrap is inconsistent at a point (Sen, Banerjee
 * & Woodroofe 2010, Ann. Stat. 38, 1953-1977), and to logistic regression, which fixes the shape and needs a kernel for exp.
 *
 * Interval: percentiles 2.5 and 97.5 over futures drawn anew (Efron & Tibshirani 1993, chapter 13). Where fewer than 95 % of the
 * draws cross as often, the same way, there is nothing to tell.
 * @param input  shape [future], in order of meaning, not categorical      @param holds  shape [future], 1 or 0
 */
export function tippingValue(
  input: Float64Array,
  holds: Uint8Array,
  { uniform, resamples = 200, span = 0.2 }: TippingOptions,
): Tipping {
  const along = alongInput(input, holds, span);
  const whole = crossingsOf(along, new Float64Array(holds.length).fill(1));
  if (whole.crossings.length > 1) return { kind: "unsettled", crossings: whole.crossings };
  const again = Array.from({ length: resamples }, (_, r) =>
    crossingsOf(
      along,
      drawnAnew(holds.length, (n) => uniform(r * holds.length + n)),
    ),
  );
  const alike = again.filter(
    ({ crossings, starts }) => crossings.length === whole.crossings.length && starts === whole.starts,
  );
  if (alike.length < 0.95 * resamples) return { kind: "unsettled", crossings: whole.crossings };
  const [only] = whole.crossings;
  if (only === undefined) return { kind: "never", holds: whole.starts };
  const values = alike.map(({ crossings }) => crossings[0]!);
  const [low, high] = quantilesOf(values, [0.025, 0.975]);
  return { kind: "tips", value: only, low: low!, high: high!, holds: whole.starts ? "below" : "above" };
}

/** How often each future is drawn when as many are drawn with replacement. */
function drawnAnew(size: number, uniform: (n: number) => number): Float64Array {
  const times = new Float64Array(size);
  for (let n = 0; n < size; n++) times[Math.floor(uniform(n) * size)]! += 1;
  return times;
}

interface Crossings {
  /** Whether the claim holds in most futures at the low end of the input. */
  readonly starts: boolean;
  readonly crossings: readonly number[];
}

function crossingsOf(along: Along, times: Float64Array): Crossings {
  const { at, u, windows, span } = along;
  // Crossings no further apart than this many steps of the grid are one.
  const near = (span / 2) * (at.length - 1);
  const sums = runningSums(along, times);
  const share = windows.map((window, i) => localLine(sums, window, u[i]!).share);
  const groups: number[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < at.length; i++) {
    const [before, after] = [share[i - 1]! - 0.5, share[i]! - 0.5];
    if (before >= 0 === after >= 0) continue;
    if (i - last > near) groups.push([]);
    groups.at(-1)!.push(at[i - 1]! + (at[i]! - at[i - 1]!) * (before / (before - after)));
    last = i;
  }
  const odd = groups.filter((group) => group.length % 2 === 1);
  return { starts: share[0]! >= 0.5, crossings: odd.map((group) => group[(group.length - 1) / 2]!) };
}
