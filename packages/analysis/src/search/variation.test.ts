import { describe, expect, test } from "vitest";
import { hashedStream } from "../testing/draws.ts";
import { crossed, mutated } from "./variation.ts";

function chance(key: number) {
  const uniform = hashedStream(key);
  let drawn = 0;
  return { next: () => uniform(drawn++), pow: Math.pow };
}
const wide = { low: Float64Array.from([-1e6]), high: Float64Array.from([1e6]) };
const draws = 20_000;

describe("crossover (Deb & Agrawal 1995)", () => {
  // Far from bounds the spread β = |c1 - c2| / |p1 - p2| has density 8 β^15 up to 1, so that P(β ≤ b) = b^16 / 2.
  test("children keep their parents' middle, and spread as the paper says", () => {
    const random = chance(1);
    const spreads: number[] = [];
    for (let n = 0; n < draws; n++) {
      const [a, b] = crossed(Float64Array.from([2]), Float64Array.from([4]), wide, 15, random);
      expect(a[0]! + b[0]!).toBeCloseTo(6, 6);
      spreads.push(Math.abs(a[0]! - b[0]!) / 2);
    }
    // Half of the time the lever is not crossed at all.
    const crossedOnes = spreads.filter((spread) => spread !== 1);
    expect(Math.abs(crossedOnes.length / draws - 0.5)).toBeLessThan(0.02);
    for (const b of [0.9, 0.95, 1]) {
      const share = crossedOnes.filter((spread) => spread <= b).length / crossedOnes.length;
      expect(Math.abs(share - b ** 16 / 2)).toBeLessThan(0.02);
    }
  });

  test("never outside the bounds, also for parents on them", () => {
    const random = chance(2);
    const bounds = { low: Float64Array.from([0, -3]), high: Float64Array.from([1, 5]) };
    for (let n = 0; n < 2000; n++)
      for (const child of crossed(Float64Array.from([0, 5]), Float64Array.from([1, -2.9]), bounds, 2, random))
        for (const [i, value] of child.entries())
          expect(value >= bounds.low[i]! && value <= bounds.high[i]!).toBe(true);
  });
});

describe("mutation (Deb & Goyal 1996)", () => {
  // From the middle of [0, 1], a step down of δ ranges: P(step ≤ -d) = (1 - d)^21 / 2 far from the bound, and a little less at it.
  test("steps spread as the paper says, both ways alike", () => {
    const random = chance(3);
    const steps = Array.from({ length: draws }, () => {
      const bounds = { low: new Float64Array(1), high: new Float64Array(1).fill(1) };
      return mutated(Float64Array.from([0.5]), bounds, 20, random)[0]! - 0.5;
    });
    expect(Math.abs(steps.filter((step) => step < 0).length / draws - 0.5)).toBeLessThan(0.02);
    for (const d of [0.02, 0.05, 0.1])
      expect(Math.abs(steps.filter((step) => step <= -d).length / draws - (1 - d) ** 21 / 2)).toBeLessThan(0.02);
    for (const step of steps) expect(Math.abs(step)).toBeLessThanOrEqual(0.5);
  });

  test("a lever in n moves", () => {
    const random = chance(4);
    const bounds = { low: new Float64Array(10), high: new Float64Array(10).fill(1) };
    const levers = new Float64Array(10).fill(0.3);
    let moved = 0;
    for (let n = 0; n < 2000; n++) moved += mutated(levers, bounds, 20, random).filter((value) => value !== 0.3).length;
    expect(Math.abs(moved / 2000 - 1)).toBeLessThan(0.1);
  });
});
