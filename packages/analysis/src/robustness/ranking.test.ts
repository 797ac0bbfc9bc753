import { array, assert, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOf, ranksOf } from "./ranking.ts";

test("ranks: the most comes first, those alike share, what is not a number is last", () => {
  expect(ranksOf([3, 9, 3, Number.NaN, 5])).toEqual([3.5, 1, 3.5, 5, 2]);
});

// Tau-b from SciPy 1.17, scipy.stats.kendalltau.
describe("Kendall's tau-b", () => {
  for (const [a, b, tau] of [
    [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 1],
    [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1], -1],
    [[12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.47140452079103173],
    [[1, 2, 2, 3, 8, 5], [2, 1, 4, 4, 3, 9], 0.35714285714285715],
  ] as const)
    test(`${a} and ${b}`, () => expect(agreementOf(a, b).tau).toBeCloseTo(tau, 12));
  test("all alike has none", () => expect(agreementOf([1, 1, 1], [1, 2, 3]).tau).toBeNaN());
});

test("reversals name the pairs, the first metric's favourite first", () => {
  const { reversals } = agreementOf([9, 5, 1], [5, 9, 1]);
  expect(reversals).toEqual([{ first: 0, second: 1 }]);
});

test("agreement is mutual, and without ties tau is 1 less twice the share of reversed pairs", () => {
  const worth = array(double({ noNaN: true }), { minLength: 2, maxLength: 8 });
  assert(
    property(worth, worth, (x, y) => {
      const size = Math.min(x.length, y.length);
      const [a, b] = [x.slice(0, size), y.slice(0, size)];
      const found = agreementOf(a, b);
      expect(agreementOf(b, a).tau).toEqual(found.tau);
      if (new Set(a).size < size || new Set(b).size < size || size < 2) return;
      expect(found.tau).toBeCloseTo(1 - (4 * found.reversals.length) / (size * (size - 1)), 12);
    }),
  );
});
