import { array, assert, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { hashedStream } from "../testing/draws.ts";
import { shareOf } from "./share.ts";
import { effectiveSize, weightedShareOf } from "./weighted-share.ts";

describe("effective size is (Σw)² / Σw² (Kish 1965)", () => {
  for (const [weights, want] of [
    [[1, 1, 1, 1], 4],
    [[1, 2, 3, 4], 100 / 30],
    [[5, 0, 0], 1],
    [[0.25, 0.25, 0.5], 1 / 0.375],
  ] as const)
    test(`${weights}`, () => expect(effectiveSize(Float64Array.from(weights))).toBeCloseTo(want, 12));
  test("no weight at all has none", () => expect(effectiveSize(new Float64Array(3))).toBeNaN());
});

test("equal weights give Wilson's interval, as published for 15 of 148 (Newcombe 1998, Table I)", () => {
  const holds = Uint8Array.from({ length: 148 }, (_, i) => Number(i < 15));
  const { low, high, effective } = weightedShareOf(holds, new Float64Array(148).fill(0.3));
  expect(effective).toBeCloseTo(148, 9);
  expect(low).toBeCloseTo(0.0624, 4);
  expect(high).toBeCloseTo(0.1605, 4);
});

test("all and none reach the ends exactly", () => {
  const weights = Float64Array.from([0.1, 0.7, 0.3]);
  expect(weightedShareOf(new Uint8Array(3).fill(1), weights)).toMatchObject({ share: 1, high: 1 });
  expect(weightedShareOf(new Uint8Array(3), weights)).toMatchObject({ share: 0, low: 0 });
});

test("the unit of the weights does not matter, and the interval is that of the effective size", () => {
  const weight = double({ min: 0.01, max: 100, noNaN: true });
  assert(
    property(array(weight, { minLength: 2, maxLength: 50 }), (list) => {
      const weights = Float64Array.from(list);
      const holds = Uint8Array.from(list.keys(), (i) => i % 2);
      const found = weightedShareOf(holds, weights);
      const scaled = weightedShareOf(
        holds,
        weights.map((w) => 8 * w),
      );
      expect(scaled).toEqual(found);
      expect(found.low).toBeCloseTo(shareOf(found.share * found.effective, found.effective).low, 12);
      expect(found.effective).toBeLessThanOrEqual(list.length * (1 + 1e-12));
    }),
  );
});

// 1,000 ensembles of 300 futures whose weight does not depend on whether they hold: 950 ± 3.5 standard errors.
test("the interval covers the truth about 95 times in 100", () => {
  let covered = 0;
  for (let run = 0; run < 1000; run++) {
    const uniform = hashedStream(run);
    const holds = Uint8Array.from({ length: 300 }, (_, i) => Number(uniform(2 * i) < 0.3));
    const weights = Float64Array.from({ length: 300 }, (_, i) => 2 * uniform(2 * i + 1));
    const { low, high } = weightedShareOf(holds, weights);
    if (low <= 0.3 && 0.3 <= high) covered++;
  }
  expect(covered).toBeGreaterThan(926);
  expect(covered).toBeLessThan(974);
});
