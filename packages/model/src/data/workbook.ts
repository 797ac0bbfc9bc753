import type { Area, CellPlace } from "./cell-address.ts";

/** What a cell holds: a number, or what is written in it. One with an error holds the error's name, such as `#N/A`. */
export type Cell = number | string;

/** A spreadsheet, with the values that its formulas had when it was saved. Plain data, so that it can be sent to a page. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

export interface Sheet {
  readonly name: string;
  /** Only those that hold something, in any order. */
  readonly cells: readonly (CellPlace & { readonly value: Cell })[];
}

/** A name for a block of cells, for all sheets or for one. */
export interface DefinedName {
  readonly name: string;
  readonly scope: string | undefined;
  readonly area: Area;
}
