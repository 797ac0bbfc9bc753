import type { DataSeries, VariableId } from "../model.ts";
import { addEquation, addHidden, type Draft } from "./draft.ts";

/** The points of a data variable as tables and constants that expressions can read; each has the variable's own axes. */
export interface DataTables {
  /** The value and the time of a point, by time. */
  readonly values: VariableId;
  readonly times: VariableId;
  /** The same by number, from 1 on. */
  readonly nthValue: VariableId;
  readonly nthTime: VariableId;
  /** Of the first and the last point; :NA: where there is none. */
  readonly firstTime: VariableId;
  readonly lastTime: VariableId;
  /** The most points that an element has. */
  readonly count: number;
}

/** Vensim's :NA: (vensim.com/documentation/na.html). */
export const MISSING = -(2 ** 109);

/** The tables of a data variable, made once; undefined where the variable has no data. */
export function dataTablesOf(draft: Draft, id: VariableId): DataTables | undefined {
  const known = draft.dataTables.get(id);
  if (known || !draft.series.has(id)) return known;
  const table = (what: string, of: (series: DataSeries) => readonly [xs: readonly number[], ys: readonly number[]]) =>
    hiddenOf(draft, id, what, "lookup", (all) => ({
      kind: "lookup",
      tables: all.map((series) => {
        const [xs, ys] = series.times.length === 0 ? [[0], [MISSING]] : of(series);
        return { xs, ys, between: "linear", outside: "held" };
      }),
    }));
  const constant = (what: string, of: (series: DataSeries) => number | undefined) =>
    hiddenOf(draft, id, what, "constant", (all) => ({
      kind: "constant",
      values: all.map((series) => of(series) ?? MISSING),
      settable: false,
    }));
  const numbers = ({ times }: DataSeries) => times.map((_, point) => point + 1);
  const made: DataTables = {
    values: table("points", ({ times, values }) => [times, values]),
    times: table("times", ({ times }) => [times, times]),
    nthValue: table("points by number", (series) => [numbers(series), series.values]),
    nthTime: table("times by number", (series) => [numbers(series), series.times]),
    firstTime: constant("first time", ({ times }) => times[0]),
    lastTime: constant("last time", ({ times }) => times.at(-1)),
    count: Math.max(...draft.series.get(id)!.flatMap(({ series }) => series.map(({ times }) => times.length))),
  };
  draft.dataTables.set(id, made);
  return made;
}

function hiddenOf(
  draft: Draft,
  id: VariableId,
  what: string,
  role: "lookup" | "constant",
  define: (series: readonly DataSeries[]) => Parameters<typeof addEquation>[1]["definition"],
): VariableId {
  const { name, axes, group, span } = draft.variables[id]!;
  const variable = addHidden(draft, { name: `${what} of ${name}`, role, axes, group, span });
  for (const { at, loops, series } of draft.series.get(id)!)
    addEquation(draft, { variable, loops, at, definition: define(series), span });
  return variable;
}

/** The value of a series at a time; undefined where it has none: between points of raw data, and before the first and after the last. */
export function valueAt({ times, values, interpolation }: DataSeries, time: number): number | undefined {
  const next = times.findIndex((each) => each >= time);
  if (next === -1 || (next === 0 && times[0] !== time)) return undefined;
  if (times[next] === time) return values[next];
  switch (interpolation) {
    case "interpolate": {
      const slope = (values[next]! - values[next - 1]!) / (times[next]! - times[next - 1]!);
      return values[next - 1]! + slope * (time - times[next - 1]!);
    }
    case "look-forward":
      return values[next];
    case "hold-backward":
      return values[next - 1];
    case "raw":
      return undefined;
  }
}
