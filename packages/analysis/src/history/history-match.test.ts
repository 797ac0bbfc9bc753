import { describe, expect, test } from "vitest";
import { even } from "../testing/draws.ts";
import { matchHistory } from "./history-match.ts";
import type { ObservedPoint } from "./implausibility.ts";

const point = (observed: number, variance: number, ...simulated: number[]): ObservedPoint => ({
  observed,
  variance,
  simulated: Float64Array.from(simulated),
});

describe("by hand", () => {
  // In deviations: 0 4 0 0 endless; 0 4 5 0 0; 0 0 0 9 9.
  const series = [
    [point(10, 25, 10, 30, 10, 10, Number.NaN), point(20, 25, 20, 40, 45, 20, 20)],
    [point(0, 1, 0, 0, 0, 9, 9)],
  ];

  test("the second greatest counts, over all series together", () => {
    const { implausibility, plausible, kept } = matchHistory(series);
    expect([...implausibility]).toEqual([0, 4, 0, 0, 9]);
    expect([...plausible]).toEqual([1, 0, 1, 1, 0]);
    expect(kept).toBe(3);
  });

  test("or the greatest; each series says how many it cuts, and how many it decides", () => {
    const { kept, series: cuts } = matchHistory(series, { rank: 1 });
    expect(kept).toBe(1);
    expect(cuts).toEqual([
      { cuts: 3, decides: 2 },
      { cuts: 2, decides: 1 },
    ]);
  });

  test("the only series decides all that it cuts", () => {
    expect(matchHistory(series.slice(0, 1), { rank: 1 }).series).toEqual([{ cuts: 3, decides: 3 }]);
  });
});

// Futures x even on [0, 1] that give 10 x where 5 was observed with deviation 1: plausible for |10 x - 5| ≤ 3.
test("what is left is the closed form: six tenths of the futures", () => {
  const x = Array.from({ length: 1000 }, (_, n) => 10 * even(n, 0));
  const match = matchHistory([[point(5, 1, ...x), point(5, 1, ...x)]]);
  expect(match.kept / 1000).toBeCloseTo(0.6, 2);
  expect([...match.plausible]).toEqual(x.map((value) => Number(Math.abs(value - 5) <= 3)));
});
