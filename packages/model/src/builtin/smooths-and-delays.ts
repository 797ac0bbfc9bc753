import type { Expr } from "../model.ts";
import type { Builtin, HiddenMaker } from "./builtin.ts";
import { overTime } from "./unit-rules.ts";

const sub = (make: HiddenMaker, a: Expr, b: Expr): Expr => make.call("subtract", a, b);
const mul = (make: HiddenMaker, a: Expr, b: Expr): Expr => make.call("multiply", a, b);
const div = (make: HiddenMaker, a: Expr, b: Expr): Expr => make.call("divide", a, b);

/** `order` stocks in a row, each following the one before in a share of the time; the last one is the smooth. */
function smoothed(make: HiddenMaker, input: Expr, time: Expr, initial: Expr, order: number): Expr {
  const share = order === 1 ? time : make.auxiliary("share of the time", div(make, time, make.number(order)));
  let previous = input;
  for (let stage = 1; stage <= order; stage++) {
    const before = previous;
    previous = make.stock(`level ${stage}`, initial, (self) => div(make, sub(make, before, self), share));
  }
  return previous;
}

/** `order` stocks in a row, each emptied into the next in a share of the time; what leaves the last one is the delay. */
function delayed(make: HiddenMaker, input: Expr, time: Expr, initial: Expr, order: number): Expr {
  const share = order === 1 ? time : make.auxiliary("share of the time", div(make, time, make.number(order)));
  const content = make.initial("content at the start", mul(make, initial, share));
  let inflow = input;
  for (let stage = 1; stage <= order; stage++) {
    const before = inflow;
    const level = make.stock(`level ${stage}`, content, (self) => sub(make, before, div(make, self, share)));
    inflow = make.auxiliary(`outflow ${stage}`, div(make, level, share));
  }
  return inflow;
}

/**
 * As `delayed`, but what a stage lets out goes by the time that held when it came in: each stage has the time that the one
 * before it had a step ago, so that the outflow is a function of earlier times. Vensim says so of DELAY N; that it is stage by
 * stage is from a run with a changing time (SDXorg test models, "delays").
 */
function delayedByEarlierTimes(make: HiddenMaker, input: Expr, time: Expr, initial: Expr, order: number): Expr {
  const shareOf = (of: Expr, stage: number) =>
    make.auxiliary(`share of the time ${stage}`, div(make, of, make.number(order)));
  let held = time;
  let share = shareOf(time, 1);
  const content = make.initial("content at the start", mul(make, initial, share));
  let inflow = input;
  for (let stage = 1; stage <= order; stage++) {
    const [before, within] = [inflow, share];
    const level = make.stock(`level ${stage}`, content, (self) => sub(make, before, div(make, self, within)));
    inflow = make.auxiliary(`outflow ${stage}`, div(make, level, within));
    const earlier = make.previous(`time ${stage + 1}`, held);
    if (earlier !== held) share = shareOf(earlier, stage + 1);
    held = earlier;
  }
  return inflow;
}

type Chain = typeof smoothed;
type Expansion = (args: readonly Expr[], make: HiddenMaker) => Expr;

const fixedOrder =
  (chain: Chain, order: number): Expansion =>
  ([input, time, initial], make) =>
    chain(make, input!, time!, initial ?? input!, order);

/** The order must be a number that is known when the model is read: the structure is made from it. */
const anyOrder =
  (chain: Chain, orderAt: number, initialAt: number): Expansion =>
  (args, make) => {
    const order = make.constant(args[orderAt]!, "order");
    return order === undefined ? args[0]! : chain(make, args[0]!, args[1]!, args[initialAt] ?? args[0]!, order);
  };

interface Row {
  readonly names: Builtin["names"];
  readonly args: readonly string[];
  readonly expand: Expansion;
  readonly units?: Builtin["units"];
  readonly says: string;
  readonly source: string;
}

const row = ({ names, args, expand, units = overTime, says, source }: Row): Builtin => ({
  // DELAY1 and DELAY3 are in both dialects, with other arguments.
  id: `${names.vensim ? "" : "xmile-"}${(names.vensim ?? names.xmile ?? "").toLowerCase().replaceAll(" ", "-")}`,
  names,
  args,
  units,
  behaviour: { kind: "memory", expand },
  says,
  source,
  cases: [],
});

const vensimPage = (name: string) => `vensim.com/documentation/fn_${name}.html`;

export const smooth = row({
  names: { vensim: "SMOOTH" },
  args: ["input", "time"],
  expand: fixedOrder(smoothed, 1),
  says: "Follows the input, closing the gap to it within the time; begins at the input.",
  source: vensimPage("smooth"),
});

export const smoothI = row({
  names: { vensim: "SMOOTHI" },
  args: ["input", "time", "initial"],
  expand: fixedOrder(smoothed, 1),
  says: "SMOOTH that begins at the initial value.",
  source: vensimPage("smooth"),
});

export const smooth3 = row({
  names: { vensim: "SMOOTH3" },
  args: ["input", "time"],
  expand: fixedOrder(smoothed, 3),
  says: "Three SMOOTHs in a row, each with a third of the time; begins at the input.",
  source: vensimPage("smooth3"),
});

export const smooth3I = row({
  names: { vensim: "SMOOTH3I" },
  args: ["input", "time", "initial"],
  expand: fixedOrder(smoothed, 3),
  says: "SMOOTH3 that begins at the initial value.",
  source: vensimPage("smooth3"),
});

export const smoothN = row({
  names: { vensim: "SMOOTH N" },
  args: ["input", "time", "initial", "order"],
  expand: anyOrder(smoothed, 3, 2),
  says: "As many SMOOTHs in a row as the order says, each with its share of the time.",
  source: vensimPage("smooth_n"),
});

export const delay1 = row({
  names: { vensim: "DELAY1" },
  args: ["input", "time"],
  expand: fixedOrder(delayed, 1),
  says: "What leaves a stock that the input fills and that empties within the time; keeps what flows through it.",
  source: vensimPage("delay1"),
});

export const delay1I = row({
  names: { vensim: "DELAY1I" },
  args: ["input", "time", "initial"],
  expand: fixedOrder(delayed, 1),
  says: "DELAY1 whose outflow begins at the initial value.",
  source: vensimPage("delay1"),
});

export const delay3 = row({
  names: { vensim: "DELAY3" },
  args: ["input", "time"],
  expand: fixedOrder(delayed, 3),
  says: "Three DELAY1s in a row, each with a third of the time; keeps what flows through it.",
  source: vensimPage("delay3"),
});

export const delay3I = row({
  names: { vensim: "DELAY3I" },
  args: ["input", "time", "initial"],
  expand: fixedOrder(delayed, 3),
  says: "DELAY3 whose outflow begins at the initial value.",
  source: vensimPage("delay3"),
});

export const delayN = row({
  names: { vensim: "DELAY N" },
  args: ["input", "time", "initial", "order"],
  expand: anyOrder(delayedByEarlierTimes, 3, 2),
  says: "As many DELAY1s in a row as the order says, each with its share of the time.",
  source: vensimPage("delay_n"),
});

const XMILE_DELAYS = "XMILE 1.0, 3.5.3";

export const smth1 = row({
  names: { xmile: "SMTH1" },
  args: ["input", "time", "initial?"],
  expand: fixedOrder(smoothed, 1),
  says: "Follows the input, closing the gap to it within the time; begins at the initial value, or at the input.",
  source: XMILE_DELAYS,
});

export const smth3 = row({
  names: { xmile: "SMTH3" },
  args: ["input", "time", "initial?"],
  expand: fixedOrder(smoothed, 3),
  says: "Three SMTH1s in a row, each with a third of the time.",
  source: XMILE_DELAYS,
});

export const smthN = row({
  names: { xmile: "SMTHN" },
  args: ["input", "time", "order", "initial?"],
  expand: anyOrder(smoothed, 2, 3),
  units: ([input, time, , initial], check) => overTime([input, time, initial], check),
  says: "As many SMTH1s in a row as the order says, each with its share of the time.",
  source: XMILE_DELAYS,
});

export const xmileDelay1 = row({
  names: { xmile: "DELAY1" },
  args: ["input", "time", "initial?"],
  expand: fixedOrder(delayed, 1),
  says: "What leaves a stock that the input fills and that empties within the time.",
  source: XMILE_DELAYS,
});

export const xmileDelay3 = row({
  names: { xmile: "DELAY3" },
  args: ["input", "time", "initial?"],
  expand: fixedOrder(delayed, 3),
  says: "Three DELAY1s in a row, each with a third of the time.",
  source: XMILE_DELAYS,
});

export const xmileDelayN = row({
  names: { xmile: "DELAYN" },
  args: ["input", "time", "order", "initial?"],
  expand: anyOrder(delayed, 2, 3),
  units: ([input, time, , initial], check) => overTime([input, time, initial], check),
  says: "As many DELAY1s in a row as the order says, each with its share of the time.",
  source: XMILE_DELAYS,
});
