import { openDistribution } from "@sequitur/ensemble";
import type { Uncertainty } from "../read/study.ts";
import type { PastRuns } from "./past-runs.ts";

/** Where a constant may be sought; an open end is cut where one value in a thousand lies beyond it. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export function boundsOf({ spread, low, high }: Uncertainty): Bounds {
  const at = openDistribution(spread);
  return { low: Number.isFinite(low) ? low : at(0.001), high: Number.isFinite(high) ? high : at(0.999) };
}

/** The model's own values, moved into their bounds where they lie outside. */
export function writtenValues(uncertainties: readonly Uncertainty[]): Float64Array {
  return Float64Array.from(uncertainties, (one) => {
    const { low, high } = boundsOf(one);
    return Math.min(Math.max(one.value, low), high);
  });
}

/** Whether any number between its ends is meant, so that a search may try it. */
export function isContinuous({ spread }: Uncertainty): boolean {
  switch (spread.kind) {
    case "integer":
    case "categorical":
      return false;
    case "uniform":
    case "log-uniform":
    case "triangular":
    case "pert":
    case "normal":
    case "lognormal":
    case "interval":
    case "empirical":
      return true;
  }
}

/** Which uncertainties change anything that was observed, each moved by itself to its ends, or to its rivals. */
export function thoseThatMatter(runs: PastRuns, uncertainties: readonly Uncertainty[]): readonly boolean[] {
  const written = writtenValues(uncertainties);
  const moved = uncertainties.flatMap((one, at) =>
    triedValues(one).map((value) => ({ at, values: written.with(at, value) })),
  );
  const [unmoved, ...after] = runs.run([written, ...moved.map(({ values }) => values)]);
  const changed = new Set(moved.flatMap(({ at }, i) => (isSame(after[i]!, unmoved!) ? [] : [at])));
  return uncertainties.map((_, at) => changed.has(at));
}

function triedValues(one: Uncertainty): readonly number[] {
  if (one.rivals.length > 0) return one.rivals.map(({ value }) => value);
  const { low, high } = boundsOf(one);
  return [low, high];
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => Object.is(value, b[i]));
}
