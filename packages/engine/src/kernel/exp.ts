import type { DoubleDouble } from "./double-double.ts";
import type { Operations } from "./operations.ts";
import { polynomial } from "./polynomial.ts";

/** ln 2 to 42 bits, so that its product with an integer of 11 bits is exact, and the rest of it. */
export const ln2 = { high: 0.6931471805598903, low: 5.497923018708371e-14 } as const;

/** Adding it to a double below 2^51 in size leaves the nearest integer in the low bits: 1.5 · 2^52. */
export const rounder = 6755399441055744;

/** (e^r - 1 - r) / r² for |r| ≤ ln 2 / 2; derived in coefficients.test.ts. */
export const expCoefficients = [
  0.5, 0.16666666666666688, 0.041666666666666685, 0.008333333333313774, 0.001388888888887492, 0.0001984126990302591,
  2.4801587345689546e-5, 2.755722919915662e-6, 2.755725493258853e-7, 2.5113763986116326e-8, 2.0920790475099037e-9,
] as const;

/**
 * e^x, within 0.7 ulp (below the normal doubles: within 1).
 *
 * x = k ln 2 + r with |r| ≤ ln 2 / 2, r held in two doubles; e^r from a polynomial whose first terms, 1 + r, are added exactly; then
 * times 2^k in two steps, so that the smallest results are rounded once. Source: Cody & Waite 1980, Software Manual for the
 * Elementary Functions, chapter 6; Tang 1989, ACM TOMS 15, 144-157.
 */
export function exp<R, I, T>(o: Operations<R, I, T>, x: R): R {
  // Past these bounds the result is 0 or infinite anyway, and k would not fit an exponent. A NaN goes through.
  const bounded = o.lesser(o.greater(x, o.real(-746)), o.real(710));
  const { fraction, exponent } = expParts(o, bounded, { high: bounded });
  return scaleTwice(o, fraction, exponent);
}

/**
 * e^x as fraction · 2^exponent, the fraction between √½ and √2, of x = high + low.
 * @param whole  x as one double: it chooses the exponent       @param x  |x| ≤ 746
 */
export function expParts<R, I, T>(
  o: Operations<R, I, T>,
  whole: R,
  x: { readonly high: R; readonly low?: R },
): { readonly fraction: R; readonly exponent: I } {
  const { rest, exponent } = reduceExp(o, whole, x);
  const r = o.add(rest.high, rest.low);
  const curve = o.mul(o.mul(r, r), polynomial(o, r, expCoefficients));
  const start = o.add(o.real(1), rest.high);
  const lost = o.add(o.add(o.sub(o.real(1), start), rest.high), rest.low);
  return { fraction: o.add(start, o.add(lost, curve)), exponent };
}

/** x - k ln 2, not yet one double, and k. */
export function reduceExp<R, I, T>(
  o: Operations<R, I, T>,
  whole: R,
  x: { readonly high: R; readonly low?: R },
): { readonly rest: DoubleDouble<R>; readonly exponent: I } {
  const rounded = o.add(o.mul(whole, o.real(Math.LOG2E)), o.real(rounder));
  const k = o.sub(rounded, o.real(rounder));
  const high = o.sub(x.high, o.mul(k, o.real(ln2.high)));
  const tail = o.mul(k, o.real(ln2.low));
  const low = x.low === undefined ? o.neg(tail) : o.sub(x.low, tail);
  return { rest: { high, low }, exponent: o.lowWord(rounded) };
}

/** a · 2^i for i from -2044 to 2046, rounded once. */
export function scaleTwice<R, I, T>(o: Operations<R, I, T>, a: R, i: I): R {
  const half = o.shiftRight(i, 1);
  return o.mul(o.mul(a, o.powerOfTwo(half)), o.powerOfTwo(o.subInteger(i, half)));
}
