/**
 * Philox 4x32-10: ten rounds of multiplications turn a counter and a key into 128 random bits. The n-th number needs none before
 * it, which is what lets any future be made anywhere.
 * Source: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", SC'11, section 3.3.
 */
const firstMultiplier = 0xd2511f53;
const secondMultiplier = 0xcd9e8d57;
const firstWeyl = 0x9e3779b9;
const secondWeyl = 0xbb67ae85;
const rounds = 10;

/**
 * @param c0, c1, c2, c3  the counter, four 32-bit words      @param k0, k1  the key, two 32-bit words
 * @param into            shape [4]: the random words
 */
export function philox(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  into: Uint32Array,
): void {
  for (let round = 0; round < rounds; round++) {
    const next0 = highProduct(secondMultiplier, c2) ^ c1 ^ k0;
    const next2 = highProduct(firstMultiplier, c0) ^ c3 ^ k1;
    c1 = Math.imul(secondMultiplier, c2);
    c3 = Math.imul(firstMultiplier, c0);
    c0 = next0;
    c2 = next2;
    k0 = (k0 + firstWeyl) | 0;
    k1 = (k1 + secondWeyl) | 0;
  }
  into[0] = c0;
  into[1] = c1;
  into[2] = c2;
  into[3] = c3;
}

// The upper 32 of the 64 bits of a product, by halves: each partial sum fits 32 bits, so that integer arithmetic is exact.
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0;
  const cross = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (cross >>> 16)) | 0;
}
