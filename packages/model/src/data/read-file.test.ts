import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { unpacksWithin } from "./packed-size.ts";
import { readFileContent } from "./read-file.ts";

const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet([["a", 1.5], [], [null, "ä 漢"]]), "One sheet");
const bytesOf = (bookType: "xlsx" | "biff8" | "xlsb" | "ods") =>
  new Uint8Array(write(book, { bookType, type: "array", compression: true }) as ArrayBuffer);

for (const [file, type] of [
  ["f.xlsx", "xlsx"],
  ["f.XLS", "biff8"],
  ["f.xlsb", "xlsb"],
  ["f.ods", "ods"],
] as const)
  test(`the cells of ${file}`, async () => {
    const content = await readFileContent(file, bytesOf(type));
    expect(content).toEqual({
      kind: "workbook",
      workbook: {
        sheets: [
          {
            name: "One sheet",
            cells: [
              { row: 0, column: 0, value: "a" },
              { row: 0, column: 1, value: 1.5 },
              { row: 2, column: 1, value: "ä 漢" },
            ],
          },
        ],
        names: [],
      },
    });
  });

test("what unpacks to more than it may is not unpacked, whatever it says of itself", async () => {
  const bomb = utils.book_new();
  utils.book_append_sheet(bomb, utils.aoa_to_sheet(Array.from({ length: 2000 }, () => ["x".repeat(1000)])), "S");
  const bytes = new Uint8Array(write(bomb, { bookType: "xlsx", type: "array", compression: true }) as ArrayBuffer);
  expect(bytes.length).toBeLessThan(100_000);
  // The sizes that its directory states are set to 1: what counts is what comes out.
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 <= bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
  expect(await unpacksWithin(bytes, 10_000)).toBe(false);
  expect(await unpacksWithin(bytes, 100_000_000)).toBe(true);
});

test("a text file is decoded as a model is", async () =>
  expect(await readFileContent("f.csv", Uint8Array.of(0xe9))).toEqual({ kind: "text", text: "é" }));
