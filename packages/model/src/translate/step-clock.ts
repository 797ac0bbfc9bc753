import type { Model } from "../model.ts";
import { timeNames } from "../resolve/time-variables.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { ExpressionMaker } from "./expression-maker.ts";

/** The time at which the present step began, and how long it is, as expressions. */
export interface StepClock {
  now(make: ExpressionMaker): SyntaxExpr;
  step(make: ExpressionMaker): SyntaxExpr;
}

/**
 * In XMILE only test inputs go by the time of the step, where a method looks within it: a ramp from 0 on is that time, as long as no run
 * begins before. By Euler's method it is the time itself.
 */
export function stepClockOf({ simulation }: Model): StepClock | undefined {
  const { method, initialTime } = simulation;
  const step: StepClock["step"] = (make) => make.name(timeNames.timeStep);
  if (method === "euler") return { now: (make) => make.name(timeNames.time), step };
  if (initialTime < 0) return undefined;
  return { now: (make) => make.call("RAMP", make.number(1), make.number(0)), step };
}
