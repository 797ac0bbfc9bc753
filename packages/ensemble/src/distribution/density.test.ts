import { describe, expect, test } from "vitest";
import { type Distribution, openDensity, openDistribution } from "./distributions.ts";

const spreads: readonly Distribution[] = [
  { kind: "uniform", low: 2, high: 6 },
  { kind: "log-uniform", low: 0.1, high: 30 },
  { kind: "triangular", low: 1, mode: 2, high: 5 },
  { kind: "pert", low: 0, mode: 3, high: 10 },
  { kind: "normal", mean: 3, deviation: 2 },
  { kind: "normal", mean: 3, deviation: 2, low: 2 },
  { kind: "lognormal", median: 4, factor: 1.5, high: 9 },
  { kind: "interval", low: 5, high: 9 },
  { kind: "interval", low: -2, high: 3 },
  { kind: "uniform", low: 2, high: 6, within: { high: 4 } },
  { kind: "interval", low: 5, high: 9, within: { low: 6 } },
];

describe("a density is the inverse of the slope of the quantile function", () => {
  for (const spread of spreads)
    test(JSON.stringify(spread), () => {
      const { kind, at } = openDensity(spread)!;
      const quantile = openDistribution(spread);
      expect(kind).toBe("density");
      for (const u of [0.05, 0.2, 0.41, 0.6, 0.9]) {
        const slope = (quantile(u + 1e-5) - quantile(u - 1e-5)) / 2e-5;
        expect(at(quantile(u)) * slope).toBeCloseTo(1, 6);
      }
      expect([at(-1e9), at(1e9)]).toEqual([0, 0]);
    });
});

test("of single values it is each one's share", () => {
  const shares = (spread: Distribution, ...xs: readonly number[]) => xs.map(openDensity(spread)!.at);
  expect(shares({ kind: "integer", low: 1, high: 4 }, 1, 4, 5, 2.5)).toEqual([0.25, 0.25, 0, 0]);
  expect(shares({ kind: "categorical", values: [1, 2, 1], weights: [1, 2, 1] }, 1, 2, 3)).toEqual([0.5, 0.5, 0]);
  expect(shares({ kind: "integer", low: 1, high: 4, within: { high: 2 } }, 1, 3)).toEqual([0.5, 0]);
  expect(openDensity({ kind: "empirical", values: [1, 2, 2] })).toBeUndefined();
});
