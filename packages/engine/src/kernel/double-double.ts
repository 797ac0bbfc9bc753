import type { Operations } from "./operations.ts";

/**
 * A number as the sum of two doubles, the second at most about half a unit in the last place of the first: twice the bits.
 * Source: Dekker 1971, Numer. Math. 18, 224-242; Shewchuk 1997, Discrete Comput. Geom. 18, 305-363.
 */
export interface DoubleDouble<R> {
  readonly high: R;
  readonly low: R;
}

/** a + b exactly, where a is 0 or at least as large as b in size. */
export function fastSum<R, I, T>(o: Operations<R, I, T>, a: R, b: R): DoubleDouble<R> {
  const high = o.add(a, b);
  return { high, low: o.add(o.sub(a, high), b) };
}

/** a + b exactly. */
export function sum<R, I, T>(o: Operations<R, I, T>, a: R, b: R): DoubleDouble<R> {
  const high = o.add(a, b);
  const bPart = o.sub(high, a);
  return { high, low: o.add(o.sub(a, o.sub(high, bPart)), o.sub(b, bPart)) };
}

/** A double as two of at most 26 and 27 bits, whose products with another's are exact (but for the last bit of low · low). */
export function split<R, I, T>(o: Operations<R, I, T>, a: R): DoubleDouble<R> {
  const high = o.clearLow(a, 27);
  return { high, low: o.sub(a, high) };
}

/** a · b to 106 bits. */
export function product<R, I, T>(o: Operations<R, I, T>, a: R, b: R): DoubleDouble<R> {
  const high = o.mul(a, b);
  const [x, y] = [split(o, a), split(o, b)];
  const crossed = o.add(o.sub(o.mul(x.high, y.high), high), o.mul(x.high, y.low));
  return { high, low: o.add(o.add(crossed, o.mul(x.low, y.high)), o.mul(x.low, y.low)) };
}

/** (a.high + a.low) · (b.high + b.low) to about 100 bits. */
export function productOf<R, I, T>(o: Operations<R, I, T>, a: DoubleDouble<R>, b: DoubleDouble<R>): DoubleDouble<R> {
  const main = product(o, a.high, b.high);
  const rest = o.add(o.mul(a.high, b.low), o.mul(a.low, b.high));
  return fastSum(o, main.high, o.add(main.low, rest));
}

/** (a.high + a.low) + (b.high + b.low) to about 100 bits, where they do not cancel. */
export function sumOf<R, I, T>(o: Operations<R, I, T>, a: DoubleDouble<R>, b: DoubleDouble<R>): DoubleDouble<R> {
  const main = sum(o, a.high, b.high);
  return fastSum(o, main.high, o.add(main.low, o.add(a.low, b.low)));
}

/** The nearest double, nearly always, to a quotient of sums: the first quotient, and what it leaves over divided once more. */
export function quotient<R, I, T>(o: Operations<R, I, T>, a: DoubleDouble<R>, b: DoubleDouble<R>): R {
  const first = o.div(a.high, b.high);
  const back = product(o, first, b.high);
  const left = o.sub(o.sub(a.high, back.high), back.low);
  const rest = o.sub(o.add(left, a.low), o.mul(first, b.low));
  return o.add(first, o.div(rest, b.high));
}
