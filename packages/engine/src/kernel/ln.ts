import { ln2 } from "./exp.ts";
import type { Operations } from "./operations.ts";
import { polynomial } from "./polynomial.ts";

/** (2 atanh(√z) / √z - 2) / z for 0 ≤ z ≤ (√2 - 1)² / (√2 + 1)²; derived in coefficients.test.ts. */
export const lnCoefficients = [
  0.6666666666666746, 0.39999999999353647, 0.28571428753714795, 0.2222219756001256, 0.18183611511451078,
  0.15312947958684828, 0.14806166077783192,
] as const;

/** About √½, as the upper word of a double: where a significand below 1 begins. */
const rootOfHalf = 0x3fe6a000;

const smallestNormal = 2 ** -1022;

/**
 * The natural logarithm, within 0.9 ulp; -∞ at 0, NaN below.
 *
 * x = 2^k (1 + f) with 1 + f between √½ and √2. With s = f / (2 + f), ln(1 + f) = 2 atanh(s) = f - (f²/2 - s (f²/2 + R(s²))): f is
 * exact, so that what s loses in rounding is made small by a factor of f.
 * Source: the identity is that of Ng 1993 in FDLIBM's e_log.c; the polynomial is our own.
 */
export function ln<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const usual = o.and(o.le(o.real(smallestNormal), x), o.lt(x, o.real(Infinity)));
  return o.rarely(o.not(usual), lnOfNormal(o, x, o.real(0)), lnOfUnusual, x);
}

/** Takes a positive normal double apart: x = 2^exponent · significand, the significand between √½ and √2. */
export function takeApart<R, I, T>(o: Operations<R, I, T>, x: R): { readonly exponent: I; readonly significand: R } {
  const exponent = o.shiftRight(o.subInteger(o.highWord(x), o.integer(rootOfHalf)), 20);
  return { exponent, significand: o.scale(x, o.subInteger(o.integer(0), exponent)) };
}

/** @param shift  is added to the exponent */
function lnOfNormal<R, I, T>(o: Operations<R, I, T>, x: R, shift: R): R {
  const { exponent, significand } = takeApart(o, x);
  const k = o.add(o.toReal(exponent), shift);
  const f = o.sub(significand, o.real(1));
  const s = o.div(f, o.add(f, o.real(2)));
  const z = o.mul(s, s);
  const series = o.mul(z, polynomial(o, z, lnCoefficients));
  const half = o.mul(o.mul(f, f), o.real(0.5));
  const tail = o.add(o.mul(s, o.add(half, series)), o.mul(k, o.real(ln2.low)));
  return o.sub(o.mul(k, o.real(ln2.high)), o.sub(o.sub(half, tail), f));
}

/** 0, what is below 0, what is not normal, ∞ and NaN. */
function lnOfUnusual<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const [zero, infinity] = [o.real(0), o.real(Infinity)];
  const subnormal = lnOfNormal(o, o.mul(x, o.real(2 ** 54)), o.real(-54));
  const ofPositive = o.select(o.eq(x, infinity), infinity, subnormal);
  const otherwise = o.select(o.eq(x, zero), o.real(-Infinity), o.real(Number.NaN));
  return o.select(o.lt(zero, x), ofPositive, otherwise);
}
