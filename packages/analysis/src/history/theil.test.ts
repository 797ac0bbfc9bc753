import { assert, double, property, tuple, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { theil } from "./theil.ts";

const of = (simulated: readonly number[], observed: readonly number[]) =>
  theil(Float64Array.from(simulated), Float64Array.from(observed));

// Sterman 1984: the three pure cases, each by hand.
describe("an error of one kind only", () => {
  test("a constant offset is all bias", () => {
    expect(of([3, 4, 5], [1, 2, 3])).toMatchObject({ rootMeanSquare: 2, bias: 1, variation: 0 });
    expect(of([3, 4, 5], [1, 2, 3]).covariation).toBeCloseTo(0, 12);
  });

  test("twice the swing around the same mean is all variation", () => {
    const { bias, variation, covariation } = of([-2, 0, 2], [-1, 0, 1]);
    expect(bias).toBe(0);
    expect(variation).toBeCloseTo(1, 12);
    expect(covariation).toBeCloseTo(0, 12);
  });

  test("the same swing out of step is all covariation", () => {
    const { bias, variation, covariation } = of([1, 0, -1], [-1, 0, 1]);
    expect([bias, variation]).toEqual([0, 0]);
    expect(covariation).toBeCloseTo(1, 12);
  });
});

test("relative errors are averaged", () => expect(of([11, 18], [10, 20]).meanAbsolutePercent).toBeCloseTo(0.1, 12));

test("a perfect fit has no error to share out", () => {
  expect(of([1, 2], [1, 2])).toMatchObject({ rootMeanSquare: 0, bias: Number.NaN });
});

test("the shares are 1 together", () => {
  const value = double({ min: -100, max: 100, noNaN: true });
  assert(
    property(uniqueArray(tuple(value, value), { minLength: 2, maxLength: 20 }), (pairs) => {
      const { rootMeanSquare, bias, variation, covariation } = of(
        pairs.map(([s]) => s),
        pairs.map(([, o]) => o),
      );
      if (rootMeanSquare > 1e-3) expect(bias + variation + covariation).toBeCloseTo(1, 6);
    }),
  );
});
