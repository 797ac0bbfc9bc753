import { split } from "./double-double.ts";
import { expParts, scaleTwice } from "./exp.ts";
import { lnSum } from "./ln-sum.ts";
import type { Operations } from "./operations.ts";

const smallestNormal = 2 ** -1022;

/**
 * x to the power of y, within 0.75 ulp; special cases as in IEEE 754-2019, 9.2.1 (and C17, F.10.4.4). Where the power is a
 * double, as that of small integers is, it is given exactly. A square is x · x, rounded once.
 *
 * e^(y ln x), with ln x to 67 bits and its product with y exact in the leading part. One fast way for positive normal x and
 * results that are normal; all else is rare in a model and takes another way, twice as long.
 */
export function pow<R, I, T>(o: Operations<R, I, T>, x: R, y: R): R {
  const { whole, high, low } = scaledLn(o, x, y);
  const { fraction, exponent } = expParts(o, whole, { high, low });
  const normal = o.and(o.le(o.real(smallestNormal), x), o.lt(x, o.real(Infinity)));
  const moderate = o.and(o.lt(o.abs(whole), o.real(708)), o.not(o.eq(y, o.real(2))));
  return o.rarely(o.not(o.and(normal, moderate)), o.scale(fraction, exponent), powOfUnusual, x, y);
}

interface Exponent<R> {
  /** y ln x as one double, and exactly as a sum whose high part has no rounding. */
  readonly whole: R;
  readonly high: R;
  readonly low: R;
}

/** y ln x. The low part may be as large as 2^-15 of the high one. */
function scaledLn<R, I, T>(o: Operations<R, I, T>, x: R, y: R, shift?: R): Exponent<R> {
  const logarithm = lnSum(o, x, shift);
  const together = o.add(logarithm.high, logarithm.low);
  const l = split(o, logarithm.high);
  const rest = o.add(l.low, logarithm.low);
  const w = split(o, y);
  return {
    whole: o.mul(y, together),
    high: o.mul(w.high, l.high),
    low: o.add(o.mul(w.low, together), o.mul(w.high, rest)),
  };
}

/** Any arguments: the power of |x|, then the sign, then the cases that the standards list. */
function powOfUnusual<R, I, T>(o: Operations<R, I, T>, x: R, y: R): R {
  const [zero, one, infinity] = [o.real(0), o.real(1), o.real(Infinity)];
  const size = powOfSize(o, o.abs(x), y);
  const half = o.mul(y, o.real(0.5));
  const whole = o.eq(o.nearest(y), y);
  const odd = o.and(whole, o.not(o.eq(o.nearest(half), half)));
  const signed = o.select(odd, o.copySign(size, x), size);
  const undefinedRoot = o.and(o.and(o.lt(x, zero), o.lt(o.neg(infinity), x)), o.not(whole));
  const known = o.and(o.eq(x, x), o.eq(y, y));
  const usual = o.select(o.and(known, o.not(undefinedRoot)), signed, o.real(Number.NaN));
  const isOne = o.or(o.or(o.eq(y, zero), o.eq(x, one)), o.and(o.eq(x, o.real(-1)), o.eq(o.abs(y), infinity)));
  return o.select(isOne, one, o.select(o.eq(y, o.real(2)), o.mul(x, x), usual));
}

/** The power of a number that is not negative, of any size. */
function powOfSize<R, I, T>(o: Operations<R, I, T>, a: R, y: R): R {
  const [zero, infinity] = [o.real(0), o.real(Infinity)];
  const tiny = o.lt(a, o.real(smallestNormal));
  const normal = o.select(tiny, o.mul(a, o.real(2 ** 54)), a);
  const { whole, high, low } = scaledLn(o, normal, y, o.select(tiny, o.real(-54), zero));
  const bounded = o.lesser(o.greater(whole, o.real(-746)), o.real(710));
  const { fraction, exponent } = expParts(o, bounded, { high, low });
  const inRange = o.select(o.lt(whole, o.real(-745.5)), zero, scaleTwice(o, fraction, exponent));
  const finite = o.select(o.lt(o.real(709.9), whole), infinity, inRange);
  const [grows, shrinks] = [o.lt(zero, y), o.lt(y, zero)];
  const toInfinity = o.or(o.and(o.eq(a, infinity), grows), o.and(o.eq(a, zero), shrinks));
  const toZero = o.or(o.and(o.eq(a, infinity), shrinks), o.and(o.eq(a, zero), grows));
  return o.select(toInfinity, infinity, o.select(toZero, zero, finite));
}
