/** A cell by its row and column, both counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, of the sheet of this name where one is named; both corners belong to it. */
export interface Area {
  readonly sheet: string | undefined;
  readonly first: CellPlace;
  readonly last: CellPlace;
}

/** The last row and column that a spreadsheet can have (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4: 2^20 rows, 2^14 columns). */
const LAST_ROW = 2 ** 20 - 1;
const LAST_COLUMN = 2 ** 14 - 1;

/** `C5`, `c5` or `$C$5`; undefined for anything else. */
export function cellPlace(text: string): CellPlace | undefined {
  const [, letters, digits] = /^\s*\$?([A-Za-z]{1,3})\$?(\d{1,7})\s*$/u.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const [row, column] = [Number(digits) - 1, columnNumber(letters)];
  return row < 0 || row > LAST_ROW || column === undefined ? undefined : { row, column };
}

/** `A` is column 0, `AB` column 27. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/u.test(letters)) return undefined;
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1 > LAST_COLUMN ? undefined : number - 1;
}

/** `4` is row 3. */
export function rowNumber(digits: string): number | undefined {
  const row = /^\d{1,7}$/u.test(digits) ? Number(digits) - 1 : -1;
  return row < 0 || row > LAST_ROW ? undefined : row;
}

export function cellName({ row, column }: CellPlace): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** What a name stands for in a workbook: `Sheet1!$B$4:$G$4`, `'my tab'!$C$5`, whole rows `S!$4:$4` and columns `S!$A:$A`. */
export function areaOf(reference: string): Area | undefined {
  const [, quoted, plain, from, to] =
    /^(?:(?:'((?:[^']|'')*)'|([^'!]*))!)?([^:!]+)(?::([^:!]+))?$/u.exec(reference) ?? [];
  if (from === undefined) return undefined;
  const first = cornerOf(from, 0, 0);
  const last = cornerOf(to ?? from, LAST_ROW, LAST_COLUMN);
  return first && last && { sheet: quoted?.replaceAll("''", "'") ?? plain, first, last };
}

/** A corner, which may leave out its row or its column. */
function cornerOf(text: string, row: number, column: number): CellPlace | undefined {
  const bare = text.replaceAll("$", "");
  const [whole, asRow, asColumn] = [cellPlace(bare), rowNumber(bare), columnNumber(bare)];
  if (whole) return whole;
  if (asRow !== undefined) return { row: asRow, column };
  return asColumn === undefined ? undefined : { row, column: asColumn };
}
