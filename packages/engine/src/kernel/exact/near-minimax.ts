import type { FixedPoint } from "./fixed-point.ts";

/** A function of a number in fixed point, to all its bits. */
export type ExactFunction = (x: bigint) => bigint;

/** What to fit: a function on an interval, by a polynomial. */
export interface Fit {
  readonly of: ExactFunction;
  readonly from: bigint;
  readonly to: bigint;
  readonly degree: number;
  /**
   * The power of x that the polynomial will be multiplied with, about; 0 where its error counts the same everywhere. Where it is
   * higher the error near 0 matters little, and the fit is better elsewhere.
   */
  readonly weight: number;
}

/**
 * Coefficients, the constant term first, of a polynomial whose largest error is within a small factor of the least possible: it
 * goes through the function at Chebyshev points. A weight x^w stands for w of those points at 0, so the w points nearest to 0 are
 * left out. Source: Trefethen 2013, Approximation Theory and Approximation Practice, chapters 2 and 15.
 */
export function nearMinimax(fx: FixedPoint, fit: Fit): number[] {
  const [middle, half] = [(fit.from + fit.to) / 2n, (fit.to - fit.from) / 2n];
  const points = chebyshevPoints(fx, fit.degree + 1 + fit.weight).map((u) => middle + fx.mul(half, u));
  points.sort((a, b) => Math.sign(Number(size(a) - size(b))));
  return interpolate(fx, fit.of, points.slice(fit.weight)).map((c) => fx.toDouble(c));
}

const size = (a: bigint): bigint => (a < 0n ? -a : a);

/** Zeros of the Chebyshev polynomial of a degree: between -1 and 1. */
function chebyshevPoints(fx: FixedPoint, count: number): bigint[] {
  const pi = fx.pi();
  return Array.from({ length: count }, (_, k) => cosine(fx, (pi * BigInt(2 * k + 1)) / BigInt(2 * count)));
}

function cosine(fx: FixedPoint, angle: bigint): bigint {
  const square = fx.mul(angle, angle);
  let [sum, term] = [0n, fx.one];
  for (let k = 1n; term > 0n || term < -1n; k += 2n) {
    sum += term;
    term = -fx.mul(term, square) / (k * (k + 1n));
  }
  return sum;
}

/** The polynomial through the points, by Newton's divided differences, multiplied out. */
function interpolate(fx: FixedPoint, of: ExactFunction, points: readonly bigint[]): bigint[] {
  const differences = points.map(of);
  for (let order = 1; order < points.length; order++)
    for (let i = points.length - 1; i >= order; i--)
      differences[i] = fx.div(differences[i]! - differences[i - 1]!, points[i]! - points[i - order]!);
  let polynomial: bigint[] = [];
  for (let i = points.length - 1; i >= 0; i--) polynomial = timesRoot(fx, polynomial, points[i]!, differences[i]!);
  return polynomial;
}

/** polynomial · (x - root) + constant */
function timesRoot(fx: FixedPoint, polynomial: readonly bigint[], root: bigint, constant: bigint): bigint[] {
  const result = [0n, ...polynomial];
  for (const [k, c] of polynomial.entries()) result[k] = result[k]! - fx.mul(c, root);
  result[0] = result[0]! + constant;
  return result;
}

/** What to fit by a ratio of polynomials of one degree each: a function of t, where x = t + shift goes from > 0 to a multiple. */
export interface RatioFit {
  readonly of: ExactFunction;
  readonly shift: bigint;
  readonly from: bigint;
  readonly to: bigint;
  readonly degree: number;
}

/**
 * Coefficients of a ratio of polynomials in t, the constant terms first and that of the lower one 1, through the function at
 * points that are spaced by ratio rather than by difference: Chebyshev points u, moved to x = √(from · to) (1 + ku) / (1 - ku).
 */
export function nearMinimaxRatio(fx: FixedPoint, fit: RatioFit): { readonly over: number[]; readonly under: number[] } {
  const { degree } = fit;
  const points = spacedByRatio(fx, fit, 2 * degree + 1);
  const equations = points.map((t) => {
    const value = fit.of(t);
    const powers = powersOf(fx, t, degree);
    return [...powers, ...powers.slice(1).map((power) => -fx.mul(value, power)), value];
  });
  const solution = solve(fx, equations).map((c) => fx.toDouble(c));
  return { over: solution.slice(0, degree + 1), under: [1, ...solution.slice(degree + 1)] };
}

function spacedByRatio(fx: FixedPoint, { from, to, shift }: RatioFit, count: number): bigint[] {
  const centre = fx.sqrt(fx.mul(from, to));
  const root = fx.sqrt(fx.div(to, from));
  const k = fx.div(root - fx.one, root + fx.one);
  return chebyshevPoints(fx, count).map((u) => {
    const step = fx.mul(k, u);
    return fx.div(fx.mul(centre, fx.one + step), fx.one - step) - shift;
  });
}

function powersOf(fx: FixedPoint, t: bigint, degree: number): bigint[] {
  const powers = [fx.one];
  while (powers.length <= degree) powers.push(fx.mul(powers.at(-1)!, t));
  return powers;
}

/** Linear equations, each with its right side last, by Gauss-Jordan elimination with the largest pivot. */
function solve(fx: FixedPoint, equations: bigint[][]): bigint[] {
  const rows = equations.map((row) => [...row]);
  for (let column = 0; column < rows.length; column++) {
    const below = rows.slice(column).map((row) => size(row[column]!));
    const best = below.reduce((at, value, i) => (value > below[at]! ? i : at), 0) + column;
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]!.map((value) => fx.div(value, rows[column]![column]!));
    for (const [i, row] of rows.entries())
      rows[i] = i === column ? pivot : row.map((value, j) => value - fx.mul(row[column]!, pivot[j]!));
  }
  return rows.map((row) => row.at(-1)!);
}
