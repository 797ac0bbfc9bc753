import type { CellPlace } from "./cell-address.ts";
import type { Cell, Sheet } from "./workbook.ts";

/** Cells that can be asked for by place. What it holds in memory and walks through is what is written, never the block around it. */
export class Grid {
  readonly #rows = new Map<number, Map<number, Cell>>();

  constructor(cells: Sheet["cells"]) {
    for (const { row, column, value } of cells) {
      const cellsOfRow = this.#rows.get(row) ?? new Map<number, Cell>();
      this.#rows.set(row, cellsOfRow.set(column, value));
    }
  }

  at({ row, column }: CellPlace): Cell | undefined {
    return this.#rows.get(row)?.get(column);
  }

  /** The columns of a row that hold something, from one on, in order. */
  columnsOf(row: number, from: number): readonly number[] {
    return [...(this.#rows.get(row)?.keys() ?? [])].filter((column) => column >= from).sort((a, b) => a - b);
  }

  /** The rows that hold something in a column, from one on, in order. */
  rowsOf(column: number, from: number): readonly number[] {
    return [...this.#rows]
      .flatMap(([row, cells]) => (row >= from && cells.has(column) ? [row] : []))
      .sort((a, b) => a - b);
  }

  /** The places in a block that hold something, across and then down. */
  placesIn(first: CellPlace, last: CellPlace): readonly CellPlace[] {
    const rows = [...this.#rows.keys()].filter((row) => row >= first.row && row <= last.row).sort((a, b) => a - b);
    return rows.flatMap((row) =>
      this.columnsOf(row, first.column).flatMap((column) => (column <= last.column ? [{ row, column }] : [])),
    );
  }
}
