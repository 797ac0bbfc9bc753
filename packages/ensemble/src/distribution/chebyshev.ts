import { kernels } from "@sequitur/engine";

/**
 * The Chebyshev series that meets a function at the Chebyshev nodes of an interval from 0.
 * Source: Trefethen 2013, "Approximation theory and approximation practice", chapters 3 and 8.
 * @param f       a smooth function on the interval from 0 to `range`
 * @returns  shape [terms]
 */
export function chebyshevFit(f: (x: number) => number, range: number, terms: number): Float64Array {
  const cosine = (quarters: number) => kernels.cos((Math.PI * quarters) / (2 * terms));
  const values = Array.from({ length: terms }, (_, k) => f((range * (1 + cosine(2 * k + 1))) / 2));
  return Float64Array.from({ length: terms }, (_, j) => {
    const sum = values.reduce((total, value, k) => total + value * cosine(j * (2 * k + 1)), 0);
    return (j === 0 ? 1 : 2) * (sum / terms);
  });
}

/** The value of such a series at `x`, by Clenshaw's recurrence (1955, Math. Tables Aids Comput. 9, 118-120). */
export function chebyshevSum(series: Float64Array, range: number, x: number): number {
  const twice = (4 * x) / range - 2;
  let next = 0;
  let afterNext = 0;
  for (let j = series.length - 1; j > 0; j--) {
    const sum = series[j]! + twice * next - afterNext;
    afterNext = next;
    next = sum;
  }
  return series[0]! + (twice / 2) * next - afterNext;
}
