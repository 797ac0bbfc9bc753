import type { Trajectory } from "@sequitur/engine";
import { columnKey, type ExpectedColumn, type ExpectedOutput } from "./expected-output.ts";

/** How close is close enough: the simulators print six digits, and where they print fewer decimals, half a unit of the last. */
const relative = 1e-4;
const absolute = 1e-6;

/** Vensim's missing value, -2^109, which it prints as nothing. */
const missing = -(2 ** 109);

export interface ComparisonNotes {
  /** Decimals of a file that prints to a fixed number of them, so that a small number has fewer than six digits. */
  readonly decimals?: number | undefined;
  /** Roundings of a simulator that computes in single precision, each 2^-24 of the largest number of its column. */
  readonly roundings?: number | undefined;
  /** Columns that are not compared, by the key of their name. */
  readonly leftOut?: readonly string[] | undefined;
}

/** The first difference between what a model did and what is expected, in words; undefined where they agree. */
export function firstDifference(
  got: Trajectory,
  expected: ExpectedOutput,
  { decimals, roundings = 0, leftOut = [] }: ComparisonNotes,
): string | undefined {
  const rows = expected.times.map((time) => rowAt(got.times, time));
  const astray = rows.indexOf(undefined);
  if (astray !== -1) return `nothing is saved at time ${expected.times[astray]}`;
  if (got.times.length !== rows.length) return `${got.times.length} saves, not ${rows.length}`;
  const byKey = new Map(got.outputs.map((name, i) => [columnKey(name), got.columns[i]!]));
  const halfUnit = decimals === undefined ? 0 : 0.5 * 10 ** -decimals;
  const compared = expected.columns.filter(({ name }) => !leftOut.includes(columnKey(name)));
  if (compared.length === 0) return "there is no column to compare";
  for (const column of compared) {
    const values = byKey.get(columnKey(column.name));
    if (values === undefined) return `there is no "${column.name}"`;
    const single = roundings * 2 ** -24 * Math.max(...column.cells.map((cell) => Math.abs(Number(cell))));
    const difference = inColumn(column, values, expected.times, Math.max(absolute, halfUnit, single));
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** Times are printed to six digits too. */
function rowAt(times: readonly number[], time: number): number | undefined {
  const row = times.findIndex((each) => Math.abs(each - time) <= 1e-5 * Math.max(1, Math.abs(time)));
  return row === -1 ? undefined : row;
}

function inColumn(
  { name, cells }: ExpectedColumn,
  values: Float64Array,
  times: readonly number[],
  least: number,
): string | undefined {
  for (const [row, cell] of cells.entries()) {
    const got = values[row]!;
    if (!agrees(got, cell, values[0]!, least))
      return `"${name}" is ${got} at time ${times[row]}, not ${cell === "" ? "as before or missing" : cell}`;
  }
  return undefined;
}

function agrees(got: number, cell: string, first: number, least: number): boolean {
  if (cell === "") return got === first || got === missing;
  const want = Number(cell);
  return Object.is(got, want) || Math.abs(got - want) <= Math.max(relative * Math.abs(want), least);
}
