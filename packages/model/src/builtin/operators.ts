import { dimensionless } from "../units/unit.ts";
import type { PureBuiltin } from "./builtin.ts";
import { pure } from "./pure.ts";
import { apply, type PrimitiveName, type Term } from "./term.ts";
import { allAlike, asFirst, compared, over, powerUnits, times } from "./unit-rules.ts";

const { numberOf, truthOf } = apply;
const source = "vensim.com/documentation/ref_operators.html; XMILE 1.0, 3.3.1";

export const add = pure({
  id: "add",
  names: {},
  args: ["a", "b"],
  units: allAlike,
  meaning: (a, b) => apply.add(a, b),
  says: "a + b",
  source,
  cases: [
    [[0.1, 0.2], 0.30000000000000004],
    [[-0, -0], -0],
  ],
});

export const subtract = pure({
  id: "subtract",
  names: {},
  args: ["a", "b"],
  units: allAlike,
  meaning: (a, b) => apply.sub(a, b),
  says: "a - b",
  source,
  cases: [
    [[2, 3], -1],
    [[0, 0], 0],
  ],
});

export const multiply = pure({
  id: "multiply",
  names: {},
  args: ["a", "b"],
  units: ([a, b]) => times(a, b),
  meaning: (a, b) => apply.mul(a, b),
  says: "a * b",
  source,
  cases: [
    [[-3, 0], -0],
    [[Number.POSITIVE_INFINITY, 0], Number.NaN],
  ],
});

export const divide = pure({
  id: "divide",
  names: {},
  args: ["a", "b"],
  units: ([a, b]) => over(a, b),
  meaning: (a, b) => apply.div(a, b),
  says: "a / b",
  source,
  cases: [
    [[1, 0], Number.POSITIVE_INFINITY],
    [[0, 0], Number.NaN],
  ],
});

export const power = pure({
  id: "power",
  names: {},
  args: ["base", "exponent"],
  units: powerUnits,
  meaning: (base, exponent) => apply.pow(base, exponent),
  says: "base ^ exponent",
  source,
  cases: [
    [[2, 10], 1024],
    [[0, 0], 1],
    [[-8, 1 / 3], Number.NaN],
  ],
});

export const negate = pure({
  id: "negate",
  names: {},
  args: ["a"],
  units: asFirst,
  meaning: (a) => apply.neg(a),
  says: "-a",
  source,
  cases: [
    [[3], -3],
    [[0], -0],
  ],
});

const comparison = (id: string, says: string, primitive: PrimitiveName, cases: PureBuiltin["cases"]): PureBuiltin =>
  pure({
    id,
    names: {},
    args: ["a", "b"],
    units: compared,
    meaning: (a, b) => numberOf(apply[primitive](a, b)),
    says,
    source,
    cases,
  });

export const less = comparison("less", "1 where a < b, else 0", "lt", [
  [[1, 2], 1],
  [[2, 2], 0],
  [[Number.NaN, 1], 0],
]);
export const lessOrEqual = comparison("less-or-equal", "1 where a <= b, else 0", "le", [
  [[2, 2], 1],
  [[3, 2], 0],
]);
export const greater = comparison("greater", "1 where a > b, else 0", "gt", [
  [[2, 1], 1],
  [[2, 2], 0],
]);
export const greaterOrEqual = comparison("greater-or-equal", "1 where a >= b, else 0", "ge", [
  [[2, 2], 1],
  [[1, 2], 0],
]);
export const equal = comparison("equal", "1 where a = b, else 0", "eq", [
  [[0, -0], 1],
  [[1, 2], 0],
  [[Number.NaN, Number.NaN], 0],
]);
export const notEqual = comparison("not-equal", "1 where a and b differ, else 0", "ne", [
  [[1, 2], 1],
  [[2, 2], 0],
]);

const logic = (
  id: string,
  says: string,
  meaning: (a: Term, b: Term) => Term,
  cases: PureBuiltin["cases"],
): PureBuiltin => pure({ id, names: {}, args: ["a", "b"], units: () => dimensionless, meaning, says, source, cases });

export const and = logic(
  "and",
  "1 where both are true, else 0",
  (a, b) => numberOf(apply.and(truthOf(a), truthOf(b))),
  [
    [[2, -1], 1],
    [[1, 0], 0],
  ],
);
export const or = logic("or", "1 where either is true, else 0", (a, b) => numberOf(apply.or(truthOf(a), truthOf(b))), [
  [[0, 0.1], 1],
  [[0, -0], 0],
]);

export const not = pure({
  id: "not",
  names: {},
  args: ["a"],
  units: () => dimensionless,
  meaning: (a) => numberOf(apply.not(truthOf(a))),
  says: "1 where a is false, else 0",
  source,
  cases: [
    [[0], 1],
    [[0.5], 0],
  ],
});
