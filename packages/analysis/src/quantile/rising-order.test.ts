import { array, assert, constantFrom, double, oneof, property } from "fast-check";
import { expect, test } from "vitest";
import { countBelow, risingOrder } from "./rising-order.ts";

test("by hand: ties by position, zeros of both signs alike, infinities at the ends", () => {
  expect([...risingOrder(Float64Array.from([3, -0, 7, 0, 3, -Infinity, Infinity, -0]))]).toEqual([
    5, 1, 3, 7, 0, 4, 2, 6,
  ]);
  expect(risingOrder(new Float64Array(0))).toHaveLength(0);
});

test("the order of a stable sort of positions, and the counts of a search", () => {
  const value = oneof(constantFrom(0, -0, 1, 2), double({ noNaN: true }));
  assert(
    property(array(value, { maxLength: 60 }), (values) => {
      const stable = [...values.keys()].sort((a, b) =>
        values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : a - b,
      );
      expect([...risingOrder(Float64Array.from(values))]).toEqual(stable);
      const sorted = Float64Array.from(values).sort();
      for (const each of values) expect(countBelow(sorted, each)).toBe(values.filter((other) => other < each).length);
    }),
  );
});
