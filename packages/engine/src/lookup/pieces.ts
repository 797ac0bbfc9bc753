import type { DataSeries, LookupReading, LookupTable } from "@sequitur/model";

/**
 * A table as straight pieces: the one definition of how a table is read, for the interpreter and for compiled code.
 *
 *     held = min(max(x, low), high)                 NaN stays NaN
 *     i    = how many `breaks` are at or below held (below it, where `open`); 0 for NaN
 *     y    = y0[i] + slope[i] * (held - x0[i])
 *
 * Each point of a table begins a piece, and its value is read there exactly.
 */
export interface Pieces {
  /** Where the next piece begins, rising; one fewer than there are pieces. */
  readonly breaks: readonly number[];
  /** Whether a break still belongs to the piece before it. */
  readonly open: boolean;
  readonly x0: readonly number[];
  readonly y0: readonly number[];
  readonly slope: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** Vensim's missing value, `:NA:` (vensim.com/documentation/ref_na.html). */
export const missing = -(2 ** 109);

export function tablePieces(table: LookupTable, reading: LookupReading): Pieces {
  const { xs, ys } = table;
  if (xs.length === 0) return flat([], [Number.NaN], false);
  switch (reading) {
    case "table":
      return table.between === "step" ? flat(xs.slice(1), ys, false) : linear(xs, ys, table.outside === "extrapolated");
    case "extrapolate":
      return linear(xs, ys, true);
    case "forward":
      return flat(xs.slice(0, -1), ys, true);
    case "backward":
      return flat(xs.slice(1), ys, false);
    case "invert":
      return inverse(table);
    case "slope":
      return slopes(table);
    case "area before":
      return flat(xs.slice(1), areasBefore(table), false);
    case "point before":
      return flat(xs.slice(1), xs, false);
  }
}

/** Where a table first takes a value, on the way from its first point to its last; held at its smallest and its largest value. */
function inverse({ xs, ys }: LookupTable): Pieces {
  const above = records(xs, ys);
  const below = records(
    xs,
    ys.map((y) => -y),
  ).map(([x, y]) => [x, -y] as const);
  const points = [...below.slice(1).toReversed(), ...above];
  return linear(
    points.map(([, y]) => y),
    points.map(([x]) => x),
    false,
  );
}

/** The points at which a table is higher than ever before, and those at which it gets as high as it has been. */
function records(xs: readonly number[], ys: readonly number[]): readonly (readonly [x: number, y: number])[] {
  const found: (readonly [x: number, y: number])[] = [[xs[0]!, ys[0]!]];
  let highest = ys[0]!;
  for (const [i, y] of ys.entries()) {
    if (!(y > highest)) continue;
    const before = ys[i - 1]!;
    if (before < highest || found.at(-1)![0] !== xs[i - 1])
      found.push([xs[i - 1]! + ((highest - before) / (y - before)) * (xs[i]! - xs[i - 1]!), highest]);
    found.push([xs[i]!, y]);
    highest = y;
  }
  return found;
}

/** The slope of the piece that x is in, at a point of the one that begins there; 0 where the table is held. */
function slopes({ xs, ys, between, outside }: LookupTable): Pieces {
  const each = xs.slice(1).map((_, i) => (between === "step" ? 0 : slopeOf(xs, ys, i)));
  const first = outside === "extrapolated" ? (each[0] ?? 0) : 0;
  return flat(xs, [first, ...each, outside === "extrapolated" ? (each.at(-1) ?? 0) : 0], false);
}

/** At each point, the area under the table from its first point on. */
function areasBefore({ xs, ys, between }: LookupTable): readonly number[] {
  let area = 0;
  return xs.map((x, i) => {
    if (i > 0) area += (x - xs[i - 1]!) * (between === "step" ? ys[i - 1]! : (ys[i - 1]! + ys[i]!) / 2);
    return area;
  });
}

/** A series over time. A point counts as reached within a millionth of a step, since moments are rounded. */
export function seriesPieces({ times, values, interpolation }: DataSeries, step: number): Pieces {
  const near = step * 1e-6;
  if (times.length === 0) return flat([], [missing], false);
  switch (interpolation) {
    case "interpolate":
      return linear(times, values, false);
    case "look-forward":
      return flat(
        times.slice(0, -1).map((time) => time + near),
        values,
        true,
      );
    case "hold-backward":
      return flat(
        times.slice(1).map((time) => time - near),
        values,
        false,
      );
    case "raw":
      return flat(
        times.flatMap((time) => [time - near, time + near]),
        [missing, ...values.flatMap((value) => [value, missing])],
        false,
      );
  }
}

/** The index of the piece that holds x: how many breaks are passed. */
export function pieceAt({ breaks, open }: Pieces, x: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const passed = open ? breaks[middle]! < x : breaks[middle]! <= x;
    if (passed) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function readPieces(pieces: Pieces, x: number): number {
  const { low, high } = pieces;
  const held = x < low ? low : x > high ? high : x;
  const i = pieceAt(pieces, held);
  return pieces.y0[i]! + pieces.slope[i]! * (held - pieces.x0[i]!);
}

// Pieces without a slope are held at the outermost breaks only so that an infinite x does not make 0 * infinity.
const widest = Number.MAX_VALUE;

function flat(breaks: readonly number[], y0: readonly number[], open: boolean): Pieces {
  const zero = y0.map(() => 0);
  return { breaks, open, x0: zero, y0, slope: zero, low: -widest, high: widest };
}

function linear(xs: readonly number[], ys: readonly number[], beyond: boolean): Pieces {
  const last = xs.length - 1;
  const slope = xs.map((_, i) => (i < last ? slopeOf(xs, ys, i) : 0));
  if (beyond && last > 0) slope[last] = slope[last - 1]!;
  const [low, high] = beyond ? [-widest, widest] : [xs[0]!, xs[last]!];
  return { breaks: xs.slice(1), open: false, x0: xs, y0: ys, slope, low, high };
}

/** A step straight up has two points at one x; the piece between them is never read. */
function slopeOf(xs: readonly number[], ys: readonly number[], i: number): number {
  return xs[i + 1] === xs[i] ? 0 : (ys[i + 1]! - ys[i]!) / (xs[i + 1]! - xs[i]!);
}
