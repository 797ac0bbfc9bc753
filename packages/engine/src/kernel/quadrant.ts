import { type DoubleDouble, fastSum, product, split, sum } from "./double-double.ts";
import { FixedPoint } from "./exact/fixed-point.ts";
import { rounder } from "./exp.ts";
import type { Operations, Table } from "./operations.ts";

/** An angle x = quadrant · π/2 + rest, |rest| ≤ π/4 (a little more next to the bounds). Only the quadrant's two low bits count. */
export interface Turned<R, I> {
  readonly quadrant: I;
  readonly rest: DoubleDouble<R>;
}

/** Up to this size of angle the fast reduction holds: the quadrant then has at most 20 bits. */
export const largestNear = 1_640_000;

const inverseHalfPi = 0.6366197723675814;

/** π/2 in three parts of 33 bits, whose products with 20 bits are exact, and a double for the rest. */
export const halfPiParts = [
  1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32,
] as const;

/** π/2 as a sum. */
export const halfPi = { high: 1.5707963267948966, low: 6.123233995736766e-17 } as const;

/**
 * Reduces an angle of at most `largestNear`, to 2^-70 of the rest, relative, however near to a multiple of π/2 the angle is: no
 * double of that size comes nearer than 2^-62, and the parts go to 2^-132. Keeps the sign of a zero.
 * Source: Cody & Waite 1980, Software Manual for the Elementary Functions, chapter 8.
 */
export function turnNear<R, I, T>(o: Operations<R, I, T>, x: R): Turned<R, I> {
  const rounded = o.add(o.mul(x, o.real(inverseHalfPi)), o.real(rounder));
  const k = o.sub(rounded, o.real(rounder));
  const [first, second, third, fourth] = halfPiParts.map((part) => o.mul(k, o.real(part))) as [R, R, R, R];
  const step = sum(o, o.sub(x, first), o.neg(second));
  const next = sum(o, step.high, o.neg(third));
  const excess = o.sub(fourth, o.add(step.low, next.low));
  const high = o.sub(next.high, excess);
  return { quadrant: o.lowWord(rounded), rest: { high, low: o.sub(o.sub(next.high, high), excess) } };
}

/** Bits in a digit of 2/π. */
const digitBits = 24;

/** Digits of zeros in front, for angles whose last bit stands well below the binary point. */
const leadingDigits = 3;

/** 2/π in digits of 24 bits: as far as the largest double, 2^1024, reaches, and 9 more for the angle's fraction. */
export const inverseHalfPiDigits: Table = { columns: 1, values: makeDigits(leadingDigits + 50) };

function makeDigits(count: number): Float64Array<ArrayBuffer> {
  const digits = count - leadingDigits;
  const fx = new FixedPoint(digits * digitBits + 64);
  const ratio = fx.div(fx.integer(2), fx.pi()) >> 64n;
  const values = new Float64Array(count);
  for (let i = 0; i < digits; i++)
    values[leadingDigits + i] = Number((ratio >> BigInt((digits - 1 - i) * digitBits)) & 0xffffffn);
  return values;
}

/**
 * Reduces any finite angle of at least 2^20 in size (of a smaller one, or one that is not finite, the rest means nothing).
 *
 * x is an integer X of at most 77 bits times 2^(24 q). Of X · 2/π only the digits whose product with X is below 4 and above
 * 2^-140 are worked out: each product is exact in a double, so is its remainder by 4, and what is left is added up to 150 bits.
 * Source: Payne & Hanek 1983, ACM SIGNUM Newsletter 18, 19-24; the sum is SumK of Ogita, Rump & Oishi 2005, SIAM J. Sci. Comput.
 * 26, 1955-1988, with K = 3.
 */
export function turnFar<R, I, T>(o: Operations<R, I, T>, x: R): Turned<R, I> {
  const far = o.select(o.le(o.real(2 ** 20), o.abs(x)), x, o.real(2 ** 20));
  const q = digitsIn(o, far);
  const [high, low] = productsOf(o, o.mul(far, powerOfDigits(o, q)), o.addInteger(q, o.integer(leadingDigits - 1)));
  // What is a multiple of 2^-48 below 16 adds up exactly; the two that are finer and may still be above 1 follow.
  const exact = [...high.slice(0, 4), ...low.slice(0, 3)].reduce((total, term) => o.add(total, term));
  const finer = sum(o, remainder(o, exact), high[4]!);
  const finest = sum(o, finer.high, low[3]!);
  const rounded = o.add(finest.high, o.real(rounder));
  const fraction = o.sub(finest.high, o.sub(rounded, o.real(rounder)));
  const rest = [fraction, finer.low, finest.low, ...high.slice(5), ...low.slice(4, -1)];
  return { quadrant: o.lowWord(rounded), rest: timesHalfPi(o, sumThreefold(o, rest)) };
}

/** How many whole digits stand after the last bit of x: (exponent - 52) / 24, rounded down, for an exponent of 20 to 1023. */
function digitsIn<R, I, T>(o: Operations<R, I, T>, x: R): I {
  const biased = o.andInteger(o.shiftRight(o.highWord(x), 20), o.integer(0x7ff));
  // Over 24 is times 2731 / 65536, for a number up to 2000 to which enough was added for it to be positive.
  const above = o.subInteger(biased, o.integer(1023 + 52 - 2 * digitBits));
  return o.subInteger(o.shiftRight(timesInteger(o, above), 16), o.integer(2));
}

/** i · 2731 in shifts: 2731 = 2048 + 512 + 128 + 32 + 8 + 2 + 1. */
function timesInteger<R, I, T>(o: Operations<R, I, T>, i: I): I {
  return [11, 9, 7, 5, 3, 1].reduce((total, count) => o.addInteger(total, o.shiftLeft(i, count)), i);
}

/** 2^(-24 q). */
function powerOfDigits<R, I, T>(o: Operations<R, I, T>, q: I): R {
  const bits = o.addInteger(o.shiftLeft(q, 4), o.shiftLeft(q, 3));
  return o.powerOfTwo(o.subInteger(o.integer(0), bits));
}

const terms = 10;

/** The products of both halves of X with the digits from a row on, each in its place, and less its multiples of 4. */
function productsOf<R, I, T>(o: Operations<R, I, T>, x: R, row: I): readonly [high: R[], low: R[]] {
  const halves = split(o, x);
  const productAt = (half: R, n: number): R => {
    const digit = o.entry(inverseHalfPiDigits, o.addInteger(row, o.integer(n)), 0);
    const term = o.mul(o.mul(half, digit), o.real(2 ** (-digitBits * n)));
    return n < 5 ? remainder(o, term) : term;
  };
  const places = Array.from({ length: terms }, (_, n) => n);
  return [places.map((n) => productAt(halves.high, n)), places.map((n) => productAt(halves.low, n))];
}

/** What is left of a double by the nearest multiple of 4, exactly. */
function remainder<R, I, T>(o: Operations<R, I, T>, a: R): R {
  return o.sub(a, o.mul(o.nearest(o.mul(a, o.real(0.25))), o.real(4)));
}

function sumThreefold<R, I, T>(o: Operations<R, I, T>, numbers: readonly R[]): DoubleDouble<R> {
  const once = distilled(o, numbers);
  const twice = distilled(o, once);
  const main = twice.at(-1)!;
  return fastSum(
    o,
    main,
    twice.slice(0, -1).reduce((total, error) => o.add(total, error)),
  );
}

/** The same numbers' sum as their errors of addition, and the rounded sum at the end. */
function distilled<R, I, T>(o: Operations<R, I, T>, numbers: readonly R[]): R[] {
  let [total, ...others] = numbers as [R, ...R[]];
  const errors = others.map((number) => {
    const { high, low } = sum(o, total, number);
    total = high;
    return low;
  });
  return [...errors, total];
}

function timesHalfPi<R, I, T>(o: Operations<R, I, T>, turn: DoubleDouble<R>): DoubleDouble<R> {
  const main = product(o, turn.high, o.real(halfPi.high));
  const rest = o.add(o.mul(turn.high, o.real(halfPi.low)), o.mul(turn.low, o.real(halfPi.high)));
  return fastSum(o, main.high, o.add(main.low, rest));
}
