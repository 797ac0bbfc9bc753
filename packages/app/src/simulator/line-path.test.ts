import { expect, test } from "vitest";
import { linePath, reachOf } from "./line-path.ts";

for (const [what, values, reach] of [
  ["from 0 on where values come near it", [2, 10], [0, 10]],
  ["from the least where they do not", [8, 10], [8, 10]],
  ["some height where nothing moves", [4, 4], [2, 6]],
  ["nothing, from 0 on", [0, 0], [0, 1]],
  ["below 0", [-3, 5], [-3, 5]],
  ["what is no number counts for nothing", [Number.NaN, Number.POSITIVE_INFINITY, 8, 10], [8, 10]],
  ["no number at all", [Number.NaN], [0, 1]],
] as const)
  test(`reach: ${what}`, () => {
    expect(reachOf(Float64Array.from(values))).toEqual(reach);
  });

test("a path runs from left to right, high values at the top, and breaks where there is no number", () => {
  expect(linePath(Float64Array.of(0, 10, Number.NaN, 5, 5), [0, 10])).toBe(
    "M0.00,100.00L25.00,0.00M75.00,50.00L100.00,50.00",
  );
});
