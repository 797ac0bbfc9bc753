import { quantileOf } from "../quantile/quantile.ts";
import { countBelow, risingOrder } from "../quantile/rising-order.ts";
import { type Share, shareOf } from "../share/share.ts";

/** The share of futures in which a claim holds where an input is about some value. */
export interface ShareAt extends Share {
  /** Of the input, in its unit. */
  readonly value: number;
}

/**
 * The share of futures in which a claim holds, along one input: at each of 101 even quantiles of it the local line of `tippingValue`,
 * kept within 0 and 1, with Wilson's 95 % interval at its effective size, 1 / Σ l(i)², since a linear smoother of shares p has a variance
 * of p (1 - p) Σ l(i)² (Fan & Gijbels 1996, Local Polynomial Modelling, section 3.2; Wilson 1927).
 * @param input  shape [future], in order of meaning, not categorical      @param holds  shape [future], 1 or 0
 */
export function shareAlong(input: Float64Array, holds: Uint8Array, span = 0.2): readonly ShareAt[] {
  const along = alongInput(input, holds, span);
  const sums = runningSums(along, new Float64Array(holds.length).fill(1));
  return along.at.map((value, i) => {
    const { share, effective } = localLine(sums, along.windows[i]!, along.u[i]!);
    const kept = Math.min(1, Math.max(0, share));
    return { value, ...shareOf(kept * effective, effective), share: kept };
  });
}

/** The futures by rising input, and where along it the share is asked for. */
export interface Along {
  /** shape [future]: the input, sorted, less its median, and whether the claim holds there */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** shape [grid]: even quantiles of the input, the same less its median, and the window of futures that each fit rests on */
  readonly at: readonly number[];
  readonly u: readonly number[];
  readonly windows: readonly (readonly [number, number])[];
  /** The share of all futures in a window. */
  readonly span: number;
}

export function alongInput(input: Float64Array, holds: Uint8Array, span: number): Along {
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
    span,
  };
}

/** Sums of 1, x, x², y and xy over all futures before a position: a window is then two look-ups. Shape [5][n + 1]. */
export type RunningSums = readonly Float64Array[];

export function runningSums({ x, y }: Along, times: Float64Array): RunningSums {
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

/** The least-squares line through a window, at u, and how many futures would give a plain share as uncertain. A window of one value has only its mean. */
export function localLine(
  sums: RunningSums,
  [from, end]: readonly [number, number],
  u: number,
): { readonly share: number; readonly effective: number } {
  const [n, x, xx, y, xy] = sums.map((sum) => sum[end]! - sum[from]!);
  const spread = xx! - (x! * x!) / n!;
  const slope = spread > 0 ? (xy! - (x! * y!) / n!) / spread : 0;
  const away = u - x! / n!;
  // The line weighs future i by l(i) = 1/n + away (x(i) - mean) / spread; the squares of these sum to what follows.
  const squares = 1 / n! + (spread > 0 ? (away * away) / spread : 0);
  return { share: y! / n! + slope * away, effective: 1 / squares };
}
