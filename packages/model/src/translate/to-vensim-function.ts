import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { ExpressionMaker } from "./expression-maker.ts";
import type { StepClock } from "./step-clock.ts";
import { randomInVensim } from "./to-vensim-random.ts";

export type Args = readonly SyntaxExpr[];
/**
 * What a call is in the other language; undefined where that cannot be said of these arguments.
 * @param known  the number that an argument is, where it is one or the name of one
 * @param clock  how the step's time and length can be named there; undefined where they cannot
 */
export type Rewriting = (
  args: Args,
  make: ExpressionMaker,
  known: (expr: SyntaxExpr) => number | undefined,
  clock: StepClock | undefined,
) => SyntaxExpr | undefined;

/** As late as any run ends. */
const NEVER = 1e30;

/** With an initial value the function has another name. */
const withInitial =
  (plain: string, initial: string): Rewriting =>
  (args, make) =>
    make.call(args.length > 2 ? initial : plain, ...args);

/** The order comes last in Vensim, and the initial value must be there. */
const ofOrder =
  (name: string): Rewriting =>
  ([input, time, order, initial], make) =>
    make.call(name, input!, time!, initial ?? input!, order!);

const ifElse = (make: ExpressionMaker, test: SyntaxExpr, yes: SyntaxExpr, no: SyntaxExpr) =>
  make.call("IF THEN ELSE", test, yes, no);

const floorOf = (make: ExpressionMaker, x: SyntaxExpr) => {
  const whole = make.call("INTEGER", x);
  const below = ifElse(make, make.binary("less", x, whole), make.number(1), make.number(0));
  return make.binary("subtract", whole, below);
};

/** DELAY1s in a row: DELAY N would take the time of earlier steps where it changes. */
const delayN: Rewriting = ([input, time, order, initial], make, known) => {
  const stages = known(order!);
  if (stages === undefined || !Number.isInteger(stages) || stages < 1 || stages > 50) return undefined;
  const share = stages === 1 ? time! : make.binary("divide", time!, make.number(stages));
  const row = Array.from({ length: stages });
  return row.reduce<SyntaxExpr>((before) => make.call("DELAY1I", before, share, initial ?? input!), input!);
};

/** Every difference needs the step before. */
const derivative: Rewriting = ([input, order], make, known) => {
  const times = known(order!);
  if (times === undefined || !Number.isInteger(times) || times < 1 || times > 5) return undefined;
  const step = make.name("TIME STEP");
  const last = Array.from({ length: times }).reduce<SyntaxExpr>((value) => {
    const before = make.call("DELAY FIXED", value, step, value);
    return make.binary("divide", make.binary("subtract", value, before), step);
  }, input!);
  const elapsed = make.binary("subtract", make.name("Time"), make.name("INITIAL TIME"));
  const reached = make.binary("add", elapsed, make.binary("divide", step, make.number(2)));
  const isKnown = make.binary("greater", reached, make.binary("multiply", make.number(times), step));
  return ifElse(make, isKnown, last, make.number(0));
};

const root: Rewriting = ([x, order], make, known) => {
  const whole = known(order!);
  if (whole === undefined || !Number.isInteger(whole)) return undefined;
  const exponent = make.binary("divide", make.number(1), make.number(whole));
  // A power of a negative number is not one, as an even root is none.
  if (whole % 2 === 0) return make.binary("power", x!, exponent);
  const size = make.binary("power", make.call("ABS", x!), exponent);
  const isNegative = make.binary("less", x!, make.number(0));
  return ifElse(make, isNegative, make.binary("subtract", make.number(0), size), size);
};

/**
 * XMILE's functions that Vensim has not, in Vensim's: by the id of the row. Each computes what the row's meaning does, operation by
 * operation, so that a run gives the same bits.
 */
export const inVensim: Readonly<Record<string, Rewriting>> = {
  "clock-time": (_, make) => make.name("Time"),
  "clock-initial": (_, make) => make.name("INITIAL TIME"),
  "clock-final": (_, make) => make.name("FINAL TIME"),
  "clock-step": (_, make) => make.name("TIME STEP"),
  pi: (_, make) => make.number(Math.PI),
  int: ([x], make) => floorOf(make, x!),
  size: ([dimension], make) => make.call("ELMCOUNT", dimension!),
  allocate: ([supply, dimension, request, priority, width], make) =>
    make.call("ALLOCATE BY PRIORITY", request!, priority!, make.call("ELMCOUNT", dimension!), width!, supply!),
  percent: ([fraction], make) => make.binary("multiply", fraction!, make.number(100)),
  gammaln: ([n], make) => make.call("GAMMA LN", n!),
  "root-n": root,
  cgrowth: ([percentage], make) => {
    const [one, step] = [make.number(1), make.name("TIME STEP")];
    const base = make.binary("add", one, make.binary("divide", percentage!, make.number(100)));
    return make.binary("divide", make.binary("subtract", make.binary("power", base, step), one), step);
  },
  counter: ([start, finish], make) => {
    // As a ramp it goes by the time at which a Runge-Kutta step begins.
    const elapsed = make.call("RAMP", make.number(1), make.name("INITIAL TIME"), make.number(NEVER));
    const round = make.binary("subtract", finish!, start!);
    const reached = make.binary("add", elapsed, make.binary("multiply", make.name("TIME STEP"), make.number(1e-6)));
    const rounds = floorOf(make, make.binary("divide", reached, round));
    return make.binary("add", start!, make.binary("subtract", elapsed, make.binary("multiply", round, rounds)));
  },
  derivn: derivative,
  endval: ([x, initial], make) => make.call("INITIAL", initial ?? x!),
  round: ([x], make) => {
    const whole = make.call("INTEGER", x!);
    const rest = make.call("ABS", make.binary("subtract", x!, whole));
    const away = ifElse(make, make.binary("greater", x!, make.number(0)), make.number(1), make.number(-1));
    const isHalf = make.binary("greater-or-equal", rest, make.number(0.5));
    return ifElse(make, isHalf, make.binary("add", whole, away), whole);
  },
  safediv: ([a, b, onZero], make) =>
    ifElse(make, make.binary("equal", b!, make.number(0)), onZero ?? make.number(0), make.binary("divide", a!, b!)),
  log10: ([x], make) => make.binary("divide", make.call("LN", x!), make.call("LN", make.number(10))),
  "pulse-of-volume": ([volume, first, interval], make) => {
    const none = make.number(0);
    const once = make.call("PULSE", first!, none);
    const train = (every: SyntaxExpr) => make.call("PULSE TRAIN", first!, none, every, make.number(NEVER));
    const isRepeated = interval && make.binary("greater", interval, none);
    const on = interval && isRepeated ? ifElse(make, isRepeated, train(interval), once) : once;
    const height = make.binary("divide", volume!, make.name("TIME STEP"));
    return ifElse(make, make.binary("equal", on, make.number(1)), height, none);
  },
  "ramp-from": ([slope, start, end], make) => make.call("RAMP", slope!, start!, end ?? make.number(NEVER)),
  lookup: ([table, x], make) => {
    const call = make.call(table?.kind === "reference" ? table.name : "", x!);
    return table?.kind === "reference" && call.kind === "call" ? { ...call, subscripts: table.subscripts } : call;
  },
  "xmile-smth1": withInitial("SMOOTH", "SMOOTHI"),
  "xmile-smth3": withInitial("SMOOTH3", "SMOOTH3I"),
  "xmile-smthn": ofOrder("SMOOTH N"),
  "xmile-delayn": delayN,
  "xmile-delay1": withInitial("DELAY1", "DELAY1I"),
  "xmile-delay3": withInitial("DELAY3", "DELAY3I"),
  delay: ([input, time, initial], make) => make.call("DELAY FIXED", input!, time!, initial ?? input!),
  previous: ([x, initial], make) => make.call("DELAY FIXED", x!, make.name("TIME STEP"), initial!),
  ...randomInVensim,
};
