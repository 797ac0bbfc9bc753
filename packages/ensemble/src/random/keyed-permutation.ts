/** Enough for every order of eight places, the size that mixes slowest, to be as likely as the next: twelve are not. */
export const permutationRounds = 16;

/**
 * A random order of 0 … size-1 that can be asked for any one place, with no table: a Feistel network over the smallest power of two
 * that holds `size`, walked on from places outside until it falls inside again. A Feistel network maps that power of two one to one,
 * whatever its rounds do, and walking on keeps it so for the places inside; fewer than two steps are needed on average.
 * Source: Black & Rogaway 2002, "Ciphers with arbitrary finite domains", CT-RSA, method 2 (cycle walking) and 3 (Feistel).
 * @param size  1 to 2^32      @param keys  shape [permutationRounds]: random words
 */
export function keyedPermutation(size: number, keys: Uint32Array): (place: number) => number {
  const bits = 32 - Math.clz32(size - 1);
  const lowBits = (bits + 1) >>> 1;
  const lowMask = bits === 0 ? 0 : 0xffffffff >>> (32 - lowBits);
  const highMask = bits < 2 ? 0 : 0xffffffff >>> (32 - (bits - lowBits));

  const step = (place: number) => {
    let low = place & lowMask;
    let high = (place >>> lowBits) & highMask;
    for (let round = 0; round < permutationRounds; round += 2) {
      high ^= mixed(low, keys[round]!) & highMask;
      low ^= mixed(high, keys[round + 1]!) & lowMask;
    }
    return ((high << lowBits) | low) >>> 0;
  };

  return (place) => {
    let next = step(place);
    while (next >= size) next = step(next);
    return next;
  };
}

// A round need not be strong, only different for every key: the last steps of MurmurHash3 (Appleby, public domain), which map
// 32 bits one to one and let each bit of the input change each of the output about half the time.
function mixed(half: number, key: number): number {
  let x = Math.imul(half + 1, 0x9e3779b1) ^ key;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
