import { describe, expect, test } from "vitest";
import { type MetricName, metrics, type Performance, robustness } from "./metric.ts";

// Three policies in five scenarios; every expected value below is worked out by hand from the definitions.
const performance: Performance = [
  [10, 2, 6, 4, 8],
  [5, 5, 5, 5, 5],
  [0, 9, 3, 7, 6],
].map((row) => Float64Array.from(row));

describe("more is good: by hand", () => {
  const wanted: Record<MetricName, readonly number[]> = {
    maximin: [2, 5, 0],
    maximax: [10, 5, 9],
    hurwicz: [0.25 * 10 + 0.75 * 2, 5, 0.25 * 9],
    laplace: [6, 5, 5],
    // Best of each scenario: 10 9 6 7 8.
    minimaxRegret: [-7, -5, -10],
    // Regrets sorted: 0 0 0 3 7, 1 2 3 4 5, 0 0 2 3 10; the 90th percentile lies at 0.6 between the last two.
    percentileRegret: [-(3 + 0.6 * 4), -4.6, -(3 + 0.6 * 7)],
    // Sample deviations: sqrt(40 / 4), 0, sqrt(50 / 4).
    meanVariance: [7 / (Math.sqrt(10) + 1), 6, 6 / (Math.sqrt(12.5) + 1)],
    // Medians 6, 5, 6; the worst three of five: -4 -2 0, 0 0 0, -6 -3 0.
    undesirableDeviations: [-6, 0, -9],
    // 10th and 90th percentiles 2.8 and 9.2, median 6; 1.2 and 8.2, median 6.
    percentileSkewness: [0, Number.NaN, (4.7 - 6) / 3.5],
    // Quartiles 4 and 8; 3 and 7.
    percentilePeakedness: [6.4 / 4, Number.NaN, 7 / 4],
    starr: [3 / 5, 1, 3 / 5],
  };
  for (const name of Object.keys(metrics) as MetricName[])
    test(name, () => {
      const found = robustness(name, performance, { better: "high", optimism: 0.25, threshold: 5 });
      found.forEach((value, policy) => {
        const want = wanted[name][policy]!;
        if (Number.isNaN(want)) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(want, 12);
      });
    });
});

test("little is good: the same as the measure with its sign turned round", () => {
  const turned = performance.map((values) => values.map((value) => -value));
  for (const name of Object.keys(metrics) as MetricName[])
    expect(robustness(name, turned, { better: "low", threshold: -5 })).toEqual(
      robustness(name, performance, { better: "high", threshold: 5 }),
    );
});

test("what is just good enough is good enough, whichever way is good", () => {
  const edge = [Float64Array.from([1, 2, 3])];
  expect(robustness("starr", edge, { better: "high", threshold: 2 })).toEqual([2 / 3]);
  expect(robustness("starr", edge, { better: "low", threshold: 2 })).toEqual([2 / 3]);
});
