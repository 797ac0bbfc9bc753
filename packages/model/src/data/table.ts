import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Source } from "../source/source.ts";
import { span } from "../source/span.ts";
import type { DataPoint, NamedSeries } from "./data-set.ts";
import { cellsOfText, type TextCell } from "./delimited-text.ts";
import { numberIn } from "./number-cell.ts";

/**
 * A table of values with time down the rows or across them: the names stand in the first row and times in the first column, or the
 * other way round. Source: vensim.com/documentation/23465.html.
 */
export function readTable(source: Source, found: Diagnostic[]): readonly NamedSeries[] {
  const cells = cellsOfText(source.text, delimiterOf(source));
  const first = cells[0];
  if (first === undefined) return [];
  const header = cells.filter(({ row, column }) => row === first.row && column > 0);
  const across = header.length > 0 && header.every(({ value }) => typeof numberIn(value) === "number");
  const down = across ? cells.map((cell) => ({ ...cell, row: cell.column, column: cell.row })) : cells;
  return columnsOf(source, down, across ? 0 : first.row, found);
}

/** A tab where the first line that holds something has one, else a semicolon where it has no comma, else a comma. */
function delimiterOf({ text }: Source): string {
  const line = text.trimStart().split(/[\r\n]/u, 1)[0] ?? "";
  if (line.includes("\t")) return "\t";
  return line.includes(";") && !line.includes(",") ? ";" : ",";
}

function columnsOf(
  source: Source,
  cells: readonly TextCell[],
  headerRow: number,
  found: Diagnostic[],
): readonly NamedSeries[] {
  const times = new Map<number, number>();
  const names = new Map<number, string>();
  const values = new Map<string, TextCell>();
  for (const cell of cells) {
    const { row, column, value } = cell;
    const time = column === 0 && row > headerRow ? numberIn(value) : undefined;
    if (typeof time === "number") times.set(row, time);
    if (row === headerRow && column > 0) names.set(column, value);
    values.set(`${row}:${column}`, cell);
  }
  if (times.size === 0) found.push(report("data-without-times", span(source, 0, Math.min(1, source.text.length)), {}));
  const pointAt = (row: number, time: number, column: number): readonly DataPoint[] => {
    const cell = values.get(`${row}:${column}`);
    const value = numberIn(cell?.value);
    if (value !== "text") return [{ time, value: value === "empty" ? undefined : value }];
    const at = span(source, cell!.start, cell!.end);
    found.push(report("data-not-a-number", at, { name: names.get(column)!, text: cell!.value, time }));
    return [];
  };
  return [...names].map(([column, name]) => ({
    name,
    points: [...times].flatMap(([row, time]) => pointAt(row, time, column)),
  }));
}
