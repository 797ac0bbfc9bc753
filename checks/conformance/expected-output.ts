import { nameKey } from "@sequitur/model";

/** What another simulator printed for a model: time down the rows, a variable's element a column. */
export interface ExpectedOutput {
  readonly times: readonly number[];
  readonly columns: readonly ExpectedColumn[];
}

export interface ExpectedColumn {
  /** As printed. */
  readonly name: string;
  /** The cells as printed, one a time; empty where the simulator left it out because nothing changed, or is missing. */
  readonly cells: readonly string[];
}

/** Reads a `.csv` or `.tab`; the simulators end their lines with CR, LF or both, and some write a line between two lines. */
export function readExpected(text: string): ExpectedOutput {
  const lines = text.split(/[\r\n]+/u).filter((line) => line.trim() !== "");
  const separator = lines[0]?.includes("\t") ? "\t" : ",";
  const [head = [], ...rows] = lines.map((line) => cellsOf(line, separator));
  return {
    times: rows.map((row) => Number(row[0])),
    columns: head.slice(1).map((name, i) => ({ name, cells: rows.map((row) => row[i + 1]?.trim() ?? "") })),
  };
}

/** A cell may stand in quotes, with its own quotes doubled. */
function cellsOf(line: string, separator: "\t" | ","): readonly string[] {
  const cell =
    separator === "\t" ? /"((?:[^"]|"")*)"(?:\t|$)|([^\t]*)(?:\t|$)/gu : /"((?:[^"]|"")*)"(?:,|$)|([^,]*)(?:,|$)/gu;
  const found = [...line.matchAll(cell)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
  // The pattern also finds the nothing after the last cell.
  return found.slice(0, -1);
}

/** The key by which the name of a column and that of an element are the same: `"Stock A" [Entry 1, b]`, `stock_a[entry 1,b]`. */
export function columnKey(name: string): string {
  const [, variable = name, subscripts] = /^(.*?)\s*\[([^[\]]*)\]\s*$/su.exec(name) ?? [];
  const bare = nameKey(variable.replace(/^\s*"(.*)"\s*$/su, "$1").replaceAll('\\"', '"'));
  return subscripts === undefined ? bare : `${bare}[${subscripts.split(",").map(nameKey).join(",")}]`;
}
