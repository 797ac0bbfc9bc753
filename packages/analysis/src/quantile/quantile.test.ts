import { describe, expect, test } from "vitest";
import { quantileOf, quantilesOf } from "./quantile.ts";

describe("type 7: the p-quantile lies at 1 + (n - 1) p, counted from 1 (Hyndman & Fan 1996)", () => {
  for (const [values, p, want] of [
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 1, 4],
    [[2, 4, 7, 11, 16], 0.9, 14],
    [[5], 0.3, 5],
    [[-3, -1], 0.5, -2],
    [[1, Infinity, Infinity], 0.9, Infinity],
  ] as const)
    test(`${p} of ${values}`, () => expect(quantileOf(values, p)).toBeCloseTo(want, 12));
});

test("values may stand in any order, and stay so", () => {
  const values = [9, 10, -1, 2];
  expect(quantilesOf(values, [0, 0.5, 1])).toEqual([-1, 5.5, 10]);
  expect(values).toEqual([9, 10, -1, 2]);
});

test("nothing has no quantile", () => expect(quantileOf([], 0.5)).toBeNaN());
