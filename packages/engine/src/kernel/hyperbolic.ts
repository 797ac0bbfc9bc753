import { type DoubleDouble, fastSum, quotient } from "./double-double.ts";
import { reduceExp, rounder } from "./exp.ts";
import type { Operations } from "./operations.ts";
import { polynomial } from "./polynomial.ts";

/** (sinh √z / √z - 1) / z for 0 ≤ z ≤ (ln 2 / 2)²; derived in coefficients.test.ts. */
export const sinhCoefficients = [
  0.16666666666666677, 0.008333333333320562, 0.00019841269888482517, 2.7557242082620308e-6, 2.5109714178711534e-8,
] as const;

/** (cosh √z - 1 - z/2) / z² for 0 ≤ z ≤ (ln 2 / 2)²; derived in coefficients.test.ts. */
export const coshCoefficients = [
  0.04166666666666669, 0.0013888888888869534, 2.4801587356181746e-5, 2.7557246288820723e-7, 2.092335697211884e-9,
] as const;

/** The hyperbolic sine, within 0.75 ulp. */
export function sinh<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const { sine, excess } = both(o, o.abs(x));
  return o.copySign(o.mul(o.add(sine.high, sine.low), excess), x);
}

/** The hyperbolic cosine, within 0.75 ulp. */
export function cosh<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const { cosine, excess } = both(o, o.abs(x));
  return o.mul(o.add(cosine.high, cosine.low), excess);
}

/** The hyperbolic tangent, within 0.95 ulp: their quotient. From 20 on it is 1, to a double. */
export function tanh<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const { sine, cosine } = both(o, o.lesser(o.abs(x), o.real(20)));
  const normal = (a: DoubleDouble<R>): DoubleDouble<R> => fastSum(o, a.high, a.low);
  return o.copySign(quotient(o, normal(sine), normal(cosine)), x);
}

/** From here on 2^-k is too small beside 2^k to count. */
const largestExponent = 64;

/**
 * sinh and cosh of a number that is not negative, each as a sum not yet added, times an excess power of two that they share.
 *
 * With a = k ln 2 + r, e^±a = 2^±k e^±r; so sinh a = d cosh r + m sinh r and cosh a = m cosh r + d sinh r, where
 * d = (2^k - 2^-k) / 2 and m = (2^k + 2^-k) / 2. No difference of exponentials is taken, so nothing cancels. The leading
 * terms, d + m r and m + d r, are exact: r is split, and d and m have few bits (from k = 13 on more, of which the last count
 * little; from k = 27 on more than a double, and what it drops is added at the end: tanh is a hair below 1 there).
 */
function both<R, I, T>(
  o: Operations<R, I, T>,
  a: R,
): { readonly sine: DoubleDouble<R>; readonly cosine: DoubleDouble<R>; readonly excess: R } {
  const bounded = o.lesser(a, o.real(715));
  const { rest, exponent } = reduceExp(o, bounded, { high: bounded });
  const k = o.lowWord(o.add(o.lesser(o.toReal(exponent), o.real(largestExponent)), o.real(rounder)));
  const [up, down] = [o.powerOfTwo(k), o.powerOfTwo(o.subInteger(o.integer(0), k))];
  const [halfUp, halfDown] = [o.mul(up, o.real(0.5)), o.mul(down, o.real(0.5))];
  const difference = fastSum(o, halfUp, o.neg(halfDown));
  const mean = fastSum(o, halfUp, halfDown);
  const parts = seriesOf(o, rest);
  return {
    sine: combined(o, difference, mean, parts),
    cosine: combined(o, mean, difference, parts),
    excess: o.powerOfTwo(o.subInteger(exponent, k)),
  };
}

interface Series<R> {
  /** The leading 26 bits of r. */
  readonly high: R;
  /** sinh r - high. */
  readonly odd: R;
  /** cosh r - 1. */
  readonly even: R;
}

function seriesOf<R, I, T>(o: Operations<R, I, T>, rest: DoubleDouble<R>): Series<R> {
  const r = o.add(rest.high, rest.low);
  const z = o.mul(r, r);
  const high = o.clearLow(rest.high, 27);
  const low = o.add(o.sub(rest.high, high), rest.low);
  const odd = o.add(low, o.mul(o.mul(r, z), polynomial(o, z, sinhCoefficients)));
  const even = o.add(o.mul(z, o.real(0.5)), o.mul(o.mul(z, z), polynomial(o, z, coshCoefficients)));
  return { high, odd, even };
}

/** a cosh r + b sinh r. */
function combined<R, I, T>(
  o: Operations<R, I, T>,
  a: DoubleDouble<R>,
  b: DoubleDouble<R>,
  { high, odd, even }: Series<R>,
): DoubleDouble<R> {
  const main = fastSum(o, a.high, o.mul(b.high, high));
  const dropped = o.add(a.low, o.mul(b.low, high));
  const curve = o.add(o.mul(a.high, even), o.mul(b.high, odd));
  return { high: main.high, low: o.add(main.low, o.add(dropped, curve)) };
}
