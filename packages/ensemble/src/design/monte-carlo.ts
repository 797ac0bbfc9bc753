import { randomStream } from "../random/random-stream.ts";
import { checkSize, type DesignRule } from "./design.ts";

export interface MonteCarloSpec {
  readonly size: number;
}

export const monteCarlo: DesignRule<MonteCarloSpec> = {
  says: "Independent random points. More futures can be added later without moving the first ones.",
  source: "Metropolis & Ulam 1949, J. Am. Stat. Assoc. 44, 335-341.",
  check: ({ size }) => checkSize(size, "number of futures"),
  size: ({ size }) => size,
  points: () => ({}),
  open(_, dimensions, seed) {
    const random = randomStream(seed, "monte-carlo");
    return (i, into) => {
      for (let d = 0; d < dimensions; d++) into[d] = random.uniform(i, d, 0);
    };
  },
};
