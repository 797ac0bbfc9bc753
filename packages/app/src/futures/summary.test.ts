import { expect, test } from "vitest";
import { middleOf, rankCorrelation } from "./summary.ts";

test("percentiles of the numbers from 0 to 100 are those numbers", () => {
  expect(middleOf(Array.from({ length: 101 }, (_, i) => 100 - i))).toEqual([5, 50, 95]);
  expect(middleOf([7])).toEqual([7, 7, 7]);
  expect(middleOf([])).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

for (const [what, a, b, want] of [
  ["a rising curve", [1, 2, 3, 4], [1, 8, 27, 64], 1],
  ["a falling one", [1, 2, 3, 4], [4, 3, 2, 0], -1],
  // 1 - 6 (1 + 1 + 0 + 0) / (4 · 15).
  ["two that changed places", [1, 2, 3, 4], [2, 1, 3, 4], 0.8],
  // Ranks 1.5 1.5 3 and 1 2 3: covariance 1.5, variances 1.5 and 2.
  ["ties", [5, 5, 6], [1, 2, 3], 1.5 / Math.sqrt(3)],
] as const)
  test(`rank correlation of ${what} is ${want}`, () => {
    expect(rankCorrelation(a, b)).toBeCloseTo(want, 12);
  });

test("what does not vary goes together with nothing", () => {
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNaN();
});
