import type { LaneCode, LaneOperand, Primitive } from "./primitive.ts";

// The full instructions cost a processor without IEEE 754-2019's minimum some eight operations, the pseudo-minimum
// `b < a ? b : a` costs one. With x first and a constant c second it differs from the minimum only where it compares
// zeros, of which x may be either:
//
//   x     c      pmin(x, c)   minimum        x     c      pmax(x, c)   maximum
//   NaN   any    x = NaN      NaN            NaN   any    x = NaN      NaN
//   -0    +0     x = -0       -0             -0    -0     x = -0       -0
//   +0    +0     x = +0       +0             +0    -0     x = +0       +0
//   -0    -0     x = -0       -0             -0    +0     x = -0       +0   (differs)
//   +0    -0     x = +0       -0 (differs)   +0    +0     x = +0       +0
//
// MAX(x, 0) is the commonest of all; adding +0 to its pseudo-maximum mends the one row and changes no other number.

export const min: Primitive<"min"> = {
  scalar: Math.min,
  lanes: (code, a, b) => {
    const [x, c] = constantLast(a, b);
    if (c.constant === undefined || Number.isNaN(c.constant) || Object.is(c.constant, -0))
      both(code, a, b, "f64x2.min");
    else both(code, x, c, "f64x2.pmin");
  },
};

export const max: Primitive<"max"> = {
  scalar: Math.max,
  lanes: (code, a, b) => {
    const [x, c] = constantLast(a, b);
    if (c.constant === undefined || Number.isNaN(c.constant)) return both(code, a, b, "f64x2.max");
    both(code, x, c, "f64x2.pmax");
    if (!Object.is(c.constant, 0)) return;
    code.f.f64x2(0);
    code.f.op("f64x2.add");
  },
};

function constantLast(a: LaneOperand, b: LaneOperand): readonly [LaneOperand, LaneOperand] {
  return a.constant === undefined ? [a, b] : [b, a];
}

function both(
  { f }: LaneCode,
  a: LaneOperand,
  b: LaneOperand,
  name: "f64x2.min" | "f64x2.max" | "f64x2.pmin" | "f64x2.pmax",
): void {
  a.push();
  b.push();
  f.op(name);
}
