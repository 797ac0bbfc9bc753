import { exp } from "./exp.ts";
import { ln } from "./ln.ts";
import type { Operations } from "./operations.ts";

export function pow<R, I, T>(o: Operations<R, I, T>, x: R, y: R): R {
  return exp(o, o.mul(y, ln(o, x)));
}
export function sinh<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return o.mul(o.sub(exp(o, x), exp(o, o.neg(x))), o.real(0.5));
}
export function cosh<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return o.mul(o.add(exp(o, x), exp(o, o.neg(x))), o.real(0.5));
}
export function tanh<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return o.div(sinh(o, x), cosh(o, x));
}
export function sin<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const turn = o.real(2 * Math.PI);
  const r = o.sub(x, o.mul(o.nearest(o.div(x, turn)), turn));
  const z = o.mul(r, r);
  let sum = o.real(0);
  for (let k = 16; k > 0; k--) sum = o.mul(o.div(z, o.real(-2 * k * (2 * k + 1))), o.add(o.real(1), sum));
  return o.add(r, o.mul(r, sum));
}
export function cos<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return sin(o, o.add(x, o.real(Math.PI / 2)));
}
export function tan<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return o.div(sin(o, x), cos(o, x));
}
export function atan<R, I, T>(o: Operations<R, I, T>, x: R): R {
  // Newton on tan from a rational start.
  let t = o.div(x, o.add(o.real(1), o.mul(o.abs(x), o.real(0.6366))));
  for (let k = 0; k < 8; k++) {
    const [s, c] = [sin(o, t), cos(o, t)];
    t = o.sub(t, o.mul(c, o.sub(s, o.mul(x, c))));
  }
  return t;
}
export function asin<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return atan(o, o.div(x, o.sqrt(o.sub(o.real(1), o.mul(x, x)))));
}
export function acos<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return o.sub(o.real(Math.PI / 2), asin(o, x));
}
export function lnGamma<R, I, T>(o: Operations<R, I, T>, x: R): R {
  let [y, product] = [x, o.real(1)];
  for (let k = 0; k < 10; k++) [product, y] = [o.mul(product, y), o.add(y, o.real(1))];
  const i = o.div(o.real(1), y);
  const z = o.mul(i, i);
  const series = o.mul(i, o.add(o.real(1 / 12), o.mul(z, o.add(o.real(-1 / 360), o.mul(z, o.real(1 / 1260))))));
  const main = o.sub(o.mul(o.sub(y, o.real(0.5)), ln(o, y)), y);
  return o.sub(o.add(o.add(main, o.real(0.9189385332046727)), series), ln(o, product));
}
