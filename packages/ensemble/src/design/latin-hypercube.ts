import { keyedPermutation, permutationRounds } from "../random/keyed-permutation.ts";
import { randomStream } from "../random/random-stream.ts";
import { checkSize, type DesignRule, largestBelowOne } from "./design.ts";

export interface LatinHypercubeSpec {
  readonly size: number;
}

export const latinHypercube: DesignRule<LatinHypercubeSpec> = {
  says: "Each uncertainty's range is cut into as many cells as there are futures, and each cell holds one. The size is fixed at the start.",
  source: "McKay, Beckman & Conover 1979, Technometrics 21, 239-245.",
  check: ({ size }) => checkSize(size, "number of futures"),
  size: ({ size }) => size,
  points: (spec) => spec,
  open({ size }, dimensions, seed) {
    const within = randomStream(seed, "latin-hypercube-cell");
    const cells = Array.from({ length: dimensions }, (_, d) => keyedPermutation(size, orderKeys(seed, d)));
    return (i, into) => {
      for (let d = 0; d < dimensions; d++)
        into[d] = Math.min((cells[d]!(i) + within.uniform(i, d, 0)) / size, largestBelowOne);
    };
  },
};

function orderKeys(seed: number, dimension: number): Uint32Array {
  const random = randomStream(seed, "latin-hypercube-order");
  const keys = new Uint32Array(permutationRounds);
  for (let at = 0; at < permutationRounds; at += 4) random.words(0, dimension, at, keys.subarray(at, at + 4));
  return keys;
}
