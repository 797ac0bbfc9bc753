import type { Problem } from "../problem.ts";
import { checkSize, type DesignRule } from "./design.ts";
import { owenScrambling } from "./owen-scrambling.ts";
import { sobolDimensions, sobolSequence } from "./sobol-sequence.ts";

export interface SobolSpec {
  readonly size: number;
}

export const sobol: DesignRule<SobolSpec> = {
  says: "Points that fill the cube evenly, randomly scrambled. Best at a power of two; more can be added without moving the first ones.",
  source: "Sobol' 1967, Joe & Kuo 2008; scrambled after Owen 1995.",
  check: ({ size }, dimensions) => checkSize(size, "number of futures") ?? checkSobolDimensions(dimensions),
  size: ({ size }) => size,
  points: () => ({}),
  open(_, dimensions, seed) {
    const coordinate = scrambledSobol(dimensions, seed);
    return (i, into) => {
      for (let d = 0; d < dimensions; d++) into[d] = coordinate(i, d);
    };
  },
};

/** Coordinate `dimension` of point `i` of the scrambled sequence. */
export function scrambledSobol(dimensions: number, seed: number): (i: number, dimension: number) => number {
  const sequence = sobolSequence(dimensions);
  const scrambled = owenScrambling(seed);
  return (i, dimension) => scrambled(sequence.digits(i, dimension), dimension);
}

export function checkSobolDimensions(dimensions: number): Problem | undefined {
  if (dimensions <= sobolDimensions) return undefined;
  return {
    code: "design-dimensions",
    says: `The design needs ${dimensions} dimensions, but Sobol' points are known for ${sobolDimensions}.`,
    mend: "Use a Latin hypercube, or hold some uncertainties fixed.",
  };
}
