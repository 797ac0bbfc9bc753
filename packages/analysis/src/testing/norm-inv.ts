/**
 * The inverse of the standard normal distribution to about 0.002, which is enough for tests that need draws of roughly that shape.
 * Source: Winitzki 2008, "A handy approximation for the error function and its inverse".
 */
export function roughNormInv(p: number): number {
  const a = 0.147;
  const ln = Math.log(4 * p * (1 - p));
  const half = 2 / (Math.PI * a) + ln / 2;
  return Math.sign(p - 0.5) * Math.SQRT2 * Math.sqrt(Math.sqrt(half * half - ln / a) - half);
}
