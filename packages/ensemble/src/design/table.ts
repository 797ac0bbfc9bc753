import type { Problem } from "../problem.ts";
import type { DesignRule } from "./design.ts";

export interface TableSpec {
  /** One column an uncertainty, one number a future: the input itself, whatever its distribution. */
  readonly columns: readonly (readonly number[])[];
}

export const table: DesignRule<TableSpec> = {
  says: "Futures that someone gives: the inputs themselves, one row a future.",
  source: "The reader.",
  gives: "inputs",
  check({ columns }, dimensions) {
    if (columns.length !== dimensions) return wrongColumns(columns.length, dimensions);
    const size = columns[0]?.length ?? 0;
    if (size === 0) return emptyTable;
    const short = columns.findIndex((column) => column.length !== size);
    if (short >= 0) return shortColumn(short, columns[short]!.length, size);
    const row = Array.from({ length: size }, (_, at) => at).find(
      (at) => !columns.every((one) => Number.isFinite(one[at])),
    );
    return row === undefined ? undefined : badRow(row);
  },
  size: ({ columns }) => columns[0]!.length,
  points: (spec) => spec,
  open:
    ({ columns }) =>
    (i, into) => {
      for (let d = 0; d < columns.length; d++) into[d] = columns[d]![i]!;
    },
};

const emptyTable: Problem = {
  code: "design-table",
  says: "The table of futures has no rows.",
  mend: "Give a row for each future.",
};

function wrongColumns(columns: number, dimensions: number): Problem {
  return {
    code: "design-table",
    says: `The table of futures has ${columns} columns for ${dimensions} uncertainties.`,
    mend: "Give each uncertainty one column.",
  };
}

function shortColumn(at: number, length: number, size: number): Problem {
  return {
    code: "design-table",
    says: `Column ${at + 1} of the table of futures has ${length} rows, but the first has ${size}.`,
    mend: "Give each column a number for each future.",
  };
}

function badRow(row: number): Problem {
  return {
    code: "design-table",
    says: `Row ${row + 1} of the table of futures holds something that is not a finite number.`,
    mend: "Give each uncertainty a number in every row.",
  };
}
