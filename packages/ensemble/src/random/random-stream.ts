import { philox } from "@sequitur/engine";

/**
 * What a stream of random numbers is for. Two purposes never share a number, whatever the seed; a number once given to a
 * purpose is never given to another, or findings would change.
 */
export const purposes = {
  "monte-carlo": 1,
  "latin-hypercube-cell": 2,
  "latin-hypercube-order": 3,
  "sobol-scramble": 4,
  bootstrap: 5,
  // 6 is what a model draws for itself, in the engine.
  "morris-start": 7,
  "morris-order": 8,
  calibration: 9,
  "policy-search": 10,
} as const;

export type Purpose = keyof typeof purposes;

/** Random numbers found by where they are used, in any order: same place, same number. */
export interface RandomStream {
  /** Writes the four 32-bit words of a place into `into`. */
  words(experiment: number, variable: number, step: number, into: Uint32Array): void;
  /** A uniform number in [0, 1) with all 53 bits of a double. */
  uniform(experiment: number, variable: number, step: number): number;
}

/** Seeds are the integers that a double holds exactly; an experiment's index too. Variables and steps have 32 bits. */
export const largestSeed = Number.MAX_SAFE_INTEGER;

/** The key holds 53 bits of seed and 11 of purpose; the counter 53 bits of experiment, 32 of variable and 32 of step. */
export function randomStream(seed: number, purpose: Purpose): RandomStream {
  const keyLow = seed | 0;
  const keyHigh = upper(seed) | (purposes[purpose] << 21);
  const scratch = new Uint32Array(4);
  const words = (experiment: number, variable: number, step: number, into: Uint32Array) =>
    philox(experiment | 0, upper(experiment), variable, step, keyLow, keyHigh, into);
  const uniform = (experiment: number, variable: number, step: number) => {
    words(experiment, variable, step, scratch);
    return unitDouble(scratch[0]!, scratch[1]!);
  };
  return { words, uniform };
}

/** 53 of the 64 bits as a double in [0, 1): every multiple of 2^-53 there, each as likely as the next. */
export function unitDouble(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 0x20000000000000;
}

function upper(integer: number): number {
  return Math.floor(integer / 0x100000000);
}
