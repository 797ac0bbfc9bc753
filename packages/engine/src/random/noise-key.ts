/** Which noise a future has: what its random numbers are drawn from, all else equal. */
export interface RunNoise {
  /** A whole number from 0 to 2^53 - 1, the same in all futures. */
  readonly seed: number;
  /** A whole number from 0 to 2^52 - 1. */
  readonly future: number;
}

/** The noise of many futures at once. */
export interface RowsNoise extends RunNoise {
  /** How far the future of each row is from `future`; as far as its row from the first if left out. */
  readonly rows?: Uint32Array;
}

/** What a run has whose caller says nothing of it. */
export const calm: RunNoise = { seed: 0, future: 0 };

export interface NoiseKey {
  readonly future: number;
  readonly low: number;
  readonly high: number;
}

/** What numbers are for has 11 bits of a key beside its seed, so that those of a model are never those of a design: `ensemble`. */
const purpose = 6;
const purposeFrom = 2 ** 21;

/** The key as two words, each a whole number below 2^32. */
export function noiseKey({ seed, future }: RunNoise): NoiseKey {
  return { future, low: seed % 2 ** 32, high: Math.floor(seed / 2 ** 32) + purpose * purposeFrom };
}
