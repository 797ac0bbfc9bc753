import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { type Area, type CellPlace, cellName, columnNumber, rowNumber } from "./cell-address.ts";
import { risen } from "./data-set.ts";
import type { ExternalCall, TextArgument } from "./external-call.ts";
import type { ExternalTurns } from "./external-turns.ts";
import { listedNames } from "./listed-names.ts";
import { numberIn } from "./number-cell.ts";
import type { Table, TableReader } from "./table-reader.ts";

export interface ExternalPoint {
  readonly time: number;
  readonly value: number;
}

/** Where the times stand: one after another along a row or a column. */
interface Times {
  readonly direction: "across" | "down";
  /** The time of each value, by how many cells it stands after the first. */
  readonly at: readonly { readonly step: number; readonly time: number }[];
}

/**
 * The points of an equation's series, one series a turn: along the row or column of the times, from the cell on; the elements follow
 * each other in the other direction, the last subscript fastest. A place without a number has no point. Sources:
 * vensim.com/documentation/fn_get_direct_data.html and fn_get_direct_lookups.html.
 */
export function externalSeries(
  call: ExternalCall,
  name: string,
  { sizes, turns }: ExternalTurns,
  tables: TableReader,
  found: Diagnostic[],
): readonly (readonly ExternalPoint[])[] | undefined {
  const table = tables.open(call, name);
  if (table === undefined) return undefined;
  const [line, cell] = call.rest;
  const begin = tables.cell(table, { ...cell!, text: cell!.text.replace(/\s*\*$/u, "") });
  const times = begin && timesOf(table, line!, begin, found);
  if (begin === undefined || times === undefined) return undefined;
  const series = turns.map(({ element, places }) => {
    const beside = places.reduce((flat, place, k) => flat * sizes[k]! + place, 0);
    return risen(
      times.at.flatMap(({ step, time }) => pointAt(begin, times, element, beside, step, time, cell!, found)),
    );
  });
  if (series.every((points) => points.length === 0)) {
    found.push(report("series-empty", cell!.span, { name, cell: cellName(begin.place), where: begin.table.where }));
    return undefined;
  }
  const empty = turns.filter((_, turn) => series[turn]!.length === 0).map(({ element }) => element);
  if (empty.length > 0) found.push(report("data-gap", cell!.span, { elements: listedNames(empty), file: table.file }));
  return series;
}

interface Begin {
  readonly table: Table;
  readonly place: CellPlace;
}

function pointAt(
  { table: { grid, where }, place: { row, column } }: Begin,
  { direction }: Times,
  element: string,
  beside: number,
  step: number,
  time: number,
  { span }: TextArgument,
  found: Diagnostic[],
): readonly ExternalPoint[] {
  const place =
    direction === "across"
      ? { row: row + beside, column: column + step }
      : { row: row + step, column: column + beside };
  const value = numberIn(grid.at(place));
  if (typeof value === "number") return [{ time, value }];
  if (value === "text") {
    const facts = { element, cell: cellName(place), where, text: String(grid.at(place)) };
    found.push(report("point-not-a-number", span, facts));
  }
  return [];
}

/** Written as the number of a row, the letter of a column, or a name for the cells that hold the times. */
function timesOf(table: Table, { text, span }: TextArgument, { place }: Begin, found: Diagnostic[]): Times | undefined {
  const named = table.named(text);
  if (named) return timesIn(named.table, named.area, place);
  const [row, column] = [rowNumber(text), columnNumber(text)];
  if (row !== undefined) return timesIn(table, line({ row, column: place.column }, { row, column: END }), place);
  if (column !== undefined) return timesIn(table, line({ row: place.row, column }, { row: END, column }), place);
  found.push(report("no-such-line", span, { text, file: table.file }));
  return undefined;
}

const END = Number.POSITIVE_INFINITY;
const line = (first: CellPlace, last: CellPlace): Area => ({ sheet: undefined, first, last });

/** A name for a whole row or column has its times above or beside the values; one for some cells has them in order. */
function timesIn({ grid }: Table, { first, last }: Area, values: CellPlace): Times {
  const across = last.column - first.column >= last.row - first.row;
  const isWhole = across ? first.column === 0 && last.column > 16_000 : first.row === 0 && last.row > 1_000_000;
  const from = !isWhole ? first : across ? { ...first, column: values.column } : { ...first, row: values.row };
  const steps = across
    ? grid.columnsOf(from.row, from.column).map((column) => ({ row: from.row, column, step: column - from.column }))
    : grid.rowsOf(from.column, from.row).map((row) => ({ row, column: from.column, step: row - from.row }));
  const at = steps.flatMap(({ row, column, step }) => {
    const time = row <= last.row && column <= last.column ? numberIn(grid.at({ row, column })) : undefined;
    return typeof time === "number" ? [{ step, time }] : [];
  });
  return { direction: across ? "across" : "down", at };
}
