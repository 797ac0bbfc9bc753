import { expect, test } from "vitest";
import { calibrationMiss } from "./payoff.ts";

const term = (simulated: readonly number[], observed: readonly number[], weight: number) => ({
  simulated: Float64Array.from(simulated),
  observed: Float64Array.from(observed),
  weight,
});

test("squared weighted misses add up, and what was not observed is passed over", () => {
  expect(calibrationMiss([term([1, 2, 3], [1, Number.NaN, 5], 2), term([7], [4], 1)])).toBe(16 + 9);
});

test("a run that broke is infinitely far off", () => {
  expect(calibrationMiss([term([1, Number.NaN], [1, 2], 1)])).toBe(Number.POSITIVE_INFINITY);
});
