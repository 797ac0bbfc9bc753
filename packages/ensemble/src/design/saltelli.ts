import { checkSize, type DesignRule } from "./design.ts";
import { checkSobolDimensions, scrambledSobol } from "./sobol.ts";

export interface SaltelliSpec {
  /** How many base rows: the design has `base` × (dimensions + 2) futures. */
  readonly base: number;
}

/**
 * For each base row in turn, dimensions + 2 futures: A, then AB1 … ABk, then B. A and B are the two halves of one scrambled Sobol'
 * point in twice the dimensions; ABj is A with coordinate j from B.
 */
export const saltelli: DesignRule<SaltelliSpec> = {
  says: "Futures in families that differ in one uncertainty, from which Sobol' indices are read. Best with a power of two families.",
  source: "Saltelli et al. 2010, Comput. Phys. Commun. 181, 259-270, section 4.",
  check: ({ base }, dimensions) =>
    checkSize(base, "number of base rows") ??
    checkSize(base * (dimensions + 2), "number of futures") ??
    checkSobolDimensions(2 * dimensions),
  size: ({ base }, dimensions) => base * (dimensions + 2),
  points: () => ({}),
  open(_, dimensions, seed) {
    const coordinate = scrambledSobol(2 * dimensions, seed);
    const family = dimensions + 2;
    return (i, into) => {
      const row = Math.floor(i / family);
      const member = i - row * family;
      const all = member === family - 1;
      for (let d = 0; d < dimensions; d++) into[d] = coordinate(row, all || d === member - 1 ? dimensions + d : d);
    };
  },
};
