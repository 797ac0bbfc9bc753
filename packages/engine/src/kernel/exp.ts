import type { Operations } from "./operations.ts";
import { polynomial } from "./polynomial.ts";

const c = [
  0.5, 0.16666666666666688, 0.041666666666666685, 0.008333333333313774, 0.001388888888887492, 0.0001984126990302591,
  2.4801587345689546e-5, 2.755722919915662e-6, 2.755725493258853e-7, 2.5113763986116326e-8, 2.0920790475099037e-9,
];
const log2e = 1.4426950408889634;
const rounder = 6755399441055744;
const ln2High = 6.9314718036912381649e-1,
  ln2Low = 1.90821492927058770002e-10;
export function exp<R, I, T>(o: Operations<R, I, T>, x: R): R {
  return expOfSum(o, o.lesser(o.greater(x, o.real(-746)), o.real(710)));
}
export function expOfSum<R, I, T>(o: Operations<R, I, T>, x: R, low?: R): R {
  const t = o.add(o.mul(x, o.real(log2e)), o.real(rounder));
  const k = o.sub(t, o.real(rounder));
  const n = o.lowWord(t);
  const a = o.sub(x, o.mul(k, o.real(ln2High)));
  const b0 = o.mul(k, o.real(ln2Low));
  const b = low === undefined ? b0 : o.sub(b0, low);
  const r = o.sub(a, b);
  const q = polynomial(o, r, c);
  const s = o.add(o.real(1), a);
  const e = o.sub(o.add(o.sub(o.real(1), s), a), b);
  const p = o.add(s, o.add(e, o.mul(o.mul(r, r), q)));
  const half = o.shiftRight(n, 1);
  return o.mul(o.mul(p, o.powerOfTwo(half)), o.powerOfTwo(o.subInteger(n, half)));
}
