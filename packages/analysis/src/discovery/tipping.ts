import { quantileOf, quantilesOf } from "../quantile/quantile.ts";
import { countBelow, risingOrder } from "../quantile/rising-order.ts";

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

/** The futures by rising input, and where along it the share is asked for. */
interface Along {
  /** shape [future]: the input, sorted, less its median, and whether the claim holds there */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** shape [grid]: even quantiles of the input, the same less its median, and the window of futures that each fit rests on */
  readonly at: readonly number[];
  readonly u: readonly number[];
  readonly windows: readonly (readonly [number, number])[];
  /** Crossings no further apart than this many steps of the grid are one. */
  readonly near: number;
}

function alongInput(input: Float64Array, holds: Uint8Array, span: number): Along {
  const order = risingOrder(input);
  const sorted = Float64Array.from(order, (row) => input[row]!);
  const centre = quantileOf(sorted, 0.5);
  const at = [...new Set(Array.from({ length: 101 }, (_, i) => quantileOf(sorted, i / 100)))];
  const width = Math.max(2, Math.round(span * sorted.length));
  return {
    x: sorted.map((value) => value - centre),
    y: Float64Array.from(order, (row) => holds[row]!),
    at,
    u: at.map((value) => value - centre),
    windows: at.map((value) => windowAt(sorted, value, width)),
    near: (span / 2) * (at.length - 1),
  };
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
  const { at, u, windows, near } = along;
  const sums = runningSums(along, times);
  const share = windows.map((window, i) => localShare(sums, window, u[i]!));
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

/** Sums of 1, x, x², y and xy over all futures before a position: a window is then two look-ups. Shape [5][n + 1]. */
type RunningSums = readonly Float64Array[];

function runningSums({ x, y }: Along, times: Float64Array): RunningSums {
  const size = x.length;
  const sums = () => new Float64Array(size + 1);
  const [n, sx, sxx, sy, sxy] = [sums(), sums(), sums(), sums(), sums()];
  for (let i = 0; i < size; i++) {
    const weight = times[i]!;
    const wx = weight * x[i]!;
    n[i + 1] = n[i]! + weight;
    sx[i + 1] = sx[i]! + wx;
    sxx[i + 1] = sxx[i]! + wx * x[i]!;
    sy[i + 1] = sy[i]! + weight * y[i]!;
    sxy[i + 1] = sxy[i]! + wx * y[i]!;
  }
  return [n, sx, sxx, sy, sxy];
}

/** The `width` values nearest in rank, half on each side as far as there are so many; equal values count half each way. */
function windowAt(sorted: Float64Array, value: number, width: number): readonly [number, number] {
  const below = countBelow(sorted, value);
  let equal = 0;
  while (sorted[below + equal] === value) equal++;
  const from = Math.min(Math.max(0, Math.round(below + (equal - width) / 2)), sorted.length - width);
  return [from, from + width];
}

/** The least-squares line through a window, at u. A window of one value has only its mean. */
function localShare(sums: RunningSums, [from, end]: readonly [number, number], u: number): number {
  const [n, x, xx, y, xy] = sums.map((sum) => sum[end]! - sum[from]!);
  const spread = xx! - (x! * x!) / n!;
  const slope = spread > 0 ? (xy! - (x! * y!) / n!) / spread : 0;
  return y! / n! + slope * (u - x! / n!);
}
