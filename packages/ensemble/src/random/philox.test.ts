import fc from "fast-check";
import { expect, test } from "vitest";
import { philox } from "./philox.ts";
import { type Purpose, purposes, randomStream, unitDouble } from "./random-stream.ts";

function run(counter: readonly number[], key: readonly number[]): string {
  const into = new Uint32Array(4);
  philox(counter[0]!, counter[1]!, counter[2]!, counter[3]!, key[0]!, key[1]!, into);
  return [...into].map((word) => word.toString(16).padStart(8, "0")).join(" ");
}

// Known answers published with the Random123 library of Salmon et al. 2011 (kat_vectors, philox4x32 10).
for (const [what, counter, key, want] of [
  ["zeros", [0, 0, 0, 0], [0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
  [
    "ones",
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    "408f276d 41c83b0e a20bc7c6 6d5451fd",
  ],
  [
    "digits of pi",
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  ],
] as const)
  test(`known answer: ${what}`, () => expect(run(counter, key)).toBe(want));

test("agrees with ten rounds in exact integers, for any counter and key", () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
      expect(run(counter, key)).toBe(exactPhilox(counter, key));
    }),
  );
});

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

function exactPhilox(counter: readonly number[], key: readonly number[]): string {
  const mask = 0xffffffffn;
  let [a, b, c, d] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k, l] = key.map(BigInt) as [bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const first = 0xd2511f53n * a;
    const second = 0xcd9e8d57n * c;
    [a, b, c, d] = [(second >> 32n) ^ b ^ k, second & mask, (first >> 32n) ^ d ^ l, first & mask];
    k = (k + 0x9e3779b9n) & mask;
    l = (l + 0xbb67ae85n) & mask;
  }
  return [a, b, c, d].map((word) => word.toString(16).padStart(8, "0")).join(" ");
}
