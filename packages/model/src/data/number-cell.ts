import type { Cell } from "./workbook.ts";

/** The number in a cell; "empty" for nothing and for a missing value, "text" for what is neither. */
export function numberIn(cell: Cell | undefined): number | "empty" | "text" {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : "text";
  const text = cell?.trim() ?? "";
  if (text === "" || text.toUpperCase() === ":NA:" || text === "#N/A") return "empty";
  // Number takes hexadecimal and "Infinity" too, which are no data.
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/u.test(text) ? Number(text) : "text";
}
