import { type DoubleDouble, fastSum, quotient } from "./double-double.ts";
import type { Operations } from "./operations.ts";
import { type Turned, turnFar, turnNear } from "./quadrant.ts";
import { cosOfRest, nearOrFar, sinOfRest } from "./sin-cos.ts";

/**
 * The tangent of an angle in radians, within 1 ulp for every finite double; NaN of the others. It is the sine over the cosine of
 * the reduced angle, or minus the cosine over the sine in an odd quadrant, each held in two doubles.
 */
export function tan<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return nearOrFar(o, x, tanOfTurned(o, turnNear(o, x)), tanFar);
}

function tanFar<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return tanOfTurned(o, turnFar(o, x));
}

function tanOfTurned<R, I, T>(o: Operations<R, I, T>, { quadrant, rest }: Turned<R, I>): R {
  const [s, c] = [normal(o, sinOfRest(o, rest)), normal(o, cosOfRest(o, rest))];
  const odd = o.isOdd(quadrant);
  const either = (a: R, b: R): R => o.select(odd, a, b);
  const over = { high: either(c.high, s.high), low: either(c.low, s.low) };
  const under = { high: either(s.high, c.high), low: either(s.low, c.low) };
  // The sign is the sine's, which is that of the rest even where it is a zero; c is positive.
  const value = o.copySign(quotient(o, over, under), rest.high);
  return o.negateOdd(value, quadrant);
}

function normal<R, I, T>(o: Operations<R, I, T>, { high, low }: DoubleDouble<R>): DoubleDouble<R> {
  return fastSum(o, high, low);
}
