import { type DoubleDouble, fastSum } from "./double-double.ts";
import { FixedPoint } from "./exact/fixed-point.ts";
import { ln2 } from "./exp.ts";
import { takeApart } from "./ln.ts";
import type { Operations, Table } from "./operations.ts";
import { horner } from "./polynomial.ts";

/** (ln(1 + r) - r + r²/2) / r³ for |r| ≤ 2^-7; derived in coefficients.test.ts. */
export const lnSumCoefficients = [
  0.33333333333333853, -0.25000000000000466, 0.19999999951346342, -0.166666666228783, 0.14287044901831755,
  -0.1250119755601512,
] as const;

/**
 * The natural logarithm of a positive normal double as a sum, to about 67 bits, relative, also where x is near 1.
 *
 * The significand m is taken to near 1 by a table's 1/c of so few bits that r = m/c - 1 is an exact double, |r| < 2^-7. Then
 * ln x = k ln 2 + ln c + r - r²/2 + r³ P(r), where the first two terms add up exactly and r² is made exact by splitting r.
 * Source: Tang 1990, ACM TOMS 16, 378-400, for the table; the choice of c and the exact steps are our own.
 * @param shift  is added to the exponent of x
 */
export function lnSum<R, I, T>(o: Operations<R, I, T>, x: R, shift?: R): DoubleDouble<R> {
  const { exponent, significand } = takeApart(o, x);
  const row = rowOf(o, x);
  const whole = o.toReal(exponent);
  const k = shift === undefined ? whole : o.add(whole, shift);
  const r = reduced(o, significand, o.entry(lnTable, row, 0));
  const base = o.add(o.mul(k, o.real(ln2.high)), o.entry(lnTable, row, 1));
  const baseLow = o.add(o.mul(k, o.real(ln2.low)), o.entry(lnTable, row, 2));
  const linear = fastSum(o, base, r);
  const rHigh = o.clearLow(r, 27);
  const squareHigh = o.mul(o.mul(rHigh, rHigh), o.real(-0.5));
  const squareLow = o.mul(o.mul(o.sub(rHigh, r), o.add(r, rHigh)), o.real(0.5));
  const quadratic = fastSum(o, linear.high, squareHigh);
  const cubic = o.mul(o.mul(o.mul(r, r), r), horner(o, r, lnSumCoefficients));
  const small = o.add(o.add(squareLow, baseLow), o.add(linear.low, quadratic.low));
  return { high: quadratic.high, low: o.add(small, cubic) };
}

const rows = 128;

/** The upper word of the smallest significand; its rows are 2^-8 wide below 1 and 2^-7 above. */
const firstWord = 0x3fe6a000;

function rowOf<R, I, T>(o: Operations<R, I, T>, x: R): I {
  const offset = o.subInteger(o.highWord(x), o.integer(firstWord));
  return o.andInteger(o.shiftRight(offset, 13), o.integer(rows - 1));
}

/** m · inverse - 1 exactly: 1/c has at most 8 bits, so each half of m has an exact product with it. */
function reduced<R, I, T>(o: Operations<R, I, T>, m: R, inverse: R): R {
  const mHigh = o.clearLow(m, 32);
  const high = o.sub(o.mul(mHigh, inverse), o.real(1));
  return o.add(high, o.mul(o.sub(m, mHigh), inverse));
}

/** Where the significands of a row begin and end, in 256ths. */
function boundsOf(row: number): readonly [from: number, to: number] {
  const belowOne = (0x3ff00000 - firstWord) >> 13;
  return row < belowOne
    ? [256 - (belowOne - row), 256 - (belowOne - row) + 1]
    : [256 + 2 * (row - belowOne), 256 + 2 * (row - belowOne) + 2];
}

/**
 * 1/c, as a multiple of 2^-7 for significands below 1 and of 2^-8 above: then m/c - 1 is a multiple of 2^-60 below 2^-7 in size.
 * Next to 1 it is 1, so that the logarithm is as exact there as its argument.
 */
function inverseOf(row: number): number {
  const [from, to] = boundsOf(row);
  if (from === 256 || to === 256) return 1;
  const unit = to < 256 ? 128 : 256;
  return Math.round((unit * 512) / (from + to)) / unit;
}

/** Columns: 1/c; ln c to 42 bits, so that it adds up exactly with a multiple of ln 2; the rest of ln c; nothing. */
export const lnTable: Table = { columns: 4, values: makeLnTable() };

function makeLnTable(): Float64Array<ArrayBuffer> {
  const fx = new FixedPoint(160);
  const values = new Float64Array(rows * 4);
  for (let row = 0; row < rows; row++) {
    const inverse = inverseOf(row);
    const logarithm = -fx.ln(fx.of(inverse));
    const high = Math.round(fx.toDouble(logarithm) * 2 ** 42) / 2 ** 42;
    values.set([inverse, high, fx.toDouble(logarithm - fx.of(high)), 0], row * 4);
  }
  return values;
}
