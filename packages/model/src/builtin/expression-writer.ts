import type { Expr } from "../model.ts";
import type { SpreadMaker } from "./spread.ts";

type Written = Expr | number;

/** Operators and functions by short names, for expressions of some length; a number stands for itself. */
export function expressionWriter(make: Pick<SpreadMaker, "call" | "number">) {
  const expr = (value: Written): Expr => (typeof value === "number" ? make.number(value) : value);
  const call =
    (id: string) =>
    (...args: readonly Written[]): Expr =>
      make.call(id, ...args.map(expr));
  const choose = call("if-then-else");
  return {
    add: call("add"),
    sub: call("subtract"),
    mul: call("multiply"),
    div: call("divide"),
    power: call("power"),
    min: call("min"),
    max: call("max"),
    abs: call("abs"),
    /** Rounds down. */
    floor: call("int"),
    sqrt: call("sqrt"),
    less: call("less"),
    atMost: call("less-or-equal"),
    greater: call("greater"),
    equal: call("equal"),
    differs: call("not-equal"),
    and: call("and"),
    or: call("or"),
    not: call("not"),
    choose,
    /** The length of a step, and the moment that it is at. */
    step: () => make.call("clock-step"),
    now: () => make.call("clock-stepTime"),
    /** The choice whose number `which` is; NaN where there is none. */
    chooseOne: (which: Written, choices: readonly Written[]): Expr =>
      choices.reduceRight<Expr>(
        (rest, choice, number) => choose(call("equal")(which, number), choice, rest),
        make.number(Number.NaN),
      ),
  };
}
