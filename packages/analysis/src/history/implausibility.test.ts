import { describe, expect, test } from "vitest";
import { implausibility, type ObservedPoint } from "./implausibility.ts";

const point = (observed: number, variance: number, ...simulated: number[]): ObservedPoint => ({
  observed,
  variance,
  simulated: Float64Array.from(simulated),
});

describe("the distance of a past from what was observed, in standard deviations", () => {
  // Vernon et al. 2010, equation 11: |z - f| / √V, by hand.
  test("of one point", () => expect([...implausibility([point(10, 4, 10, 14, 7)])]).toEqual([0, 2, 1.5]));

  test("of a series is its largest", () => {
    const points = [point(10, 4, 10, 14), point(20, 1, 23, 20), point(5, 0.25, 5, 6)];
    expect([...implausibility(points)]).toEqual([3, 2]);
  });

  test("of a series, forgiving its worst point, is the second largest", () => {
    const points = [point(10, 4, 10, 14), point(20, 1, 23, 20), point(5, 0.25, 5, 6)];
    expect([...implausibility(points, 2)]).toEqual([0, 2]);
    expect([...implausibility(points, 3)]).toEqual([0, 0]);
  });

  test("is endless where a run went wrong, and nothing where nothing was observed", () => {
    expect([...implausibility([point(1, 1, Number.NaN, Number.POSITIVE_INFINITY, 1)])]).toEqual([
      Infinity,
      Infinity,
      0,
    ]);
    expect(implausibility([]).length).toBe(0);
  });

  test("is nothing where more is forgiven than was observed", () => {
    expect([...implausibility([point(1, 1, 4)], 2)]).toEqual([3]);
  });
});
