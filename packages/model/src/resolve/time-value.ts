import type { Expr } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Call } from "./call.ts";
import type { Draft } from "./draft.ts";
import { faulty, operator, resolveExpression } from "./expression.ts";
import type { Scope } from "./scope.ts";
import { startValue } from "./start-value.ts";

/**
 * GET TIME VALUE(relative to, offset, measure): the time of the step (0) or of the start (1), so much later, in the model's own unit
 * (measure 0). The other measures need a calendar, which a run has not; the computer's clock (2) would make every run another.
 */
export function resolveTimeValue(draft: Draft, scope: Scope, { args, span }: Call): Expr {
  const [relative, offset, measure] = args.map((arg) => resolveExpression(draft, scope, arg));
  const [from, what] = [relative!, measure!].map((arg) => fixedValue(draft, arg));
  const isKnown = from === 0 || from === 1;
  if (!isKnown) draft.found.push(report("time-value-from", args[0]!.span, {}));
  if (what !== 0) draft.found.push(report("time-value-measure", args[2]!.span, {}));
  if (!isKnown || what !== 0) return faulty(span);
  return operator("add", span, operator(from === 0 ? "clock-time" : "clock-initial", span), offset!);
}

/** The value of an argument that decides what is computed; the constants that it comes from cannot change any more. */
function fixedValue(draft: Draft, arg: Expr): number | undefined {
  const start = startValue(draft, arg);
  if (start === undefined || start.mayChange) return undefined;
  for (const id of start.from) draft.structural.add(id);
  return start.value;
}
