import fc from "fast-check";
import { expect, test } from "vitest";
import { areaOf, cellName, cellPlace } from "./cell-address.ts";

test("a cell's name leads back to it", () =>
  fc.assert(
    fc.property(fc.nat(2 ** 20 - 1), fc.nat(2 ** 14 - 1), (row, column) => {
      expect(cellPlace(cellName({ row, column }))).toEqual({ row, column });
    }),
  ));

for (const [text, place] of [
  ["A1", { row: 0, column: 0 }],
  ["$ab$10", { row: 9, column: 27 }],
  ["XFD1048576", { row: 2 ** 20 - 1, column: 2 ** 14 - 1 }],
  ["XFE1", undefined],
  ["A0", undefined],
  ["A1048577", undefined],
  ["1A", undefined],
  ["time", undefined],
] as const)
  test(`${text} as a cell`, () => expect(cellPlace(text)).toEqual(place));

for (const [reference, area] of [
  ["Sheet1!$B$2:$D$3", ["Sheet1", 1, 1, 2, 3]],
  ["'it''s mine'!$B$2", ["it's mine", 1, 1, 1, 1]],
  ["S!$4:$4", ["S", 3, 0, 3, 2 ** 14 - 1]],
  ["S!$C:$C", ["S", 0, 2, 2 ** 20 - 1, 2]],
  ["SUM(A1:A2)", undefined],
  ["#REF!", undefined],
] as const)
  test(`${reference} as a block`, () => {
    const found = areaOf(reference);
    const { first, last } = found ?? {};
    expect(found && [found.sheet, first!.row, first!.column, last!.row, last!.column]).toEqual(area);
  });
