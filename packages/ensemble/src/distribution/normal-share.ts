import { kernels } from "@sequitur/engine";

// sqrt(2 pi), to the nearest double.
const rootOfTwoPi = 2.5066282746310002;

const tailFrom = 5;
const tailDepth = 40;

/**
 * The share of the standard normal distribution below z. Near the middle by the series z + z^3/3 + z^5/(3 5) + …, all of whose terms
 * have one sign: right to some 1e-16. In the lower tail by Laplace's continued fraction, right to some 1e-14 of itself.
 * Source: Marsaglia 2004, "Evaluating the normal distribution", J. Stat. Softw. 11(4).
 */
export function normalShare(z: number): number {
  if (z <= -tailFrom) return lowerTail(-z);
  if (z >= tailFrom) return 1 - lowerTail(z);
  let term = z;
  let sum = z;
  for (let k = 3; sum + term !== sum; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * density(z);
}

function lowerTail(z: number): number {
  let fraction = z;
  for (let k = tailDepth; k > 0; k--) fraction = z + k / fraction;
  return density(z) / fraction;
}

function density(z: number): number {
  return kernels.exp((-z * z) / 2) / rootOfTwoPi;
}
