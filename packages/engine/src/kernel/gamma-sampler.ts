import { ln } from "./ln.ts";
import { noiseOf, uniforms } from "./noise.ts";
import { normInv } from "./norm-inv.ts";
import type { Loop } from "./operations.ts";

// Of an attempt, nineteen in twenty succeed or more: this many in a row do not fail.
const attempts = 500;

/**
 * Gamma of a shape of 1 or more, with scale 1: (shape, noise) → number. An attempt takes v = (1 + c x)³ of a normal x, with
 * d = shape - 1/3 and c = 1/√(9 d), and keeps d v where ln u < x²/2 + d - d v + d ln v.
 * Source: Marsaglia & Tsang 2000, ACM TOMS 26, 363-372.
 */
export const gammaByRejection: Loop = {
  name: "gammaByRejection",
  start: (o) => [o.real(0), o.real(-1)],
  goesOn: (o, [attempt, value], [shape]) =>
    o.and(o.and(o.lt(value!, o.real(0)), o.lt(attempt!, o.real(attempts))), o.le(o.real(1), shape!)),
  next: (o, [attempt], [shape, ...noise]) => {
    const [zero, one] = [o.real(0), o.real(1)];
    const [u, w] = uniforms(o, noiseOf(noise), attempt!);
    const x = o.call(normInv, u);
    const d = o.sub(shape!, o.real(1 / 3));
    const root = o.add(one, o.div(x, o.sqrt(o.mul(o.real(9), d))));
    const v = o.mul(o.mul(root, root), root);
    const free = o.add(o.mul(o.mul(x, x), o.real(0.5)), d);
    const bound = o.add(o.sub(free, o.mul(d, v)), o.mul(d, o.call(ln, v)));
    const isKept = o.and(o.lt(zero, v), o.lt(o.call(ln, w), bound));
    return [o.add(attempt!, one), o.select(isKept, o.mul(d, v), o.real(-1))];
  },
  result: (o, [, value]) => o.select(o.lt(value!, o.real(0)), o.real(Number.NaN), value!),
};
