import type { Operations } from "./operations.ts";
import { polynomial } from "./polynomial.ts";

const c = [
  0.6666666666666746, 0.39999999999353647, 0.28571428753714795, 0.2222219756001256, 0.18183611511451078,
  0.15312947958684828, 0.14806166077783192,
];
const ln2High = 6.9314718036912381649e-1,
  ln2Low = 1.90821492927058770002e-10;
export function ln<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const usual = o.and(o.le(o.real(2 ** -1022), x), o.lt(x, o.real(Infinity)));
  return o.rarely(o.not(usual), lnOfNormal(o, x), lnAnywhere, x);
}
function lnAnywhere<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const r = o.sub(lnOfNormal(o, o.mul(x, o.real(2 ** 54))), o.real(37.42994775023705));
  const special = o.select(o.eq(x, o.real(Infinity)), x, o.select(o.eq(x, o.real(0)), o.real(-Infinity), o.real(NaN)));
  return o.select(o.and(o.lt(o.real(0), x), o.lt(x, o.real(Infinity))), r, special);
}
function lnOfNormal<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const e = o.shiftRight(o.subInteger(o.highWord(x), o.integer(0x3fe6a09e)), 20);
  const m = o.scale(x, o.subInteger(o.integer(0), e));
  const k = o.toReal(e);
  const f = o.sub(m, o.real(1));
  const s = o.div(f, o.add(f, o.real(2)));
  const z = o.mul(s, s);
  const r = o.mul(z, polynomial(o, z, c));
  const half = o.mul(o.mul(f, f), o.real(0.5));
  const tail = o.add(o.mul(s, o.add(half, r)), o.mul(k, o.real(ln2Low)));
  return o.sub(o.mul(k, o.real(ln2High)), o.sub(o.sub(half, tail), f));
}
