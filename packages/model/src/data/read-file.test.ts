import { CFB, utils, type WorkBook, write } from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readFileContent } from "./read-file.ts";
import type { Sheet } from "./workbook.ts";

type BookType = "xlsx" | "biff8" | "biff5" | "xlsb" | "ods";

const book = utils.book_new();
const rows = [["a", 1.5, -3, 0.01, 1e300, "b".repeat(200)], [], [null, "ä 漢", 123456789]];
utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "One sheet");
utils.book_append_sheet(book, utils.aoa_to_sheet([[7]]), "ä 漢");
const bytesOf = (bookType: BookType, of: WorkBook = book, bookSST = false) =>
  new Uint8Array(write(of, { bookType, type: "array", compression: true, bookSST }) as ArrayBuffer);

for (const [file, type] of [
  ["f.xlsx", "xlsx"],
  ["f.XLS", "biff8"],
  ["an .xlsx under the name f.xls", "xlsx"],
  ["texts that are shared.xlsx", "xlsx"],
  ["texts that are shared.xls", "biff8"],
] as const)
  test(`the cells of ${file}`, async () => {
    const content = await readFileContent(file, bytesOf(type, book, file.startsWith("texts")));
    const cells = rows.flatMap((values, row) =>
      values.flatMap((value, column) => (value === null ? [] : [{ row, column, value }])),
    );
    const sheets = [
      { name: "One sheet", cells },
      { name: "ä 漢", cells: [{ row: 0, column: 0, value: 7 }] },
    ];
    expect(content.kind === "workbook" && content.workbook.sheets.map(inOrder)).toEqual(sheets);
  });

/** The cells of a sheet are in any order. */
function inOrder({ name, cells }: Sheet): Sheet {
  return { name, cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column) };
}

test("many texts, which an .xls cuts wherever a record ends", async () => {
  const texts = Array.from({ length: 3000 }, (_, i) => [`text ${i} ${"é漢x".repeat(i % 5)}`]);
  const long = utils.book_new();
  utils.book_append_sheet(long, utils.aoa_to_sheet(texts), "S");
  const content = await readFileContent("f.xls", bytesOf("biff8", long, true));
  expect(content.kind === "workbook" && content.workbook.sheets[0]!.cells.map(({ value }) => [value])).toEqual(
    texts.map(([text]) => [text!.trim()]),
  );
});

test("names of an .xls for a cell, a block and a whole row, of the workbook and of a sheet", async () => {
  const content = await readFileContent("f.xls", xlsWithNames());
  const block = { sheet: "S", first: { row: 1, column: 2 }, last: { row: 3, column: 4 } };
  expect(content.kind === "workbook" && content.workbook.names).toEqual([
    { name: "block", scope: undefined, area: block },
    { name: "cell", scope: "S", area: { ...block, last: block.first } },
    {
      name: "line",
      scope: undefined,
      area: { sheet: "S", first: { row: 1, column: 0 }, last: { row: 1, column: 16383 } },
    },
  ]);
});

/** The stream that Excel would write for one empty sheet and three names, by [MS-XLS] 2.4.150 and 2.5.198. */
function xlsWithNames(): Uint8Array {
  const u16 = (...values: readonly number[]) => values.flatMap((value) => [value & 255, (value >> 8) & 255]);
  const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  const record = (kind: number, data: readonly number[]) => [...u16(kind, data.length), ...data];
  const start = record(0x809, [...u16(0x600, 5), ...u16(0, 0, 0, 0, 0, 0)]);
  const end = record(0x0a, []);
  const name = (text: string, sheet: number, formula: readonly number[]) =>
    record(0x18, [
      ...u16(0),
      0,
      text.length,
      ...u16(formula.length, 0, sheet),
      0,
      0,
      0,
      0,
      0,
      ...letters(text),
      ...formula,
    ]);
  const sheetAt = (offset: number) => record(0x85, [...u16(offset, 0), 0, 0, 1, 0, ...letters("S")]);
  const globals = (offset: number) => [
    ...start,
    ...sheetAt(offset),
    ...record(0x17, u16(1, 0, 0, 0)),
    ...name("block", 0, [0x3b, ...u16(0, 1, 3, 2, 4)]),
    ...name("cell", 1, [0x3a, ...u16(0, 1, 2)]),
    ...name("line", 0, [0x3b, ...u16(0, 1, 1, 0, 255)]),
    ...name("sum", 0, [0x19, 0x10, 0, 0]),
    ...end,
  ];
  const stream = [...globals(globals(0).length), ...start, ...end];
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, "/Workbook", stream);
  return new Uint8Array(CFB.write(file, { type: "array" }) as ArrayBuffer);
}

for (const [what, file, bytes, why] of [
  ["an .xls older than Excel 97", "f.xls", () => bytesOf("biff5"), /Excel 97/],
  ["an .ods", "f.ods", () => bytesOf("ods"), /not known here/],
  ["a zip file of something else", "f.xlsx", () => bytesOf("ods"), /_rels/],
  ["a text", "f.xls", () => new TextEncoder().encode("a\tb\n1\t2\n"), /neither/],
  ["nothing", "f.xlsx", () => new Uint8Array(), /neither/],
  ["more than it may hold", "f.csv", () => new Uint8Array(65 * 2 ** 20), /larger than 64 MB/],
] as const)
  test(`${what} says why it is not read`, async () => {
    const content = await readFileContent(file, bytes());
    expect(content.kind === "unreadable" && content.why).toMatch(why);
  });

test("what would unpack to too much is not unpacked", async () => {
  const bytes = bytesOf("xlsx");
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 <= bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 28, true);
  expect(await readFileContent("f.xlsx", bytes)).toMatchObject({ kind: "unreadable", why: /larger than 256 MB/ });
});

const types = fc.constantFrom<BookType>("xlsx", "biff8");

test("a spreadsheet that is cut off is unreadable, and never throws", () =>
  fc.assert(
    fc.asyncProperty(types, fc.double({ min: 0, max: 1, noNaN: true }), async (type, share) => {
      const whole = bytesOf(type);
      const content = await readFileContent("f.xls", whole.slice(0, Math.floor(whole.length * share)));
      expect(["workbook", "unreadable"]).toContain(content.kind);
    }),
  ));

test("a spreadsheet with bytes changed never throws", () =>
  fc.assert(
    fc.asyncProperty(types, fc.array(fc.tuple(fc.nat(20_000), fc.nat(255))), async (type, changes) => {
      const whole = bytesOf(type);
      for (const [at, byte] of changes) whole[at % whole.length] = byte;
      const content = await readFileContent("f.xls", whole);
      expect(["workbook", "unreadable"]).toContain(content.kind);
    }),
  ));

test("a text file is decoded as a model is", async () =>
  expect(await readFileContent("f.csv", Uint8Array.of(0xe9))).toEqual({ kind: "text", text: "é" }));
