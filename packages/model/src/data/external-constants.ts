import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { cellName } from "./cell-address.ts";
import type { ExternalCall } from "./external-call.ts";
import type { ExternalTurns } from "./external-turns.ts";
import { numberIn } from "./number-cell.ts";
import type { TableReader } from "./table-reader.ts";

/**
 * The constants of an equation, one a turn: the last dimension on its left runs to the right, the one before it down; the other way
 * round with a `*` after the cell. Source: vensim.com/documentation/fn_get_direct_constants.html.
 */
export function externalConstants(
  call: ExternalCall,
  name: string,
  { sizes, turns }: ExternalTurns,
  tables: TableReader,
  found: Diagnostic[],
): readonly number[] | undefined {
  const table = tables.open(call, name);
  if (table === undefined) return undefined;
  const [cell] = call.rest;
  const isTransposed = cell!.text.endsWith("*");
  const begin = tables.cell(table, { ...cell!, text: cell!.text.replace(/\s*\*$/u, "") });
  if (sizes.length > 2) found.push(report("external-dimensions", call.span, { name, given: sizes.length }));
  if (begin === undefined || sizes.length > 2) return undefined;
  const { grid, where } = begin.table;
  const values = turns.map(({ element, places }) => {
    const [right = 0, down = 0] = places.toReversed();
    const place = {
      row: begin.place.row + (isTransposed ? right : down),
      column: begin.place.column + (isTransposed ? down : right),
    };
    const value = numberIn(grid.at(place));
    if (typeof value === "number") return value;
    const facts = { element, cell: cellName(place), where };
    found.push(
      value === "empty"
        ? report("cell-empty", cell!.span, facts)
        : report("cell-not-a-number", cell!.span, { ...facts, text: String(grid.at(place)) }),
    );
    return undefined;
  });
  return values.every((value) => value !== undefined) ? values : undefined;
}
