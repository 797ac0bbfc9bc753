/** Draws for tests. Exact enough, even or haphazard as needed, and the same everywhere. */
const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71];

/** A Richtmyer sequence: the fractional part of (n + 1) times the root of a prime, even over the unit cube. */
export function even(n: number, dimension: number): number {
  return ((n + 1) * Math.sqrt(primes[dimension]!)) % 1;
}

/** A number in [0, 1) that looks drawn: the finalizer of MurmurHash3 over the index. */
export function hashed(i: number): number {
  let h = Math.imul(i + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** A stream of its own for each key. */
export function hashedStream(key: number): (i: number) => number {
  const start = Math.floor(hashed(key) * 2 ** 30);
  return (i) => hashed(start + i);
}
