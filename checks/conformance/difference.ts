import { compareRun, isClose, sixDigits, type Trajectory } from "@sequitur/engine";
import { columnKey, type DataSet, type NamedSeries } from "@sequitur/model";

/** Vensim's missing value, -2^109, which it prints as nothing. */
const missing = -(2 ** 109);

export interface ComparisonNotes {
  /** Decimals of a file that prints to a fixed number of them, so that a small number has fewer than six digits. */
  readonly decimals?: number | undefined;
  /** Roundings of a simulator that computes in single precision, each 2^-24 of the largest number of its column. */
  readonly roundings?: number | undefined;
  /** How far off the simulator's own numbers are known to be. */
  readonly within?: number | undefined;
  /** Files beside the model that hold the series of its data variables. */
  readonly data?: readonly string[] | undefined;
  /** The expected output begins after the run does. */
  readonly late?: boolean | undefined;
  /** Columns that are not compared, by the key of their name. */
  readonly leftOut?: readonly string[] | undefined;
}

/** The first difference between what a model did and what is expected, in words; undefined where they agree. */
export function firstDifference(got: Trajectory, expected: DataSet, notes: ComparisonNotes): string | undefined {
  const { late = false, leftOut = [] } = notes;
  const columns = [...expected.series].filter(([key]) => !leftOut.includes(key)).map(([, column]) => column);
  const times = new Set(columns.flatMap(({ points }) => points.map(({ time }) => time)));
  if (columns.length === 0) return "there is no column to compare";
  const { unknown, unsaved } = compareRun(got, expected, sixDigits);
  if (unsaved.length > 0) return `nothing is saved at time ${unsaved[0]}`;
  if (!late && got.times.length !== times.size) return `${got.times.length} saves, not ${times.size}`;
  const lacking = unknown.find((name) => !leftOut.includes(columnKey(name)));
  if (lacking !== undefined) return `there is no "${lacking}"`;
  for (const column of columns) {
    const difference = inColumn(got, column, leastOf(column, notes));
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** How far a column may be off where its numbers are small: the file prints so many decimals, or single precision has so many bits. */
function leastOf({ points }: NamedSeries, { decimals, roundings = 0, within = 0 }: ComparisonNotes): number {
  const halfUnit = decimals === undefined ? 0 : 0.5 * 10 ** -decimals;
  const single = roundings * 2 ** -24 * Math.max(...points.map(({ value = 0 }) => Math.abs(value)));
  return Math.max(sixDigits.absolute, halfUnit, single, within);
}

function inColumn(got: Trajectory, column: NamedSeries, absolute: number): string | undefined {
  const only = { file: "", series: new Map([[columnKey(column.name), column]]) };
  const [own] = compareRun(got, only, { ...sixDigits, absolute }).compared;
  const first = own?.first;
  if (first) return `"${column.name}" is ${first.got} at time ${first.time}, not ${first.wanted}`;
  return leftOutWrongly(got, column);
}

/** Where a value is left out, nothing has changed since the start, or there is none. */
function leftOutWrongly(got: Trajectory, { name, points }: NamedSeries): string | undefined {
  const values = got.columns[got.outputs.findIndex((output) => columnKey(output) === columnKey(name))]!;
  const wrong = points.find(({ time, value }) => {
    const save = got.times.findIndex((each) => isClose(each, time, { relative: 1e-5, absolute: 1e-5 }));
    return value === undefined && values[save] !== values[0] && values[save] !== missing;
  });
  return wrong && `"${name}" is neither as before nor missing at time ${wrong.time}`;
}
