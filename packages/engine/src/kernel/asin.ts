import { type DoubleDouble, fastSum, product } from "./double-double.ts";
import type { Operations } from "./operations.ts";
import { polynomial } from "./polynomial.ts";
import { halfPi } from "./quadrant.ts";

/** (asin √z / √z - 1) / z for 0 ≤ z ≤ 1/4; derived in coefficients.test.ts. */
export const asinCoefficients = [
  0.1666666666666677, 0.07499999999969197, 0.044642857175458024, 0.030381942687691527, 0.022372215160879377,
  0.017351613964855135, 0.013980751967660332, 0.011399756196831649, 0.010774283971486217, 0.0037326700936198376,
  0.021636270584637563, -0.02088994664625855, 0.0325560737029943,
] as const;

/** The arc sine in radians, within 0.65 ulp; NaN outside -1 to 1. */
export function asin<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const { large, root, rest } = reduced(o, x);
  const ofLarge = complement(o, o.mul(root, o.real(2)), o.mul(rest, o.real(2)));
  return o.copySign(o.select(large, ofLarge, o.add(root, rest)), x);
}

/** The arc cosine in radians, within 0.65 ulp; NaN outside -1 to 1. */
export function acos<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const { large, root, rest } = reduced(o, x);
  const negative = o.lt(x, o.real(0));
  const ofSmall = complement(o, o.copySign(root, x), o.select(negative, o.neg(rest), rest));
  const ofLarge = o.mul(o.select(negative, complement(o, root, rest), o.add(root, rest)), o.real(2));
  return o.select(large, ofLarge, ofSmall);
}

/**
 * asin |x| as root + rest where |x| is below 1/2; elsewhere half of acos |x|, for asin x = π/2 - 2 asin √((1 - x) / 2). The root
 * is a double to which the rest adds its rounding and the curve.
 * Source: the identity is that of Ng 1993 in FDLIBM's e_asin.c; the polynomial is our own.
 */
function reduced<R, I, T>(o: Operations<R, I, T>, x: R): { readonly large: T; readonly root: R; readonly rest: R } {
  const a = o.abs(x);
  const large = o.le(o.real(0.5), a);
  const half = o.mul(o.sub(o.real(1), a), o.real(0.5));
  const z = o.select(large, half, o.mul(a, a));
  const square = exactRoot(o, half);
  const root = o.select(large, square.high, a);
  const lost = o.select(large, square.low, o.real(0));
  return { large, root, rest: o.add(lost, o.mul(o.mul(root, z), polynomial(o, z, asinCoefficients))) };
}

/** √a and what its rounding lost. */
function exactRoot<R, I, T>(o: Operations<R, I, T>, a: R): DoubleDouble<R> {
  const high = o.sqrt(a);
  const back = product(o, high, high);
  const left = o.sub(o.sub(a, back.high), back.low);
  // Of a root of 0 nothing is lost; adding the smallest double keeps 0 / 0 out and changes no other root.
  return { high, low: o.div(left, o.mul(o.add(high, o.real(Number.MIN_VALUE)), o.real(2))) };
}

/** π/2 - (a + b), where b is much the smaller. */
function complement<R, I, T>(o: Operations<R, I, T>, a: R, b: R): R {
  const main = fastSum(o, o.real(halfPi.high), o.neg(a));
  return o.add(main.high, o.add(main.low, o.sub(o.real(halfPi.low), b)));
}
