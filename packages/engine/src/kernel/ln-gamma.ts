import { ln } from "./ln.ts";
import type { Operations } from "./operations.ts";
export function lnGamma<R, I, T>(o: Operations<R, I, T>, x: R): R {
  let [y, product] = [x, o.real(1)];
  for (let k = 0; k < 10; k++) [product, y] = [o.mul(product, y), o.add(y, o.real(1))];
  const i = o.div(o.real(1), y);
  const z = o.mul(i, i);
  const series = o.mul(i, o.add(o.real(1 / 12), o.mul(z, o.add(o.real(-1 / 360), o.mul(z, o.real(1 / 1260))))));
  const main = o.sub(o.mul(o.sub(y, o.real(0.5)), ln(o, y)), y);
  return o.sub(o.add(o.add(main, o.real(0.9189385332046727)), series), ln(o, product));
}
