import { directionNumbers } from "./direction-numbers.ts";

/** How many dimensions the direction numbers reach. */
export const sobolDimensions = 1111;

const bits = 32;

/** The Sobol' sequence, not scrambled, in Gray-code order; point 0 is the origin. */
export interface SobolSequence {
  /** Coordinate `dimension` of point `i`, i < 2^32, as 32 binary digits after the point. */
  digits(i: number, dimension: number): number;
}

/**
 * Sources: Sobol' 1967, USSR Comput. Math. Math. Phys. 7, 86-112; Antonov & Saleev 1979, ibid. 19, 252-256 (Gray-code order);
 * Joe & Kuo 2008 (direction numbers).
 */
export function sobolSequence(dimensions: number): SobolSequence {
  const directions = sobolDirections(dimensions);
  const digits = (i: number, dimension: number) => {
    const base = dimension * bits;
    let sum = 0;
    for (let gray = (i ^ (i >>> 1)) >>> 0, bit = 0; gray !== 0; gray >>>= 1, bit++)
      if (gray & 1) sum ^= directions[base + bit]!;
    return sum >>> 0;
  };
  return { digits };
}

// Shape [dimension][bit]: what each binary digit of a point's Gray code adds to its coordinates.
function sobolDirections(dimensions: number): Uint32Array {
  const directions = new Uint32Array(dimensions * bits);
  const entries = directionNumbers.trim().split(";", Math.max(0, dimensions - 1));
  for (let bit = 0; bit < bits && dimensions > 0; bit++) directions[bit] = 1 << (bits - 1 - bit);
  entries.forEach((entry, at) => {
    const [polynomial, ...initial] = entry.trim().split(/\s+/).map(Number);
    fillDimension(directions.subarray((at + 1) * bits, (at + 2) * bits), polynomial!, initial);
  });
  return directions;
}

// Joe & Kuo 2003, ACM TOMS 29, 49-57, equations 2 and 3; the highest and lowest coefficient of a polynomial are always 1.
function fillDimension(directions: Uint32Array, polynomial: number, initial: readonly number[]): void {
  const degree = initial.length;
  for (let bit = 0; bit < bits; bit++) {
    if (bit < degree) {
      directions[bit] = initial[bit]! << (bits - 1 - bit);
      continue;
    }
    let sum = directions[bit - degree]! ^ (directions[bit - degree]! >>> degree);
    for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - 1 - k)) & 1) sum ^= directions[bit - k]!;
    directions[bit] = sum;
  }
}
