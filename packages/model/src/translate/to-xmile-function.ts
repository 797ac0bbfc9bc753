import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { ExpressionMaker } from "./expression-maker.ts";
import type { Rewriting } from "./to-vensim-function.ts";

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
};
