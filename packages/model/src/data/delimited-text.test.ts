import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOfText } from "./delimited-text.ts";

test("what is written with quotes is read back, at its place", () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é") }))),
      (rows) => {
        const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
        const wanted = rows.flatMap((row, r) => row.map((cell, column) => ({ row: r, column, value: cell.trim() })));
        const read = cellsOfText(text, ",");
        expect(read.map(({ row, column, value }) => ({ row, column, value }))).toEqual(
          wanted.filter(({ value }) => value !== ""),
        );
      },
    ),
  ));

test("any text has cells whose places lie inside it, in order", () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("1", '"', ";", "\n", "\r", " ", "x") }), (text) => {
      let last = 0;
      for (const { start, end } of cellsOfText(text, ";")) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
  ));

test("many quotes on a line take no more than their share", () =>
  expect(cellsOfText(`a${'"'.repeat(1_000_000)}`, ",")).toHaveLength(1));
