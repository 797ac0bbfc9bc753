import { type DoubleDouble, fastSum, product, productOf, sum, sumOf } from "./double-double.ts";
import { ln } from "./ln.ts";
import { lnSum } from "./ln-sum.ts";
import type { Operations } from "./operations.ts";
import { polynomial } from "./polynomial.ts";
import { cosOfRest, sinOfRest } from "./sin-cos.ts";

/** (ln Γ(1 + t) + γ t) / t² for |t| ≤ 1/8; derived in coefficients.test.ts, as are the two that follow. */
export const nearOneCoefficients = [
  0.8224670334241131, -0.4006856343865215, 0.270580808427935, -0.2073855510402332, 0.16955717694440922,
  -0.14404989215778205, 0.12550967707896793, -0.11133512167207539, 0.1000991347046392, -0.09087330826330245,
  0.08333082693977978, -0.08067412154180852, 0.07397481509414094,
] as const;

/** (ln Γ(2 + t) - (1 - γ) t) / t² for |t| ≤ 1/8. */
export const nearTwoCoefficients = [
  0.3224670334241132, -0.06735230105319835, 0.020580808427781157, -0.007385551028457329, 0.002890510331638511,
  -0.0011927539732504292, 0.0005096694279602222, -0.00022314703333910734, 9.946112881038172e-5, -4.536898937757253e-5,
  2.0558020979053142e-5,
] as const;

/** (ln Γ(y) - (y - ½) ln y + y - ½ ln 2π) y as a function of 1/y², for y of at least 8: Stirling's series, cut off. */
export const stirlingCoefficients = [
  0.08333333333333333, -0.002777777777773988, 0.0007936507897524059, -0.0005952365845057049, 0.0008414700852503147,
  -0.001890382993887715, 0.005065905360156132,
] as const;

/** The slopes of ln Γ at its zeros: -γ at 1 and 1 - γ at 2. */
export const slopes = {
  atOne: { high: -0.5772156649015329, low: 4.942915152430645e-18 },
  atTwo: { high: 0.42278433509846713, low: 4.942915152430645e-18 },
} as const;

/** ½ ln 2π - ½ */
export const stirlingConstant = { high: 0.4189385332046727, low: 1.6728209650585413e-17 } as const;

export const lnPi = 1.1447298858494002;

/**
 * ln |Γ(x)|, within 1 ulp for 2^-60 < x < 2^1000 and 2 ulp for other positive x; +∞ at 0 and the negative integers. Between
 * those the error is within 2 units in the last place of the largest of |result|, |ln Γ(-x)| and 1: relative accuracy is lost near
 * the zeros there.
 *
 * Next to the zeros at 1 and 2 a polynomial; elsewhere Stirling's series from 8 on, which smaller arguments reach by
 * ln Γ(x) = ln Γ(x + 8) - ln (x (x + 1) … (x + 7)), all in two doubles so that the difference may cancel.
 * Source: Abramowitz & Stegun 1964, 6.1.15, 6.1.17 and 6.1.40.
 */
export function lnGamma<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const usual = o.and(o.lt(o.real(2 ** -60), x), o.lt(x, o.real(2 ** 1000)));
  return o.rarely(o.not(usual), lnGammaOfUsual(o, x), lnGammaOfUnusual, x);
}

function lnGammaOfUsual<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const [fromOne, fromTwo] = [o.sub(x, o.real(1)), o.sub(x, o.real(2))];
  const nearOne = o.le(o.abs(fromOne), o.real(0.125));
  const nearTwo = o.le(o.abs(fromTwo), o.real(0.125));
  const one = nearZero(o, fromOne, slopes.atOne, nearOneCoefficients);
  const two = nearZero(o, fromTwo, slopes.atTwo, nearTwoCoefficients);
  return o.select(nearOne, one, o.select(nearTwo, two, awayFromZeros(o, x)));
}

/** t (slope + t P(t)), the slope and its product with t to two doubles. */
function nearZero<R, I, T>(
  o: Operations<R, I, T>,
  t: R,
  slope: DoubleDouble<number>,
  coefficients: readonly number[],
): R {
  const factor = fastSum(o, o.real(slope.high), o.mul(t, polynomial(o, t, coefficients)));
  const main = product(o, t, factor.high);
  return o.add(main.high, o.add(main.low, o.mul(t, o.add(factor.low, o.real(slope.low)))));
}

function awayFromZeros<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const small = o.lt(x, o.real(8));
  const y = sum(o, x, o.select(small, o.real(8), o.real(0)));
  const rising = risingProduct(o, x);
  const divisor = {
    high: o.select(small, rising.high, o.real(1)),
    low: o.select(small, rising.low, o.real(0)),
  };
  const less = lnOfSum(o, divisor);
  const stirling = sumOf(o, leading(o, y), { high: o.neg(less.high), low: o.neg(less.low) });
  const inverse = o.div(o.real(1), y.high);
  const series = o.mul(inverse, polynomial(o, o.mul(inverse, inverse), stirlingCoefficients));
  return o.add(stirling.high, o.add(stirling.low, series));
}

/** (y - ½) (ln y - 1) + ½ ln 2π - ½ */
function leading<R, I, T>(o: Operations<R, I, T>, y: DoubleDouble<R>): DoubleDouble<R> {
  const logarithm = lnOfSum(o, y);
  const factor = fastSum(o, logarithm.high, o.real(-1));
  const count = fastSum(o, y.high, o.real(-0.5));
  const main = productOf(
    o,
    { high: count.high, low: o.add(count.low, y.low) },
    { high: factor.high, low: o.add(factor.low, logarithm.low) },
  );
  return sumOf(o, main, { high: o.real(stirlingConstant.high), low: o.real(stirlingConstant.low) });
}

function lnOfSum<R, I, T>(o: Operations<R, I, T>, a: DoubleDouble<R>): DoubleDouble<R> {
  const logarithm = lnSum(o, a.high);
  return { high: logarithm.high, low: o.add(logarithm.low, o.div(a.low, a.high)) };
}

/** x (x + 1) … (x + 7): with w = x (x + 7), (x + k) (x + 7 - k) = w + k (7 - k), so four factors do. */
function risingProduct<R, I, T>(o: Operations<R, I, T>, x: R): DoubleDouble<R> {
  const w = productOf(o, { high: x, low: o.real(0) }, sum(o, x, o.real(7)));
  const plus = (k: number): DoubleDouble<R> => sumOf(o, w, { high: o.real(k), low: o.real(0) });
  return productOf(o, productOf(o, w, plus(6)), productOf(o, plus(10), plus(12)));
}

/** Next to 0, huge, negative, infinite or NaN. */
function lnGammaOfUnusual<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const a = o.abs(x);
  const logarithm = ln(o, a);
  const huge = o.mul(a, o.sub(logarithm, o.real(1)));
  const positive = o.select(o.le(o.real(2 ** 1000), a), huge, o.select(o.eq(x, x), lnGammaOfUsual(o, a), x));
  const anySign = o.select(o.lt(x, o.real(0)), reflected(o, a, positive), positive);
  const finite = o.select(o.le(a, o.real(2 ** -60)), o.neg(logarithm), anySign);
  return o.select(o.eq(a, o.real(Infinity)), a, finite);
}

/** ln |Γ(-a)| = ln π - ln (a |sin πa|) - ln Γ(a), for a > 0. */
function reflected<R, I, T>(o: Operations<R, I, T>, a: R, lnGammaOfA: R): R {
  return o.sub(o.real(lnPi), o.add(ln(o, o.mul(a, sizeOfSinPi(o, a))), lnGammaOfA));
}

/** |sin πa|: exactly 0 at integers. */
function sizeOfSinPi<R, I, T>(o: Operations<R, I, T>, a: R): R {
  const fraction = o.abs(o.sub(a, o.nearest(a)));
  const isSteep = o.le(fraction, o.real(0.25));
  const turn = o.select(isSteep, fraction, o.sub(o.real(0.5), fraction));
  const angle = { high: o.mul(turn, o.real(Math.PI)), low: o.real(0) };
  const [s, c] = [sinOfRest(o, angle), cosOfRest(o, angle)];
  return o.select(isSteep, o.add(s.high, s.low), o.add(c.high, c.low));
}
