import { dimensionless } from "../units/unit.ts";
import type { Builtin } from "./builtin.ts";
import { pure } from "./pure.ts";
import { apply, clock, literal } from "./term.ts";
import { asFirst, over } from "./unit-rules.ts";

const { add, sub, mul, div, eq, floor, lt, abs, pow, nearest, select } = apply;

const ISEE = "iseesystems.com/resources/help/v2";

export const rootN = pure({
  id: "root-n",
  names: { xmile: "ROOTN" },
  args: ["x", "order"],
  units: ([, order], check) => {
    check.dimensionless(order, 1);
    return undefined;
  },
  meaning: (x, order) => {
    const whole = nearest(order);
    const root = pow(abs(x), div(1, whole));
    const isEven = eq(whole, mul(2, floor(div(whole, 2))));
    return select(lt(x, 0), select(isEven, Number.NaN, sub(0, root)), root);
  },
  says: "The root of x of an order that is rounded to a whole number; a negative x has odd roots only.",
  source: `${ISEE}, Mathematical builtins (not in XMILE 1.0); negative x held to a run of Stella's (tests of BPTK-Py, "test_rootn")`,
  cases: [
    [[-27, 3], -3],
    [[144, 2], 12],
    [[-4, 2], Number.NaN],
  ],
});

export const percent = pure({
  id: "percent",
  names: { xmile: "PERCENT" },
  args: ["fraction"],
  units: asFirst,
  meaning: (fraction) => mul(fraction, 100),
  says: "A hundred times the fraction.",
  source: `${ISEE}, Mathematical builtins (not in XMILE 1.0)`,
  cases: [[[0.8], 80]],
});

/** Counts in the time of the step, like the test inputs; a millionth of a step is rounding. */
export const counter = pure({
  id: "counter",
  names: { xmile: "COUNTER" },
  args: ["start", "finish"],
  units: ([start, finish], check) => check.same(start, finish),
  meaning: (start, finish) => {
    const elapsed = sub(clock("stepTime"), clock("initial"));
    const round = sub(finish, start);
    const rounds = floor(div(add(elapsed, mul(clock("step"), 1e-6)), round));
    return add(start, sub(elapsed, mul(round, rounds)));
  },
  says: "Counts the time from the start up to, and without, the finish, and begins again.",
  source: `${ISEE} (not in XMILE 1.0); held to a run of Stella's (tests of BPTK-Py, "test_clocktime"), where the run began at the start`,
  cases: [],
  timedCases: [
    [0, 0.25, [1, 8], 1],
    [6.75, 0.25, [1, 8], 7.75],
    [7, 0.25, [1, 8], 1],
    [7.25, 0.25, [1, 8], 1.25],
  ],
});

export const cgrowth = pure({
  id: "cgrowth",
  names: { xmile: "CGROWTH" },
  args: ["percentage"],
  units: (_, check) => over(dimensionless, check.timeUnit),
  meaning: (percentage) => div(sub(pow(add(1, div(percentage, 100)), clock("step")), 1), clock("step")),
  says: "The fraction to grow by, by the unit of time, so that step upon step it comes to the percentage in a unit of time.",
  source:
    'bptk.transentis.com, Deterministic Functions, CGROWTH; held to a run of Stella\'s (tests of BPTK-Py, "test_cgrowth")',
  cases: [],
});

export const derivN: Builtin = {
  id: "derivn",
  names: { xmile: "DERIVN" },
  args: ["input", "order"],
  units: () => undefined,
  behaviour: {
    kind: "memory",
    expand: ([input, order], make) => {
      const times = make.constant(order!, "order") ?? 1;
      const step = make.call("clock-step");
      let value = input!;
      for (let k = 1; k <= times; k++) {
        const before = make.previous(`before ${k}`, value);
        value = make.auxiliary(`derivative ${k}`, make.call("divide", make.call("subtract", value, before), step));
      }
      const half = make.call("divide", step, make.number(2));
      const elapsed = make.call("subtract", make.call("clock-time"), make.call("clock-initial"));
      const known = make.call("multiply", make.number(times), step);
      const isKnown = make.call("greater", make.call("add", elapsed, half), known);
      return make.call("if-then-else", isKnown, value, make.number(0));
    },
  },
  says: "The derivative of that order by time, from the last steps; 0 until there are as many steps as the order.",
  source: `${ISEE} (not in XMILE 1.0); the start held to a run of Stella's (tests of BPTK-Py, "test_derivn")`,
  cases: [],
};

export const notANumber = pure({
  id: "nan",
  names: { xmile: "NAN" },
  args: [],
  units: () => undefined,
  meaning: () => literal(Number.NaN),
  says: "Not a number.",
  source: `${ISEE}, Mathematical builtins (not in XMILE 1.0)`,
  cases: [[[], Number.NaN]],
});
