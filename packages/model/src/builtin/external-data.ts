import type { Builtin, ExternalContent } from "./builtin.ts";

/**
 * GET DIRECT … reads any file that holds a table, GET XLS … is the older name for spreadsheets. Both are the same here: a file is read
 * by what it is.
 */
const external = (
  how: "DIRECT" | "XLS",
  what: string,
  holds: ExternalContent,
  args: readonly string[],
  says: string,
): Builtin => ({
  id: `get-${how}-${what}`.toLowerCase(),
  names: { vensim: `GET ${how} ${what}` },
  args,
  units: () => undefined,
  behaviour: { kind: "external", holds },
  says,
  source: `vensim.com/documentation/fn_get_${how.toLowerCase()}_${what.toLowerCase()}.html`,
  cases: [],
});

const constants = (how: "DIRECT" | "XLS") =>
  external(
    how,
    "CONSTANTS",
    "constants",
    ["file", "tab", "cell"],
    "Constants from a file, from a cell on: the last dimension to the right, the one before it down; the other way with * after the cell.",
  );
const data = (how: "DIRECT" | "XLS") =>
  external(
    how,
    "DATA",
    "data",
    ["file", "tab", "time row or column", "cell"],
    "The series of a data variable from a file: the times stand in a row or a column, the values from a cell on along them.",
  );
const lookups = (how: "DIRECT" | "XLS") =>
  external(
    how,
    "LOOKUPS",
    "lookups",
    ["file", "tab", "x row or column", "cell"],
    "Lookups from a file: x stands in a row or a column, y from a cell on along it.",
  );
const elements = (how: "DIRECT" | "XLS") =>
  external(
    how,
    "SUBSCRIPT",
    "elements",
    ["file", "tab", "first cell", "last cell?", "prefix?"],
    "The elements of a dimension from a file, across and then down, each with a prefix before it; empty cells are passed over.",
  );

export const getDirectConstants = constants("DIRECT");
export const getXlsConstants = constants("XLS");
export const getDirectData = data("DIRECT");
export const getXlsData = data("XLS");
export const getDirectLookups = lookups("DIRECT");
export const getXlsLookups = lookups("XLS");
export const getDirectSubscript = elements("DIRECT");
export const getXlsSubscript = elements("XLS");
