import type { Operations } from "./operations.ts";

/**
 * c₀ + c₁x + c₂x² + …, by Horner's rule in x² on the even and the odd terms: two chains half as long, which a processor works on
 * at the same time.
 */
export function polynomial<R, I, T>(o: Operations<R, I, T>, x: R, coefficients: readonly number[]): R {
  const square = o.mul(x, x);
  const even = horner(o, square, coefficients, 0, 2);
  const odd = horner(o, square, coefficients, 1, 2);
  return o.add(even, o.mul(odd, x));
}

/** c₀ + c₁x + c₂x² + …, by Horner's rule: the fewest operations. */
export function horner<R, I, T>(
  o: Operations<R, I, T>,
  x: R,
  coefficients: readonly number[],
  first = 0,
  stride = 1,
): R {
  let last = first;
  while (last + stride < coefficients.length) last += stride;
  let sum = o.real(coefficients[last]!);
  for (let k = last - stride; k >= first; k -= stride) sum = o.add(o.mul(sum, x), o.real(coefficients[k]!));
  return sum;
}
