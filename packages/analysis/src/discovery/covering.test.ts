import { expect, test } from "vitest";
import { evenFutures } from "../testing/futures.ts";
import { boxOf, futuresAt, rowsInside } from "./box.ts";
import { coveringBoxes } from "./covering.ts";

const low = (x: readonly number[]) => x[0]! < 0.5 && x[1]! < 0.5;
const high = (x: readonly number[]) => x[0]! > 0.8 && x[2]! > 0.6;

test("two places where futures of interest lie give two boxes, the second among what the first leaves", () => {
  const futures = evenFutures(4, 4000, (x) => low(x) || high(x));
  const boxes = coveringBoxes(futures);
  expect(boxes).toHaveLength(2);
  const inputs = boxes.map(({ box }) => box.limits.map(({ input }) => input));
  expect(new Set(inputs.map(String))).toEqual(new Set(["0,1", "0,2"]));
  for (const { box } of boxes) expect(box.density).toBeGreaterThan(0.85);
  expect(boxes[1]!.covered).toBeGreaterThan(0.9);
  const outside = new Set(rowsInside(futures, boxes[0]!.box.limits));
  const rest = futuresAt(
    futures,
    rowsInside(futures, []).filter((row) => !outside.has(row)),
  );
  expect(boxOf(rest, boxes[1]!.box.limits)).toEqual(boxes[1]!.box);
  expect(boxes[0]!.covered).toBeCloseTo(boxes[0]!.box.coverage, 12);
});

test("one place gives one box, nowhere none, and never more than asked for", () => {
  expect(coveringBoxes(evenFutures(4, 2000, low))).toHaveLength(1);
  expect(coveringBoxes(evenFutures(4, 2000, (x) => (x[3]! * 1e6) % 1 < 0.2))).toEqual([]);
  expect(coveringBoxes(evenFutures(4, 2000, () => false))).toEqual([]);
  expect(
    coveringBoxes(
      evenFutures(4, 4000, (x) => low(x) || high(x)),
      { boxes: 1 },
    ),
  ).toHaveLength(1);
});

test("some of the futures, as futures of their own, keep order, values and kinds", () => {
  const futures = evenFutures(2, 100, low);
  const rows = Uint32Array.from([3, 8, 50, 99]);
  const { table, interest } = futuresAt(futures, rows);
  expect([...table.columns[1]!]).toEqual([...rows].map((row) => futures.table.columns[1]![row]));
  expect([...interest]).toEqual([...rows].map((row) => futures.interest[row]));
  for (const [i, order] of table.orders.entries()) {
    const sorted = Float64Array.from(order, (row) => table.columns[i]![row]!);
    expect(sorted).toEqual(table.columns[i]!.toSorted());
  }
});
