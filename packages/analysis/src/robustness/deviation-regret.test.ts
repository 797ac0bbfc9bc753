import { expect, test } from "vitest";
import { deviationRegrets } from "./deviation-regret.ts";

// Two policies, two objectives, eleven scenarios, so that the 90th percentile is the second largest deviation.
const ramp = (from: number, step: number) => Float64Array.from({ length: 11 }, (_, s) => from + step * s);

test("both regrets of Herman et al. 2015, by hand: the worse objective's 90th percentile decides", () => {
  const { fromBaseline, fromBest } = deviationRegrets([
    { better: "high", performance: [ramp(10, -0.5), ramp(8, 0)], baseline: Float64Array.from([10, 8]) },
    { better: "low", performance: [ramp(100, 1), ramp(100, 10)], baseline: Float64Array.from([100, 100]) },
  ]);
  // Objective 1: the first policy strays by up to 0.5 of 10, 0.45 at the percentile; the second never. Objective 2: 0.09 and 0.9.
  expect(fromBaseline[0]).toBeCloseTo(0.45, 12);
  expect(fromBaseline[1]).toBeCloseTo(0.9, 12);
  // Objective 1: the best is the first policy down to 8, then the second. The first loses 0.5 … 3 of 8 in the last six
  // scenarios, 2.5 / 8 at the percentile; the second 2 / 10 at most. Objective 2: the second loses 9 k / (100 + k), at k = 9.
  expect(fromBest[0]).toBeCloseTo(2.5 / 8, 12);
  expect(fromBest[1]).toBeCloseTo(81 / 109, 12);
});

test("a baseline of 0 is no deviation when it is met, and no bound otherwise", () => {
  const { fromBaseline } = deviationRegrets([
    { better: "low", performance: [new Float64Array(3), Float64Array.from([0, 1, 1])], baseline: new Float64Array(2) },
  ]);
  expect(fromBaseline).toEqual([0, Number.POSITIVE_INFINITY]);
});
