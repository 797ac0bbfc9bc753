import fc from "fast-check";
import { expect, test } from "vitest";
import { philoxWords } from "../kernel/noise.ts";
import { scalarOperations } from "../kernel/scalar-operations.ts";
import { philox } from "./philox.ts";

function run(counter: readonly number[], key: readonly number[]): string {
  const into = new Uint32Array(4);
  philox(counter[0]!, counter[1]!, counter[2]!, counter[3]!, key[0]!, key[1]!, into);
  return [...into].map((word) => word.toString(16).padStart(8, "0")).join(" ");
}

/** The same as models draw from: the code that is also written in two lanes. */
function runKernel(counter: readonly number[], key: readonly number[]): string {
  const [a, b, c, d] = counter.map((word) => word | 0) as [number, number, number, number];
  const [k, l] = key.map((word) => word | 0) as [number, number];
  const words = philoxWords<number, number, boolean>(scalarOperations, [a, b, c, d], [k, l]);
  return words.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ");
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
  test(`known answer: ${what}`, () => {
    expect(run(counter, key)).toBe(want);
    expect(runKernel(counter, key)).toBe(want);
  });

test("agrees with ten rounds in exact integers, for any counter and key", () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
      expect(run(counter, key)).toBe(exactPhilox(counter, key));
      expect(runKernel(counter, key)).toBe(exactPhilox(counter, key));
    }),
  );
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
