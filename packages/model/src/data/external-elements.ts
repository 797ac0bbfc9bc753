import type { Diagnostic } from "../source/diagnostic.ts";
import type { DimensionSyntax, NameSyntax, SyntaxTree } from "../syntax/syntax-tree.ts";
import { type CellPlace, cellPlace, columnNumber, rowNumber } from "./cell-address.ts";
import { type ExternalCall, type NamedTexts, readExternalCall } from "./external-call.ts";
import type { TableReader } from "./table-reader.ts";

/** The dimensions of a tree, with the elements that stand in files beside it. */
export function withExternalElements(
  { dimensions }: SyntaxTree,
  texts: NamedTexts,
  tables: TableReader,
  found: Diagnostic[],
): readonly DimensionSyntax[] {
  return dimensions.map((dimension) => {
    const call = dimension.external && readExternalCall(dimension.external, texts, found);
    return call ? { ...dimension, elements: elementsOf(call, dimension.name, tables) } : dimension;
  });
}

/** Across and then down, as GET DIRECT SUBSCRIPT reads them (vensim.com/documentation/fn_get_direct_subscript.html). */
function elementsOf(call: ExternalCall, user: string, tables: TableReader): readonly NameSyntax[] {
  const [first, last, prefix] = call.rest;
  const table = tables.open(call, user);
  const begin = table && tables.cell(table, first!);
  if (table === undefined || begin === undefined) return [];
  const named = table.named(first!.text);
  const { grid } = begin.table;
  const end = named && last!.text === "" ? named.area.last : lastPlace(last!.text);
  return grid
    .placesIn(begin.place, end)
    .map((place) => ({ name: `${prefix!.text}${String(grid.at(place)).trim()}`, span: call.span }));
}

/** A cell, only its row, only its column, or nothing: what is left open goes as far as there is something. */
function lastPlace(text: string): CellPlace {
  const column = columnNumber(text) ?? Number.POSITIVE_INFINITY;
  return cellPlace(text) ?? { row: rowNumber(text) ?? Number.POSITIVE_INFINITY, column };
}
