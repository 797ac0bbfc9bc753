import { noiseKey, type RunNoise } from "./noise-key.ts";

/** How many numbers of a row of inputs say which noise a future has: they come after the inputs that a caller knows of. */
export const noiseWidth = 3;

/** Writes a future's noise into its row, from `at` on. */
export function putNoise(rows: Float64Array, at: number, noise: RunNoise): void {
  const { future, low, high } = noiseKey(noise);
  rows[at] = future;
  rows[at + 1] = low;
  rows[at + 2] = high;
}
