import { kernels } from "@sequitur/engine";

/**
 * The incomplete beta function, not regularised: the integral of t^(a-1) (1-t)^(b-1) from 0 to x.
 * Source: DLMF 8.17.8, with terms that are all positive, so that nothing cancels.
 * @param x  0 to 1, not included; it takes a number of terms that grows as 1 / (1 - x)      @param a, b  above 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; term > sum * (Number.EPSILON / 4); n++) {
    term *= (x * (a + b + n)) / (a + 1 + n);
    sum += term;
  }
  return (sum * kernels.pow(x, a) * kernels.pow(1 - x, b)) / a;
}

// Newton's method doubles the right digits: a step this small, relative to x, leaves an error below the last one.
const smallStep = 1e-9;
// Halving alone would be done by then.
const maximalTurns = 100;

/**
 * The x below which the integral is `area`, by Newton steps kept inside a shrinking interval.
 * @param area  above 0, and less than the integral up to `end`      @param start  a first guess
 */
export function incompleteBetaInverse(area: number, a: number, b: number, end: number, start: number): number {
  let below = 0;
  let above = end;
  let x = start;
  for (let turn = 0; turn < maximalTurns; turn++) {
    const excess = incompleteBeta(x, a, b) - area;
    if (excess > 0) above = x;
    else below = x;
    const step = excess / (kernels.pow(x, a - 1) * kernels.pow(1 - x, b - 1));
    if (Math.abs(step) <= smallStep * x) return x - step;
    x = x - step > below && x - step < above ? x - step : (below + above) / 2;
  }
  return x;
}
