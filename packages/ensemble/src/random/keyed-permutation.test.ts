import fc from "fast-check";
import { expect, test } from "vitest";
import { keyedPermutation, permutationRounds } from "./keyed-permutation.ts";
import { randomStream } from "./random-stream.ts";

function permutation(size: number, seed: number): (place: number) => number {
  const keys = new Uint32Array(permutationRounds);
  const random = randomStream(seed, "latin-hypercube-order");
  for (let at = 0; at < permutationRounds; at += 4) random.words(0, 0, at, keys.subarray(at, at + 4));
  return keyedPermutation(size, keys);
}

test("every place is taken once, for every size up to 300", () => {
  for (let size = 1; size <= 300; size++) {
    const order = permutation(size, size);
    const taken = new Set(Array.from({ length: size }, (_, place) => order(place)));
    expect(taken.size).toBe(size);
    for (const place of taken) expect(place).toBeLessThan(size);
  }
});

test("every place is taken once, for any size and seed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 2 ** 53 - 1 }), (size, seed) => {
      const order = permutation(size, seed);
      const taken = new Uint8Array(size);
      for (let place = 0; place < size; place++) taken[order(place)]! += 1;
      expect(taken.every((times) => times === 1)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("stays inside at the largest size", () => {
  const order = permutation(2 ** 32, 1);
  const seen = new Set([0, 1, 2 ** 31, 2 ** 32 - 1].map(order));
  expect(seen.size).toBe(4);
  for (const place of seen) expect(place >= 0 && place < 2 ** 32 && Number.isInteger(place)).toBe(true);
});

// The limit is the 99.99 % quantile of chi-square (Wilson & Hilferty 1931).
test.each([2, 3, 4, 5, 6, 7, 8, 13])("any two of %i places are as likely to go anywhere as elsewhere", (size) => {
  const draws = 50_000;
  const counts = new Map<number, number>();
  for (let seed = 0; seed < draws; seed++) {
    const order = permutation(size, seed);
    const cell = order(0) * size + order(size - 1);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const cells = size * (size - 1);
  expect(counts.size).toBe(cells);
  const expected = draws / cells;
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  expect(chiSquare).toBeLessThan(chiSquareLimit(cells - 1));
});

function chiSquareLimit(freedom: number): number {
  const spread = 2 / (9 * freedom);
  return freedom * (1 - spread + 3.719 * Math.sqrt(spread)) ** 3;
}
