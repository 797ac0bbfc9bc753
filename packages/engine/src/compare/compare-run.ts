import { columnKey, type DataPoint, type DataSet } from "@sequitur/model";
import type { ElementName } from "../program.ts";
import type { Trajectory } from "../trajectory.ts";

/** How close is close enough: within `relative` of what is expected, or within `absolute`. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** Simulators print six digits. */
export const sixDigits: Tolerance = { relative: 1e-4, absolute: 1e-6 };

/** How a run compares with another, or with what was observed. */
export interface Comparison {
  /** In the reference's order: the variable elements that are in both. */
  readonly compared: readonly ElementComparison[];
  /** Names that the reference has and the run lacks. */
  readonly unknown: readonly string[];
  /** Times of the reference at which nothing is saved. */
  readonly unsaved: readonly number[];
}

export interface ElementComparison {
  readonly name: ElementName;
  /** How many values were held against each other. */
  readonly points: number;
  readonly differing: number;
  /** Undefined where they agree. */
  readonly first: Difference | undefined;
  /** Where they are furthest apart. */
  readonly largest: Difference | undefined;
}

export interface Difference {
  readonly time: number;
  readonly got: number;
  readonly wanted: number;
  readonly absolute: number;
  /** Of what was wanted; infinite where that is 0. */
  readonly relative: number;
}

/** Compares what a run saved with a reference, at the reference's times; values that it leaves out are not compared. */
export function compareRun(run: Trajectory, { series }: DataSet, tolerance: Tolerance): Comparison {
  const byKey = new Map(run.outputs.map((name, column) => [columnKey(name), { name, values: run.columns[column]! }]));
  const saveAt = saveFinder(run.times);
  const unsaved = new Set<number>();
  const compared: ElementComparison[] = [];
  const unknown: string[] = [];
  for (const [key, { name, points }] of series) {
    const own = byKey.get(key);
    if (own === undefined) unknown.push(name);
    for (const { time } of points) if (saveAt(time) === undefined) unsaved.add(time);
    if (own) compared.push(compareElement(own.name, own.values, points, saveAt, tolerance));
  }
  return { compared, unknown, unsaved: [...unsaved].sort((a, b) => a - b) };
}

/** Times are printed to six digits, too. */
function saveFinder(times: readonly number[]): (time: number) => number | undefined {
  return (time) => {
    const near = 1e-5 * Math.max(1, Math.abs(time));
    let low = 0;
    for (let high = times.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (times[middle]! < time - near) low = middle + 1;
      else high = middle;
    }
    return low < times.length && times[low]! <= time + near ? low : undefined;
  };
}

function compareElement(
  name: ElementName,
  values: Float64Array,
  points: readonly DataPoint[],
  saveAt: (time: number) => number | undefined,
  tolerance: Tolerance,
): ElementComparison {
  const pairs = points.flatMap(({ time, value: wanted }) => {
    const save = saveAt(time);
    return save === undefined || wanted === undefined ? [] : [{ time, got: values[save]!, wanted }];
  });
  const differing = pairs.filter(({ got, wanted }) => !isClose(got, wanted, tolerance)).map(differenceOf);
  const largest = differing.reduce<Difference | undefined>(
    (most, each) => (most && !(each.absolute > most.absolute) ? most : each),
    undefined,
  );
  return { name, points: pairs.length, differing: differing.length, first: differing[0], largest };
}

export function isClose(got: number, wanted: number, { relative, absolute }: Tolerance): boolean {
  return Object.is(got, wanted) || Math.abs(got - wanted) <= Math.max(relative * Math.abs(wanted), absolute);
}

function differenceOf(pair: { readonly time: number; readonly got: number; readonly wanted: number }): Difference {
  const absolute = Math.abs(pair.got - pair.wanted);
  return { ...pair, absolute, relative: absolute / Math.abs(pair.wanted) };
}
