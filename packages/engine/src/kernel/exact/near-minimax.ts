import type { FixedPoint } from "./fixed-point.ts";

/** What to fit: a function on an interval, by a polynomial. */
export interface Fit {
  /** Its value, to all bits, at a number of the fixed-point arithmetic. */
  readonly of: (x: bigint) => bigint;
  readonly from: bigint;
  readonly to: bigint;
  readonly degree: number;
  /**
   * The power of x that the error is multiplied with when the polynomial is used; 0 where it counts the same everywhere.
   * Where it is higher, the error near 0 matters little and the fit is better elsewhere.
   */
  readonly weight: number;
}

/**
 * Coefficients, the constant term first, of a polynomial whose largest error is within a small factor of the least possible: it
 * goes through the function at Chebyshev points. A weight x^w stands for w of those points at 0, so the w points nearest to 0 are
 * left out. Source: Trefethen 2013, Approximation Theory and Approximation Practice, chapters 2 and 15.
 */
export function nearMinimax(fx: FixedPoint, fit: Fit): number[] {
  const points = chebyshevPoints(fx, fit.from, fit.to, fit.degree + 1 + fit.weight);
  const nearest = points.toSorted((a, b) => Number(size(a) - size(b) > 0n) - Number(size(a) - size(b) < 0n));
  return interpolate(fx, fit.of, nearest.slice(fit.weight)).map((c) => fx.toDouble(c));
}

const size = (a: bigint): bigint => (a < 0n ? -a : a);

/** Zeros of the Chebyshev polynomial of a degree, moved to an interval. */
function chebyshevPoints(fx: FixedPoint, from: bigint, to: bigint, count: number): bigint[] {
  const pi = fx.pi();
  return Array.from({ length: count }, (_, k) => {
    const cosine = cosineOf(fx, (pi * BigInt(2 * k + 1)) / BigInt(2 * count));
    return (from + to + fx.mul(to - from, cosine)) / 2n;
  });
}

function cosineOf(fx: FixedPoint, angle: bigint): bigint {
  const square = fx.mul(angle, angle);
  let [sum, term] = [0n, fx.one];
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    sum += term;
    term = -fx.mul(term, square) / (k * (k + 1n));
  }
  return sum;
}

/** The polynomial through the points, by Newton's divided differences, multiplied out. */
function interpolate(fx: FixedPoint, of: (x: bigint) => bigint, points: readonly bigint[]): bigint[] {
  const differences = points.map(of);
  for (let order = 1; order < points.length; order++)
    for (let i = points.length - 1; i >= order; i--)
      differences[i] = fx.div(differences[i]! - differences[i - 1]!, points[i]! - points[i - order]!);
  return differences.reduceRight<bigint[]>((polynomial, difference, i) => {
    const times = [0n, ...polynomial];
    for (const [k, c] of polynomial.entries()) times[k] = times[k]! - fx.mul(c, points[i]!);
    times[0] = times[0]! + difference;
    return times;
  }, []);
}
