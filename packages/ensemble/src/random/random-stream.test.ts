import { expect, test } from "vitest";
import { type Purpose, purposes, randomStream, unitDouble } from "./random-stream.ts";

test("a double holds all 53 bits and stays below 1", () => {
  expect(unitDouble(0, 0)).toBe(0);
  expect(unitDouble(0, 1 << 6)).toBe(2 ** -53);
  expect(unitDouble(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
  expect(unitDouble(0x80000000, 0)).toBe(0.5);
});

test("seed, experiment, variable, step and purpose each change the number, past 32 bits too", () => {
  const seen = new Set<number>();
  const places = [
    [0, 0, 0, 0],
    [1, 0, 0, 0],
    [2 ** 32, 0, 0, 0],
    [Number.MAX_SAFE_INTEGER, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 2 ** 32, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ] as const;
  const kinds = Object.keys(purposes) as Purpose[];
  for (const purpose of kinds)
    for (const [seed, experiment, variable, step] of places)
      seen.add(randomStream(seed, purpose).uniform(experiment, variable, step));
  expect(seen.size).toBe(places.length * kinds.length);
});

test("moments of 100,000 numbers are those of a uniform distribution, within four standard errors", () => {
  const n = 100_000;
  const random = randomStream(7, "monte-carlo");
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let i = 0; i < n; i++) {
    const a = random.uniform(i, 0, 0) - 0.5;
    const b = random.uniform(i, 1, 0) - 0.5;
    sum += a;
    squares += a * a;
    products += a * b;
  }
  // Standard deviations of U - 1/2, (U - 1/2)^2 and of a product of two such: 1/sqrt(12), 1/sqrt(180), 1/12.
  expect(Math.abs(sum / n)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
  expect(Math.abs(squares / n - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / n));
  expect(Math.abs(products / n)).toBeLessThan((4 * (1 / 12)) / Math.sqrt(n));
});
