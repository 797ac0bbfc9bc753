import { type DoubleDouble, fastSum, product, split } from "./double-double.ts";
import { lnSum } from "./ln-sum.ts";
import type { Operations } from "./operations.ts";
import { horner } from "./polynomial.ts";

/** A ratio of polynomials in t, the constant terms first. */
interface Ratio {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

/**
 * (x / q - √(2π)) / q², where x is the result and q = p - 1/2, as a function of t = 185/1024 - q²; for |q| ≤ 0.425. This and the
 * two that follow are derived in coefficients.test.ts.
 */
export const centre: Ratio = {
  over: [
    4.875913478504895, 217.67577185634892, 3798.023293108269, 32878.68992561195, 148278.48390159206, 335071.96414937475,
    332242.80280991556, 102997.022981196, 1074.0097584517587,
  ],
  under: [
    1.0, 50.67000003562662, 1032.7713879540963, 10872.452847581822, 63233.99419158652, 201935.36727999826,
    331784.96180593414, 241331.56467418876, 53901.76348069497,
  ],
};

/** -x - √2 r, where r = √(-ln p), as a function of t = r - 1.5; for r from 1.6 to 5. */
export const nearTail: Ratio = {
  over: [
    -0.8699474145026098, -1.6494624526558364, -1.2507346424205337, -0.49574349646456817, -0.11077546566475309,
    -0.013319090906260883, -0.0007234884596003792, -1.2146850835291421e-5, -9.94531622451787e-9,
  ],
  under: [
    1.0, 2.2638148054057514, 2.107543026607401, 1.0546991070969072, 0.3095906277375269, 0.053515026787168345,
    0.005023599941822373, 0.0002115460977087474, 2.616190326118794e-6,
  ],
};

/** The same as a function of t = r - 5; for r from 5 to 27.5, which is past the smallest double. */
export const farTail: Ratio = {
  over: [
    -0.4131631683643716, -0.19647992605775155, -0.033738347811379535, -0.0025865556962662243, -8.922920979247957e-5,
    -1.2325607879306167e-6, -4.873058525208455e-9, -7.80926070778389e-13,
  ],
  under: [
    1.0, 0.6109587224294954, 0.14335846335226063, 0.016272688323393045, 0.0009288183504678607, 2.5286672689949664e-5,
    2.8117428226137276e-7, 8.631083538956665e-10,
  ],
};

export const centreEnd = 185 / 1024;
const nearTailStart = 1.5;
const farTailStart = 5;

export const rootOfTwo = { high: Math.SQRT2, low: -9.667293313452913e-17 } as const;
export const rootOfTwoPi = { high: 2.5066282746310007, low: -1.8328579980459167e-16 } as const;

/**
 * The inverse of the standard normal distribution: the x below which a share p of it lies, within 1.5 ulp. -∞ at 0, ∞ at 1, NaN
 * outside.
 *
 * In the centre, x = √(2π) q + q³ R(q²); in a tail, x = -(√2 r + D(r)); the first term in two doubles, R and D ratios of
 * polynomials. Source: the division into three and the variables are those of Wichura 1988, Appl. Statist. 37, 477-484 (AS 241);
 * the leading terms are taken out and the ratios are our own, since those give 16 digits and no more.
 */
export function normInv<R, I, T>(o: Operations<R, I, T>, p: R): R {
  const q = fastSum(o, o.real(-0.5), p);
  const isCentral = o.le(o.abs(q.high), o.real(0.425));
  return o.rarely(o.not(isCentral), ofCentre(o, q), ofTail, p);
}

function ofCentre<R, I, T>(o: Operations<R, I, T>, q: DoubleDouble<R>): R {
  const z = o.mul(q.high, q.high);
  const line = product(o, q.high, o.real(rootOfTwoPi.high));
  const rest = o.add(o.mul(q.high, o.real(rootOfTwoPi.low)), o.mul(q.low, o.real(rootOfTwoPi.high)));
  const bend = o.mul(o.mul(q.high, z), ratio(o, centre, o.sub(o.real(centreEnd), z)));
  return o.add(line.high, o.add(o.add(line.low, rest), bend));
}

/** Of a share that is far from a half: of its mirror image where that is above, so that what is small keeps its digits. */
function ofTail<R, I, T>(o: Operations<R, I, T>, p: R): R {
  const [zero, half, one, infinity] = [o.real(0), o.real(0.5), o.real(1), o.real(Infinity)];
  const isLow = o.lt(p, half);
  const size = sizeInTail(o, o.select(isLow, p, o.sub(one, p)));
  const inside = o.and(o.lt(zero, p), o.lt(p, one));
  const value = o.select(isLow, o.neg(size), size);
  const atEnd = o.select(o.eq(p, zero), o.neg(infinity), o.select(o.eq(p, one), infinity, o.real(Number.NaN)));
  return o.select(inside, value, atEnd);
}

/** -x for the share below x, which is at most 0.075. */
function sizeInTail<R, I, T>(o: Operations<R, I, T>, share: R): R {
  const r = rootOfLn(o, share);
  const line = product(o, r.high, o.real(rootOfTwo.high));
  const rest = o.add(o.mul(r.high, o.real(rootOfTwo.low)), o.mul(r.low, o.real(rootOfTwo.high)));
  const near = ratio(o, nearTail, o.sub(r.high, o.real(nearTailStart)));
  const far = ratio(o, farTail, o.sub(r.high, o.real(farTailStart)));
  const bend = o.select(o.le(r.high, o.real(farTailStart)), near, far);
  return o.add(line.high, o.add(o.add(line.low, rest), bend));
}

/** √(-ln p) as a sum. */
function rootOfLn<R, I, T>(o: Operations<R, I, T>, p: R): DoubleDouble<R> {
  const isTiny = o.lt(p, o.real(2 ** -1022));
  const normal = o.select(isTiny, o.mul(p, o.real(2 ** 54)), p);
  const logarithm = lnSum(o, normal, o.select(isTiny, o.real(-54), o.real(0)));
  const square = fastSum(o, o.neg(logarithm.high), o.neg(logarithm.low));
  const high = o.sqrt(square.high);
  const half = split(o, high);
  const left = o.sub(o.sub(square.high, o.mul(half.high, half.high)), o.mul(half.low, o.add(high, half.high)));
  return { high, low: o.div(o.add(left, square.low), o.mul(o.real(2), high)) };
}

function ratio<R, I, T>(o: Operations<R, I, T>, { over, under }: Ratio, t: R): R {
  return o.div(horner(o, t, over), horner(o, t, under));
}
