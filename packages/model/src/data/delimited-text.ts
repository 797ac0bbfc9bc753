import type { CellPlace } from "./cell-address.ts";

/** A cell of a text that holds something, without its quotes and the blanks around it. */
export interface TextCell extends CellPlace {
  readonly value: string;
  /** Where it stands in the text, quotes and all. */
  readonly start: number;
  readonly end: number;
}

/** The cells of a text with a delimiter between them. One in quotes may hold delimiters, line ends and doubled quotes. */
export function cellsOfText(text: string, delimiter: string): readonly TextCell[] {
  const cells: TextCell[] = [];
  let [row, column, start] = [0, 0, text.startsWith("\ufeff") ? 1 : 0];
  // Quotes count where they are the first thing in a cell.
  let quotes: "none yet" | "open" | "closed" | "of no account" = "none yet";
  for (let i = start; i <= text.length; i++) {
    const unit = text[i];
    const isLineEnd = unit === "\n" || unit === "\r";
    const ends = unit === undefined || (quotes !== "open" && (unit === delimiter || isLineEnd));
    if (!ends) {
      if (unit === '"' && quotes !== "of no account") quotes = quotes === "open" ? "closed" : "open";
      else if (quotes === "none yet" && unit.trim() !== "") quotes = "of no account";
      continue;
    }
    const value = bare(text.slice(start, i));
    if (value !== "") cells.push({ row, column, value, start, end: i });
    [start, quotes] = [i + 1, "none yet"];
    column = isLineEnd ? 0 : column + 1;
    if (isLineEnd && !(unit === "\n" && text[i - 1] === "\r")) row++;
  }
  return cells;
}

function bare(written: string): string {
  const trimmed = written.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  return isQuoted ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
}
