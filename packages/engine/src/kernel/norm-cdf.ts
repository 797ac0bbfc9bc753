import { product } from "./double-double.ts";
import { expParts, scaleTwice } from "./exp.ts";
import type { Operations } from "./operations.ts";
import { polynomial } from "./polynomial.ts";

/** Where the new variable of the polynomial is 0. */
export const normCdfMiddle = 4;

/** (1 + a) Φ(-a) e^(a²/2) as a function of s = (a - 4) / (a + 4), for a from 0 to 39; derived in coefficients.test.ts. */
export const normCdfCoefficients = [
  0.47205320650984467, -0.09670347732652537, 0.013999634724429484, 0.028600364053505536, -0.03219783742831323,
  0.017936097481063274, -0.005002378585987421, -0.0002856231172674321, 0.0006948970458933204, -9.443010932300517e-5,
  -8.785278100423642e-5, 2.1249416709821007e-5, 1.362512870208532e-5, -3.430553944494517e-6, -2.608039199565658e-6,
  4.02096637961752e-7, 5.432100827612577e-7, 2.8055596826956697e-9, -1.0111129755671242e-7, -1.888137725703163e-8,
  1.134064999612679e-8, 4.347202324981508e-9, 1.9844072305621602e-10,
] as const;

/**
 * Φ(x), the share of the standard normal distribution below x, within 4 ulp;
 * 0 at -∞, 1 at ∞.
 *
 * The tail beyond a = |x| is e^(-a²/2) times a smooth function, which one polynomial in (a - 4) / (a + 4) gives everywhere; a² is
 * held in two doubles. Source: Shepherd & Laframboise 1981, Math. Comp. 36, 249-253, for the change of variable and the factor that
 * keeps the function level; the polynomial is our own.
 */
export function normCdf<R, I, T>(o: Operations<R, I, T>, x: R): R {
  // Beyond 39 the tail is 0 among the doubles. A NaN goes through.
  const a = o.lesser(o.abs(x), o.real(39));
  const middle = o.real(normCdfMiddle);
  const s = o.div(o.sub(a, middle), o.add(a, middle));
  const level = o.div(polynomial(o, s, normCdfCoefficients), o.add(o.real(1), a));
  const square = product(o, a, a);
  const [high, low] = [o.mul(square.high, o.real(-0.5)), o.mul(square.low, o.real(-0.5))];
  const whole = o.greater(high, o.real(-746));
  const { fraction, exponent } = expParts(o, whole, { high: whole, low });
  const tail = scaleTwice(o, o.mul(fraction, level), exponent);
  return o.select(o.lt(o.real(0), x), o.sub(o.real(1), tail), tail);
}
