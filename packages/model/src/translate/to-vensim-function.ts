import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { ExpressionMaker } from "./expression-maker.ts";

export type Args = readonly SyntaxExpr[];
export type Rewriting = (args: Args, make: ExpressionMaker) => SyntaxExpr;

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
  int: ([x], make) => {
    const whole = make.call("INTEGER", x!);
    const below = ifElse(make, make.binary("less", x!, whole), make.number(1), make.number(0));
    return make.binary("subtract", whole, below);
  },
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
  "xmile-delay1": withInitial("DELAY1", "DELAY1I"),
  "xmile-delay3": withInitial("DELAY3", "DELAY3I"),
  delay: ([input, time, initial], make) => make.call("DELAY FIXED", input!, time!, initial ?? input!),
  previous: ([x, initial], make) => make.call("DELAY FIXED", x!, make.name("TIME STEP"), initial!),
};
