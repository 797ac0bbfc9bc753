import { assert, double, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialTail } from "./binomial-tail.ts";

// The first four by counting; the others from SciPy 1.17, scipy.stats.binom.sf(hits - 1, size, p).
describe("the tail of the binomial distribution", () => {
  for (const [hits, size, p, want] of [
    [8, 10, 0.5, 56 / 1024],
    [1, 2, 0.5, 0.75],
    [0, 5, 0.1, 1],
    [3, 3, 0.1, 0.001],
    [40, 100, 0.3, 0.020988576003924706],
    [700, 1000, 0.62, 7.14657519349216e-8],
    [12, 2000, 0.001, 1.3336458047715826e-6],
    [990, 1000, 0.9, 1.450898832178329e-32],
    [500, 10000, 0.06, 0.9999930265819245],
  ] as const)
    test(`${hits} of ${size} at ${p}`, () => expect(binomialTail(hits, size, p) / want).toBeCloseTo(1, 11));
});

test("the ends", () => {
  expect(binomialTail(6, 5, 0.5)).toBe(0);
  expect(binomialTail(5, 5, 1)).toBe(1);
  expect(binomialTail(1, 5, 0)).toBe(0);
});

test("at least k of one kind is at most n - k of the other", () => {
  const trials = tuple(integer({ min: 1, max: 400 }), double({ min: 0.01, max: 0.99, noNaN: true }));
  assert(
    property(trials, ([size, p]) => {
      const hits = Math.ceil(size / 3);
      expect(binomialTail(hits, size, p) + binomialTail(size - hits + 1, size, 1 - p)).toBeCloseTo(1, 11);
    }),
  );
});
