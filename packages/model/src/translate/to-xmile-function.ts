import { timeNames } from "../resolve/time-variables.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { ExpressionMaker } from "./expression-maker.ts";
import type { Args, Rewriting } from "./to-vensim-function.ts";

const renamed =
  (name: string): Rewriting =>
  (args, make) =>
    make.call(name, ...args);

const ifElse = (make: ExpressionMaker, test: SyntaxExpr, yes: SyntaxExpr, no: SyntaxExpr) =>
  make.call("IF_THEN_ELSE", test, yes, no);

/** XIDZ and ZIDZ take a divisor this near to zero for zero. */
const isTiny = (make: ExpressionMaker, x: SyntaxExpr) => make.binary("less", make.call("ABS", x), make.number(1e-6));

function towardsZero(make: ExpressionMaker, x: SyntaxExpr): SyntaxExpr {
  const isUp = make.binary("greater-or-equal", x, make.number(0));
  return ifElse(make, isUp, make.call("INT", x), make.negate(make.call("INT", make.negate(x))));
}

const isNumber = (expr: SyntaxExpr | undefined, value: number) => expr?.kind === "number" && expr.value === value;

/** Vensim's draws begin with their bounds and end with a shift, a stretch and the seed; XMILE's end with seed and bounds, and have no shift. */
const drawn =
  (name: string, shapes: number, stretch: "one" | "any", order: (shapes: Args) => Args = (own) => own): Rewriting =>
  ([low, high, ...rest], make) => {
    const [shift, by, seed] = rest.slice(shapes);
    if (!isNumber(shift, 0) || (stretch === "one" && !isNumber(by, 1))) return undefined;
    const scale = stretch === "any" ? [by!] : [];
    return make.call(name, ...order(rest.slice(0, shapes)), ...scale, seed!, low!, high!);
  };

/** The same where the first shape is a number within bounds, at which both languages agree. */
const where =
  (low: number, high: number, then: Rewriting): Rewriting =>
  (args, make, known, clock) => {
    const shape = args[2];
    return shape?.kind === "number" && shape.value >= low && shape.value <= high
      ? then(args, make, known, clock)
      : undefined;
  };

/** Times that should be equal may differ in the last bit, so they are compared half a step later, as the rows of these functions do. */
const pulses =
  (
    isOn: (times: {
      readonly now: SyntaxExpr;
      readonly width: (given: SyntaxExpr) => SyntaxExpr;
      readonly make: ExpressionMaker;
      readonly args: Args;
    }) => SyntaxExpr,
  ): Rewriting =>
  (args, make, _, clock) => {
    if (clock === undefined) return undefined;
    const step = clock.step(make);
    const now = make.binary("add", clock.now(make), make.binary("divide", step, make.number(2)));
    const width = (given: SyntaxExpr) => make.call("MAX", given, step);
    return ifElse(make, isOn({ now, width, make, args }), make.number(1), make.number(0));
  };

const pulse = pulses(({ now, width, make, args: [start, wide] }) =>
  make.binary(
    "and",
    make.binary("greater", now, start!),
    make.binary("less", now, make.binary("add", start!, width(wide!))),
  ),
);

const pulseTrain = pulses(({ now, width, make, args: [start, wide, interval, end] }) => {
  const within = make.binary("and", make.binary("greater", now, start!), make.binary("less", now, end!));
  const rounds = make.call("INT", make.binary("divide", make.binary("subtract", now, start!), interval!));
  const latest = make.binary("add", start!, make.binary("multiply", interval!, rounds));
  const isAlways = make.binary("less-or-equal", interval!, width(wide!));
  const isNow = make.binary("less", now, make.binary("add", latest, width(wide!)));
  return make.binary("and", within, make.binary("or", isAlways, isNow));
});

/**
 * Vensim's functions that XMILE has under another name, or can say with what it has: by the id of the row. Each computes what the
 * row's meaning does, operation by operation, so that a run gives the same bits.
 */
export const inXmile: Readonly<Record<string, Rewriting>> = {
  integer: ([x], make) => towardsZero(make, x!),
  "power-of": ([base, exponent], make) => make.binary("power", base!, exponent!),
  log: ([x, base], make) => make.binary("divide", make.call("LN", x!), make.call("LN", base!)),
  xidz: ([a, b, x], make) => ifElse(make, isTiny(make, b!), x!, make.binary("divide", a!, b!)),
  zidz: ([a, b], make) => ifElse(make, isTiny(make, b!), make.number(0), make.binary("divide", a!, b!)),
  smooth: renamed("SMTH1"),
  smoothi: renamed("SMTH1"),
  smooth3: renamed("SMTH3"),
  smooth3i: renamed("SMTH3"),
  "smooth-n": ([input, time, initial, order], make) => make.call("SMTHN", input!, time!, order!, initial!),
  delay1: renamed("DELAY1"),
  delay1i: renamed("DELAY1"),
  delay3: renamed("DELAY3"),
  delay3i: renamed("DELAY3"),
  ramp: renamed("RAMP"),
  "delay-fixed": renamed("DELAY"),
  "gamma-ln": renamed("GAMMALN"),
  quantum: ([a, b], make) => {
    const steps = towardsZero(make, make.binary("divide", a!, b!));
    return ifElse(make, make.binary("less-or-equal", b!, make.number(0)), a!, make.binary("multiply", b!, steps));
  },
  "time-base": ([start, slope], make, _, clock) =>
    clock && make.binary("add", start!, make.binary("multiply", make.name(timeNames.time), slope!)),
  pulse,
  "pulse-train": pulseTrain,
  "random-0-1": (_, make) => make.call("UNIFORM", make.number(0), make.number(1)),
  "random-uniform": renamed("UNIFORM"),
  "random-normal": ([low, high, mean, deviation, seed], make) =>
    make.call("NORMAL", mean!, deviation!, seed!, low!, high!),
  "random-triangular": ([low, high, start, peak, stop, seed], make) =>
    make.call("TRIANGULAR", start!, peak!, stop!, seed!, low!, high!),
  "random-exponential": drawn("EXPRND", 0, "any"),
  "random-poisson": drawn("POISSON", 1, "one"),
  "random-beta": drawn("BETA", 2, "one"),
  "random-gamma": where(1, Number.POSITIVE_INFINITY, drawn("GAMMA", 1, "any")),
  "random-binomial": where(
    0,
    1,
    drawn("BINOMIAL", 2, "one", ([probability, trials]) => [trials!, probability!]),
  ),
};
