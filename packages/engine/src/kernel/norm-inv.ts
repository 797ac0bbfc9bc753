import { type DoubleDouble, fastSum, product, split } from "./double-double.ts";
import { lnSum } from "./ln-sum.ts";
import { horner } from "./polynomial.ts";
import { scalarOperations as o } from "./scalar-operations.ts";

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
 * outside. For one number only: it is not one of the machine's primitives.
 *
 * In the centre, x = √(2π) q + q³ R(q²); in a tail, x = -(√2 r + D(r)); the first term in two doubles, R and D ratios of
 * polynomials. Source: the division into three and the variables are those of Wichura 1988, Appl. Statist. 37, 477-484 (AS 241);
 * the leading terms are taken out and the ratios are our own, since those give 16 digits and no more.
 */
export function normInv(p: number): number {
  const q = fastSum(o, -0.5, p);
  if (Math.abs(q.high) <= 0.425) return ofCentre(q);
  if (p > 0 && p < 1) return p < 0.5 ? -ofTail(p) : ofTail(1 - p);
  return p === 0 ? Number.NEGATIVE_INFINITY : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
}

function ofCentre(q: DoubleDouble<number>): number {
  const z = q.high * q.high;
  const line = product(o, q.high, rootOfTwoPi.high);
  const rest = q.high * rootOfTwoPi.low + q.low * rootOfTwoPi.high;
  return line.high + (line.low + rest + q.high * z * evaluate(centre, centreEnd - z));
}

/** -x for the share below x, which is at most 0.075. */
function ofTail(share: number): number {
  const r = rootOfLn(share);
  const line = product(o, r.high, rootOfTwo.high);
  const rest = r.high * rootOfTwo.low + r.low * rootOfTwo.high;
  const bend =
    r.high <= farTailStart ? evaluate(nearTail, r.high - nearTailStart) : evaluate(farTail, r.high - farTailStart);
  return line.high + (line.low + rest + bend);
}

/** √(-ln p) as a sum. */
function rootOfLn(p: number): DoubleDouble<number> {
  const logarithm = p < 2 ** -1022 ? lnSum(o, p * 2 ** 54, -54) : lnSum(o, p);
  const square = fastSum(o, -logarithm.high, -logarithm.low);
  const high = Math.sqrt(square.high);
  const half = split(o, high);
  const left = square.high - half.high * half.high - half.low * (high + half.high) + square.low;
  return { high, low: left / (2 * high) };
}

function evaluate({ over, under }: Ratio, t: number): number {
  return horner(o, t, over) / horner(o, t, under);
}
