import { fastSum } from "./double-double.ts";
import { FixedPoint } from "./exact/fixed-point.ts";
import { rounder } from "./exp.ts";
import type { Operations, Table } from "./operations.ts";
import { horner } from "./polynomial.ts";
import { halfPi } from "./quadrant.ts";

/** (atan √z / √z - 1) / z for 0 ≤ z ≤ (3/32)²; derived in coefficients.test.ts. */
export const atanCoefficients = [
  -0.33333333333333304, 0.19999999999939258, -0.14285714242582737, 0.11111096837593228, -0.09088501262097551,
  0.07491082280497834,
] as const;

/**
 * The arc tangent in radians, within 0.8 ulp.
 *
 * With y the lesser of |x| and 1/|x|, and c the multiple of 1/16 that is nearest to it, atan y = atan c + atan t, where
 * t = (y - c) / (1 + c y) is at most 1/32: so the roundings of t count little beside the table's atan c. Where that is small itself,
 * for y below 3/32, t is y. For |x| above 1, t = (1 - c |x|) / (|x| + c) and the result is π/2 less it.
 */
export function atan<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const a = o.abs(x);
  const large = o.lt(o.real(1), a);
  const row = nearestRow(o, o.select(large, o.div(o.real(1), a), a));
  const c = o.entry(atanTable, row, 0);
  const t = o.select(large, inverted(o, a, c), o.div(o.sub(a, c), o.add(o.real(1), o.mul(a, c))));
  const table = { high: o.entry(atanTable, row, 1), low: o.entry(atanTable, row, 2) };
  const z = o.mul(t, t);
  const curve = o.mul(o.mul(t, z), horner(o, z, atanCoefficients));
  const straight = fastSum(o, table.high, t);
  const low = o.add(o.add(straight.low, table.low), curve);
  const rest = fastSum(o, o.real(halfPi.high), o.neg(straight.high));
  const complement = o.add(rest.high, o.add(rest.low, o.sub(o.real(halfPi.low), low)));
  return o.copySign(o.select(large, complement, o.add(straight.high, low)), x);
}

/** (1 - c a) / (a + c), the product exact: c has 4 bits. The quotient of an infinite a is 0. */
function inverted<R, I, T>(o: Operations<R, I, T>, a: R, c: R): R {
  const high = o.clearLow(a, 27);
  const over = o.sub(o.sub(o.real(1), o.mul(high, c)), o.mul(o.sub(a, high), c));
  return o.select(o.lt(a, o.real(2 ** 60)), o.div(over, o.add(a, c)), o.div(o.real(1), a));
}

const rows = 32;

/** The nearest to 16 y, for y from 0 to 1. */
function nearestRow<R, I, T>(o: Operations<R, I, T>, y: R): I {
  const rounded = o.add(o.mul(y, o.real(16)), o.real(rounder));
  return o.andInteger(o.lowWord(rounded), o.integer(rows - 1));
}

/** Columns: c, and atan c as a sum, for c of 0 to 16 sixteenths; then nothing, and nothing in the rows that no y comes to. */
const atanTable: Table = { columns: 4, values: makeAtanTable() };

function makeAtanTable(): Float64Array<ArrayBuffer> {
  const fx = new FixedPoint(160);
  const values = new Float64Array(rows * 4);
  for (let row = 2; row <= 16; row++) {
    const angle = fx.atan(fx.ratio(row, 16));
    const high = fx.toDouble(angle);
    values.set([row / 16, high, fx.toDouble(angle - fx.of(high)), 0], row * 4);
  }
  return values;
}
