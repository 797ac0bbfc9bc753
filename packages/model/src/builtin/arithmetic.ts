import { pure } from "./pure.ts";
import { apply, type Term } from "./term.ts";
import { allAlike, asFirst, over, powerUnits, toThe } from "./unit-rules.ts";

const { add, sub, mul, div, eq, gt, le, select, trunc, floor } = apply;

export const abs = pure({
  id: "abs",
  names: { vensim: "ABS", xmile: "ABS" },
  args: ["x"],
  units: asFirst,
  meaning: (x) => apply.abs(x),
  says: "The size of x, without its sign.",
  source: "vensim.com/documentation/fn_abs.html; XMILE 1.0, 3.5.1",
  cases: [
    [[-2.5], 2.5],
    [[-0], 0],
  ],
});

export const min = pure({
  id: "min",
  names: { vensim: "MIN", xmile: "MIN" },
  args: ["a", "b"],
  units: allAlike,
  meaning: (a, b) => apply.min(a, b),
  says: "The smaller of the two.",
  source: "vensim.com/documentation/fn_min.html; XMILE 1.0, 3.5.1",
  cases: [
    [[3, -4], -4],
    [[0, -0], -0],
    [[Number.NaN, 1], Number.NaN],
  ],
});

export const max = pure({
  id: "max",
  names: { vensim: "MAX", xmile: "MAX" },
  args: ["a", "b"],
  units: allAlike,
  meaning: (a, b) => apply.max(a, b),
  says: "The larger of the two.",
  source: "vensim.com/documentation/fn_max.html; XMILE 1.0, 3.5.1",
  cases: [
    [[3, -4], 3],
    [[-0, 0], 0],
    [[1, Number.NaN], Number.NaN],
  ],
});

export const integer = pure({
  id: "integer",
  names: { vensim: "INTEGER" },
  args: ["x"],
  units: asFirst,
  meaning: (x) => trunc(x),
  says: "Drops what stands after the decimal point: rounds towards zero.",
  source: "vensim.com/documentation/fn_integer.html",
  cases: [
    [[7.9], 7],
    [[-7.9], -7],
    [[-0.4], -0],
  ],
});

export const int = pure({
  id: "int",
  names: { xmile: "INT" },
  args: ["x"],
  units: asFirst,
  meaning: (x) => floor(x),
  says: "The largest integer not above x: rounds down.",
  source: "XMILE 1.0, 3.5.1",
  cases: [
    [[7.9], 7],
    [[-7.9], -8],
  ],
});

export const round = pure({
  id: "round",
  names: { xmile: "ROUND" },
  args: ["x"],
  units: asFirst,
  // Half goes away from zero; adding a half to 0.49999999999999994 would round up to 1, so the rest is compared instead.
  meaning: (x) => {
    const whole = trunc(x);
    const rest = apply.abs(sub(x, whole));
    const away = select(gt(x, 0), 1, -1);
    return select(apply.ge(rest, 0.5), add(whole, away), whole);
  },
  says: "The nearest integer; a half goes away from zero.",
  source: "iseesystems.com/resources/help/v2, Mathematical builtins (not in XMILE 1.0); ties not checked against a run",
  cases: [
    [[2.5], 3],
    [[-2.5], -3],
    [[0.49999999999999994], 0],
    [[-0.2], -0],
  ],
});

export const modulo = pure({
  id: "modulo",
  names: { vensim: "MODULO", xmile: "MODULO" },
  args: ["a", "b"],
  units: allAlike,
  meaning: (a, b) => select(eq(b, 0), 0, sub(a, mul(b, trunc(div(a, b))))),
  says: "What is left of a after taking away whole multiples of b; it has the sign of a. With b = 0 it is 0.",
  // XMILE 1.0, 3.3.1 leaves the sign of MOD open; a run with the sign of a is in the SDXorg test models ("rounding").
  source: "vensim.com/documentation/fn_modulo.html (a - QUANTUM(a, b), and the sign as in C)",
  cases: [
    [[9, 5], 4],
    [[-10, 3], -1],
    [[5, -3], 2],
    [[5, 0], 0],
  ],
});

export const quantum = pure({
  id: "quantum",
  names: { vensim: "QUANTUM" },
  args: ["a", "b"],
  units: allAlike,
  meaning: (a, b) => select(le(b, 0), a, mul(b, trunc(div(a, b)))),
  says: "a cut, towards zero, to a whole multiple of b; a itself where b is not above 0.",
  source: "vensim.com/documentation/fn_quantum.html",
  cases: [
    [[1.9, 1], 1],
    [[-1.9, 1], -1],
    [[-0.9, 1], -0],
    [[423, 63], 378],
    [[3.3, 0], 3.3],
    [[3.3, -1], 3.3],
  ],
});

export const powerOf = pure({
  id: "power-of",
  names: { vensim: "POWER" },
  args: ["base", "exponent"],
  units: powerUnits,
  meaning: (base, exponent) => apply.pow(base, exponent),
  says: "base to the power of exponent.",
  source: "vensim.com/documentation/fn_power.html",
  cases: [
    [[2, 10], 1024],
    [[4, 0.5], 2],
    [[2, -1], 0.5],
  ],
});

export const sqrt = pure({
  id: "sqrt",
  names: { vensim: "SQRT", xmile: "SQRT" },
  args: ["x"],
  units: ([x]) => toThe(x, 0.5),
  meaning: (x) => apply.sqrt(x),
  says: "The square root.",
  source: "vensim.com/documentation/fn_sqrt.html; XMILE 1.0, 3.5.1",
  cases: [
    [[2], Math.SQRT2],
    [[-1], Number.NaN],
    [[-0], -0],
  ],
});

/** Below this a divisor counts as zero in XIDZ and ZIDZ, as their pages say. */
const TINY = 1e-6;

export const xidz = pure({
  id: "xidz",
  names: { vensim: "XIDZ" },
  args: ["a", "b", "x"],
  units: ([a, b, x], check) => check.same(over(a, b), x),
  meaning: (a, b, x) => select(isTiny(b), x, div(a, b)),
  says: "a / b, or x where b is zero (or within 1e-6 of it).",
  source: "vensim.com/documentation/fn_xidz.html",
  cases: [
    [[1, 0, 5], 5],
    [[6, -3, 5], -2],
    [[1, 9e-7, 5], 5],
  ],
});

export const zidz = pure({
  id: "zidz",
  names: { vensim: "ZIDZ" },
  args: ["a", "b"],
  units: ([a, b]) => over(a, b),
  meaning: (a, b) => select(isTiny(b), 0, div(a, b)),
  says: "a / b, or 0 where b is zero (or within 1e-6 of it).",
  source: "vensim.com/documentation/fn_zidz.html",
  cases: [
    [[1, 0], 0],
    [[6, -3], -2],
    [[1, -9e-7], 0],
  ],
});

function isTiny(x: Term): Term {
  return apply.lt(apply.abs(x), TINY);
}

export const safediv = pure({
  id: "safediv",
  names: { xmile: "SAFEDIV" },
  args: ["a", "b", "on zero?"],
  defaults: [0],
  units: ([a, b, onZero], check) => check.same(over(a, b), onZero),
  meaning: (a, b, onZero) => select(eq(b, 0), onZero, div(a, b)),
  says: "a / b, or the third argument (0 if left out) where b is zero.",
  source: "iseesystems.com/resources/help/v2, Mathematical builtins (not in XMILE 1.0)",
  cases: [
    [[1, 0, 7], 7],
    [[6, -3, 7], -2],
    [[0, -0, 7], 7],
  ],
});
