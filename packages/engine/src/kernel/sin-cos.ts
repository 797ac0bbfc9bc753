import { type DoubleDouble, fastSum } from "./double-double.ts";
import type { Kernel, Operations } from "./operations.ts";
import { polynomial } from "./polynomial.ts";
import { largestNear, type Turned, turnFar, turnNear } from "./quadrant.ts";

/** (sin √z / √z - 1) / z for 0 ≤ z ≤ (π/4)²; derived in coefficients.test.ts. */
export const sinCoefficients = [
  -0.16666666666666627, 0.008333333333321298, -0.00019841269829089033, 2.7557313481135206e-6, -2.505072931988261e-8,
  1.589530702725276e-10,
] as const;

/** (cos √z - 1 + z/2) / z² for 0 ≤ z ≤ (π/4)²; derived in coefficients.test.ts. */
export const cosCoefficients = [
  0.04166666666666657, -0.0013888888888869645, 2.4801587287080548e-5, -2.7557313740290056e-7, 2.0875648455756976e-9,
  -1.1356113618937915e-11,
] as const;

/**
 * The sine of an angle in radians, within 0.8 ulp for every finite double; NaN of the others. The angle is reduced exactly enough
 * (see quadrant.ts), then a polynomial of the rest, its leading part exact.
 */
export function sin<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return nearOrFar(o, x, sinOfTurned(o, turnNear(o, x)), sinFar);
}

/** The cosine of an angle in radians, within 0.8 ulp for every finite double; NaN of the others. */
export function cos<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return nearOrFar(o, x, cosOfTurned(o, turnNear(o, x)), cosFar);
}

/** Takes the far way where an angle is large, infinite or NaN. */
export function nearOrFar<R, I, T>(o: Operations<R, I, T>, x: R, near: R, far: Kernel): R {
  return o.rarely(o.not(o.le(o.abs(x), o.real(largestNear))), near, far, x);
}

function sinFar<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return sinOfTurned(o, turnFar(o, x));
}

function cosFar<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return cosOfTurned(o, turnFar(o, x));
}

function sinOfTurned<R, I, T>(o: Operations<R, I, T>, { quadrant, rest }: Turned<R, I>): R {
  const value = o.select(o.isOdd(quadrant), cosTotal(o, rest), sinTotal(o, rest));
  return o.negateOdd(value, o.shiftRight(quadrant, 1));
}

function cosOfTurned<R, I, T>(o: Operations<R, I, T>, { quadrant, rest }: Turned<R, I>): R {
  const value = o.select(o.isOdd(quadrant), sinTotal(o, rest), cosTotal(o, rest));
  return o.negateOdd(value, o.shiftRight(o.addInteger(quadrant, o.integer(1)), 1));
}

function sinTotal<R, I, T>(o: Operations<R, I, T>, rest: DoubleDouble<R>): R {
  const { high, low } = sinOfRest(o, rest);
  // Of -0 and +0 the sum is +0; the sine of -0 is -0.
  return o.copySign(o.add(high, low), high);
}

function cosTotal<R, I, T>(o: Operations<R, I, T>, rest: DoubleDouble<R>): R {
  const { high, low } = cosOfRest(o, rest);
  return o.add(high, low);
}

/** The sine for |x| ≤ π/4, its two parts not yet added: the second is below 1/8 of the first. */
export function sinOfRest<R, I, T>(o: Operations<R, I, T>, x: DoubleDouble<R>): DoubleDouble<R> {
  const z = o.mul(x.high, x.high);
  const curve = o.mul(o.mul(x.high, z), polynomial(o, z, sinCoefficients));
  const rest = o.mul(x.low, o.sub(o.real(1), o.mul(z, o.real(0.5))));
  return { high: x.high, low: o.add(curve, rest) };
}

/** The cosine for |x| ≤ π/4, its two parts not yet added. */
export function cosOfRest<R, I, T>(o: Operations<R, I, T>, x: DoubleDouble<R>): DoubleDouble<R> {
  const z = o.mul(x.high, x.high);
  const start = fastSum(o, o.real(1), o.mul(z, o.real(-0.5)));
  const curve = o.mul(o.mul(z, z), polynomial(o, z, cosCoefficients));
  return { high: start.high, low: o.add(start.low, o.sub(curve, o.mul(x.high, x.low))) };
}
