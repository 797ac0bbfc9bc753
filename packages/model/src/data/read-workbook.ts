import { type CellObject, read, utils, type WorkBook } from "@e965/xlsx";
import { areaOf } from "./cell-address.ts";
import type { FileContent } from "./file-content.ts";
import type { Cell, DefinedName, Sheet } from "./workbook.ts";

/** Reads a spreadsheet of any kind that the library knows by its first bytes. */
export function readWorkbook(bytes: Uint8Array): FileContent {
  try {
    const book = read(bytes, { type: "array", cellFormula: false, cellHTML: false, cellText: false });
    return { kind: "workbook", workbook: { sheets: book.SheetNames.map(sheetOf(book)), names: namesOf(book) } };
  } catch (error) {
    // The library throws for a file's content; here that is a fault of the file.
    return { kind: "unreadable", why: error instanceof Error ? error.message : String(error) };
  }
}

const sheetOf =
  ({ Sheets }: WorkBook) =>
  (name: string): Sheet => ({
    name,
    cells: Object.entries(Sheets[name] ?? {}).flatMap(([address, cell]: [string, CellObject]) => {
      const value = address.startsWith("!") ? undefined : cellValue(cell);
      if (value === undefined) return [];
      const { r: row, c: column } = utils.decode_cell(address);
      return [{ row, column, value }];
    }),
  });

function cellValue({ t: type, v: value, w: shown }: CellObject): Cell | undefined {
  if (type === "n" && typeof value === "number") return value;
  if (type === "e") return shown ?? "#N/A";
  return type === "s" && typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** Names that stand for cells; a name may stand for a formula, too. */
function namesOf({ Workbook, SheetNames }: WorkBook): readonly DefinedName[] {
  return (Workbook?.Names ?? []).flatMap(({ Name: name, Ref: reference, Sheet: sheet }) => {
    const area = areaOf(reference);
    return area === undefined ? [] : [{ name, scope: sheet === undefined ? undefined : SheetNames[sheet], area }];
  });
}
