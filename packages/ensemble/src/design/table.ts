import type { Problem } from "../problem.ts";
import type { DesignRule } from "./design.ts";

export interface TableSpec {
  /** One row a future, one number in [0, 1) an uncertainty: where in its distribution, as a share, the future stands. */
  readonly rows: readonly (readonly number[])[];
}

export const table: DesignRule<TableSpec> = {
  says: "Points that someone gives, one row a future.",
  source: "The reader.",
  check({ rows }, dimensions) {
    if (rows.length === 0) return emptyTable;
    const row = rows.findIndex((one) => one.length !== dimensions || !one.every(isInUnitInterval));
    return row < 0 ? undefined : badRow(row, dimensions);
  },
  size: ({ rows }) => rows.length,
  points: (spec) => spec,
  open:
    ({ rows }) =>
    (i, into) =>
      into.set(rows[i]!),
};

const emptyTable: Problem = {
  code: "design-table",
  says: "The table of futures has no rows.",
  mend: "Give a row for each future.",
};

function badRow(row: number, dimensions: number): Problem {
  return {
    code: "design-table",
    says: `Row ${row + 1} of the table of futures is not ${dimensions} numbers from 0 up to, but not including, 1.`,
    mend: "Give one such number for each uncertainty: 0.5 is the middle of its distribution.",
  };
}

function isInUnitInterval(x: number): boolean {
  return x >= 0 && x < 1;
}
