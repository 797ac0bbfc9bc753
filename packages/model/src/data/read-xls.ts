import { type BiffRecord, recordAt, TextReader, withContinuations } from "./biff-record.ts";
import type { Area } from "./cell-address.ts";
import { streamOf } from "./compound-file.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import type { Cell, DefinedName, Sheet, Workbook } from "./workbook.ts";

/** Kinds of records: [MS-XLS] 2.3. */
const BOF = 0x809;
const EOF = 0x0a;
const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
const EXTERN_SHEET = 0x17;
const DEFINED_NAME = 0x18;
const SHARED_TEXTS = 0xfc;

/** Reads an .xls of Excel 97 and later (BIFF8) inside its compound file. */
export function readXls(file: DataView): Workbook {
  const stream = streamOf(file, ["Workbook"]);
  if (stream === undefined) throw new UnreadableFile("it holds no workbook of Excel 97 or later");
  const { sheets, links, names, texts } = globalsOf(stream);
  const found = sheets.map(({ name, start }): Sheet => ({ name, cells: cellsOf(stream, start, texts) }));
  return { sheets: found, names: names.flatMap((name) => definedName(name, sheets, links)) };
}

interface SheetEntry {
  readonly name: string;
  readonly start: number;
}

function globalsOf(stream: DataView) {
  const sheets: SheetEntry[] = [];
  const links: number[] = [];
  const names: DataView[] = [];
  const texts: string[] = [];
  for (const record of recordsOf(stream, 0)) {
    const { kind, data } = record;
    if (kind === FILE_PASS) throw new UnreadableFile("it is locked by a password");
    if (kind === BOUND_SHEET) sheets.push(sheetEntry(data));
    if (kind === EXTERN_SHEET)
      for (let i = 0; i < data.getUint16(0, true); i++) links.push(data.getInt16(2 + 6 * i + 2, true));
    if (kind === DEFINED_NAME) names.push(data);
    if (kind === SHARED_TEXTS) texts.push(...sharedTexts(stream, record));
  }
  return { sheets, links, names, texts };
}

/** The records of one part of the stream, between its own beginning and end; a chart inside it is passed over. */
function* recordsOf(stream: DataView, start: number): Generator<BiffRecord> {
  let depth = 0;
  for (let record = recordAt(stream, start); record !== undefined; record = recordAt(stream, record.end)) {
    if (record.kind === BOF) {
      if (record.data.getUint16(0, true) !== 0x600) throw new UnreadableFile("it is older than Excel 97");
      depth++;
    } else if (record.kind === EOF) {
      if (--depth <= 0) return;
    } else if (depth === 1) yield record;
  }
}

function sheetEntry(data: DataView): SheetEntry {
  const name = new TextReader([data], 8).letters(data.getUint8(6), data.getUint8(7));
  return { name, start: data.getUint32(0, true) };
}

function sharedTexts(stream: DataView, record: BiffRecord): readonly string[] {
  const parts = withContinuations(stream, record);
  const bytes = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const count = record.data.getUint32(4, true);
  // A text takes three bytes at least.
  if (count * 3 > bytes) throw new UnreadableFile("it is damaged");
  const reader = new TextReader(parts, 8);
  return Array.from({ length: count }, () => reader.rich());
}

/** A name for a cell or a block: [MS-XLS] 2.4.150. One for anything else, and those of Excel itself, are passed over. */
function definedName(data: DataView, sheets: readonly SheetEntry[], links: readonly number[]): readonly DefinedName[] {
  const [flags, letters, formula] = [data.getUint16(0, true), data.getUint8(3), data.getUint16(4, true)];
  const isBuiltIn = (flags & 0x20) !== 0;
  if (isBuiltIn || formula === 0) return [];
  const wide = data.getUint8(14) & 1;
  const name = new TextReader([data], 15).letters(letters, wide);
  const area = areaAt(data, 15 + letters * (1 + wide), sheets, links);
  const sheet = data.getUint16(8, true);
  return area ? [{ name, scope: sheet === 0 ? undefined : sheets[sheet - 1]?.name, area }] : [];
}

/** The tokens PtgRef3d and PtgArea3d, of any class: [MS-XLS] 2.5.198.85 and .28. */
function areaAt(data: DataView, at: number, sheets: readonly SheetEntry[], links: readonly number[]): Area | undefined {
  const token = data.getUint8(at) & 0x1f;
  if (token !== 0x1a && token !== 0x1b) return undefined;
  const isArea = token === 0x1b;
  const place = (row: number, column: number) => ({
    row: data.getUint16(at + 3 + row, true),
    column: data.getUint16(at + 3 + column, true) & 0x3fff,
  });
  const sheet = sheets[links[data.getUint16(at + 1, true)] ?? -1]?.name;
  return {
    sheet,
    first: isArea ? place(0, 4) : place(0, 2),
    last: wholeLine(isArea ? place(2, 6) : place(0, 2)),
  };
}

/** An .xls has 2^16 rows and 2^8 columns: one that ends at the last is whole. */
function wholeLine({ row, column }: Area["last"]): Area["last"] {
  return { row: row === 2 ** 16 - 1 ? 2 ** 20 - 1 : row, column: column === 2 ** 8 - 1 ? 2 ** 14 - 1 : column };
}

function cellsOf(stream: DataView, start: number, texts: readonly string[]): Sheet["cells"] {
  const cells: Sheet["cells"][number][] = [];
  // The text that a formula gave stands in a record after it.
  let waiting: { readonly row: number; readonly column: number } | undefined;
  for (const record of recordsOf(stream, start)) {
    const { kind, data } = record;
    const put = (value: Cell | undefined, further = 0) => {
      if (value === undefined || value === "") return;
      cells.push({ row: data.getUint16(0, true), column: data.getUint16(2, true) + further, value });
    };
    switch (kind) {
      case 0x203:
        put(data.getFloat64(6, true));
        break;
      case 0x27e:
        put(shortNumber(data, 6));
        break;
      case 0xbd:
        for (let i = 0; 4 + 6 * (i + 1) + 2 <= data.byteLength; i++) put(shortNumber(data, 6 + 6 * i), i);
        break;
      case 0xfd:
        put(texts[data.getUint32(6, true)]?.trim());
        break;
      case 0x204:
        put(new TextReader(withContinuations(stream, record), 6).rich().trim());
        break;
      case 0x205:
        put(data.getUint8(7) === 1 ? "#N/A" : undefined);
        break;
      case 0x06:
        if (data.getUint16(12, true) !== 0xffff) put(data.getFloat64(6, true));
        else if (data.getUint8(6) === 0) waiting = { row: data.getUint16(0, true), column: data.getUint16(2, true) };
        else if (data.getUint8(6) === 2) put("#N/A");
        break;
      case 0x207: {
        const value = new TextReader(withContinuations(stream, record), 0).rich().trim();
        if (waiting && value !== "") cells.push({ ...waiting, value });
        waiting = undefined;
      }
    }
  }
  return cells;
}

/** A number in 32 bits: a whole one, or the upper bits of a double; perhaps a hundred times too large. [MS-XLS] 2.5.217. */
function shortNumber(data: DataView, at: number): number {
  const bits = data.getInt32(at, true);
  const double = new DataView(new ArrayBuffer(8));
  double.setInt32(0, bits & ~3);
  const value = (bits & 2) === 0 ? double.getFloat64(0) : bits >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}
