import type { FuturesAxis } from "./futures-axis.ts";

/** Of an axis, the stretch whose futures are kept, its ends included. */
export type Brush = readonly [low: number, high: number];

export type Brushes = ReadonlyMap<string, Brush>;

/** Which futures lie within every brush: 1, else 0. A brush of an axis that is not at hand keeps all. */
export function brushed(axes: ReadonlyMap<string, FuturesAxis>, brushes: Brushes, futures: number): Uint8Array {
  const within = new Uint8Array(futures).fill(1);
  for (const [id, [low, high]] of brushes) {
    const values = axes.get(id)?.values ?? [];
    for (const [row, value] of values.entries()) if (!(value >= low && value <= high)) within[row] = 0;
  }
  return within;
}

/** The brushes with that of one axis put in place; one that keeps all is none. */
export function withBrush(brushes: Brushes, axis: FuturesAxis, [a, b]: Brush): Brushes {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const changed = new Map(brushes);
  if (low <= axis.low && high >= axis.high) changed.delete(axis.id);
  else changed.set(axis.id, [low, high]);
  return changed;
}

/** How well some futures gather those of interest. */
export interface Gathered {
  readonly count: number;
  /** Share of all futures of interest that are among them. */
  readonly coverage: number;
  /** Share of them that are of interest. */
  readonly density: number;
  /** Share of all futures that they are. */
  readonly mass: number;
}

export function gathered(within: Uint8Array, interest: Uint8Array): Gathered {
  let [count, hits, all] = [0, 0, 0];
  for (let row = 0; row < within.length; row++) {
    count += within[row]!;
    all += interest[row]!;
    hits += within[row]! & interest[row]!;
  }
  return { count, coverage: hits / all, density: hits / count, mass: count / within.length };
}
