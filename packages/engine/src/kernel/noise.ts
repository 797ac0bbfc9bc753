import type { Operations } from "./operations.ts";

/**
 * Where a random number of a model is: the place of the call (one a call and element), the future and the step that it is drawn in,
 * and the key of the run. The same numbers come of the same noise, in any order and on any machine.
 */
export interface Noise<R> {
  /** A whole number below 2^32. */
  readonly place: R;
  /** A whole number below 2^52. */
  readonly future: R;
  /** Steps since the start, below 2^32. */
  readonly moment: R;
  /** Two whole numbers below 2^32: those of `noiseKey`. */
  readonly keyLow: R;
  readonly keyHigh: R;
}

export type Words<I> = readonly [I, I, I, I];

const firstMultiplier = 0xd2511f53;
const secondMultiplier = 0xcd9e8d57;
const firstWeyl = 0x9e3779b9;
const secondWeyl = 0xbb67ae85;
const rounds = 10;

/** Philox 4x32-10 as `random/philox.ts` has it, over the machine that kernels are written for. */
export function philoxWords<R, I, T>(o: Operations<R, I, T>, counter: Words<I>, key: readonly [I, I]): Words<I> {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < rounds; round++) {
    const next0 = o.xorInteger(o.xorInteger(o.highProduct(c2, secondMultiplier), c1), k0);
    const next2 = o.xorInteger(o.xorInteger(o.highProduct(c0, firstMultiplier), c3), k1);
    [c1, c3] = [o.lowProduct(c2, secondMultiplier), o.lowProduct(c0, firstMultiplier)];
    [c0, c2] = [next0, next2];
    k0 = o.addInteger(k0, o.integer(firstWeyl));
    k1 = o.addInteger(k1, o.integer(secondWeyl));
  }
  return [c0, c1, c2, c3];
}

/** Adding it to a whole number below brings that number's bits to the end of the double's. */
const wholeFrom = 2 ** 52;

/** A double that is no NaN, whose bits machines may differ in. */
const known = <R, I, T>(o: Operations<R, I, T>, x: R): R => o.select(o.eq(x, x), x, o.real(0));

const wholeBits = <R, I, T>(o: Operations<R, I, T>, x: R): R => o.add(known(o, x), o.real(wholeFrom));

/** The lower 32 bits of a whole number. */
function word<R, I, T>(o: Operations<R, I, T>, x: R): I {
  return o.lowWord(wholeBits(o, x));
}

/** Attempts have the bits of the counter that futures leave free. */
const attemptBits = 12;
export const mostAttempts = 2 ** attemptBits;

/** Two independent uniform numbers for an attempt at a draw, each an odd multiple of 2^-53: never 0, never 1. */
export function uniforms<R, I, T>(
  o: Operations<R, I, T>,
  { place, future, moment, keyLow, keyHigh }: Noise<R>,
  attempt: R,
): readonly [R, R] {
  const whole = wholeBits(o, future);
  const upper = o.andInteger(o.highWord(whole), o.integer(2 ** (32 - attemptBits) - 1));
  const second = o.xorInteger(upper, o.shiftLeft(word(o, attempt), 32 - attemptBits));
  const counter = [o.lowWord(whole), second, word(o, place), word(o, moment)] as const;
  const [a, b, c, d] = philoxWords(o, counter, [word(o, keyLow), word(o, keyHigh)]);
  return [unit(o, a, b), unit(o, c, d)];
}

/** 52 random bits behind the 1 of a double from 1 to 2; half a unit is added, for the middle of what they stand for. */
function unit<R, I, T>(o: Operations<R, I, T>, high: I, low: I): R {
  const fraction = o.andInteger(o.shiftRight(high, 12), o.integer(0xfffff));
  const fromOne = o.ofWords(o.addInteger(fraction, o.integer(0x3ff00000)), low);
  return o.add(o.sub(fromOne, o.real(1)), o.real(2 ** -53));
}

/**
 * The place of a call, from its own number and from two seeds that a model may give: a word of Philox, so that places which differ
 * in anything are as far apart as chance allows. Of a seed, all bits count; NaN counts as 0, as -0 does.
 */
export function noisePlace<R, I, T>(o: Operations<R, I, T>, call: R, seed: R, noiseSeed: R): R {
  const [first, second] = [seed, noiseSeed].map((given) => o.add(known(o, given), o.real(0))) as [R, R];
  const counter = [o.lowWord(first), o.highWord(first), o.lowWord(second), o.highWord(second)] as const;
  const [low] = philoxWords(o, counter, [word(o, call), o.integer(0)]);
  return o.sub(o.ofWords(o.integer(0x43300000), low), o.real(wholeFrom));
}

/** The noise of one more independent draw in the same place. */
export function further<R, I, T>(o: Operations<R, I, T>, noise: Noise<R>, count: R): Noise<R> {
  return { ...noise, place: o.add(noise.place, o.mul(count, o.real(0x9e3779b1))) };
}

export const argumentsOf = <R>({ place, future, moment, keyLow, keyHigh }: Noise<R>): readonly R[] => [
  place,
  future,
  moment,
  keyLow,
  keyHigh,
];

export function noiseOf<R>([place, future, moment, keyLow, keyHigh]: readonly R[]): Noise<R> {
  return { place: place!, future: future!, moment: moment!, keyLow: keyLow!, keyHigh: keyHigh! };
}
