import type { Diagnostic, Equation, Model } from "@sequitur/model";
import { report } from "../diagnostics.ts";
import { elementName, offsetAt, turnCount, turnsOf } from "../element/element.ts";
import type { Memory } from "./memory.ts";
import { openRun, type RunRequest } from "./open-run.ts";

/**
 * Where a run's numbers go wrong: the first element that is NaN or infinite, in the order in which they are computed, at the
 * first step at which one is. Undefined where all are finite, or the run cannot be made.
 */
export function firstNotFinite(model: Model, request: RunRequest = {}): Diagnostic | undefined {
  const { value: run } = openRun(model, request);
  if (run === undefined) return undefined;
  const inOrder = computingOrder(run.model);
  for (const memory of run.moments()) {
    const found = notFinite(memory, inOrder);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Turn {
  readonly equation: Equation;
  readonly turn: number;
}

/** What is there when a moment begins comes first, then what is computed at it. */
function computingOrder({ equations, step }: Model): readonly Turn[] {
  const turns = (equation: Equation) =>
    Array.from({ length: turnCount(equation.loops) }, (_, turn) => ({ equation, turn }));
  const computed = step.flatMap(({ equation, turn }) =>
    turn === undefined ? turns(equations[equation]!) : [{ equation: equations[equation]!, turn }],
  );
  const atStep = new Set(step.map(({ equation }) => equations[equation]!));
  const held = equations.filter((equation) => !atStep.has(equation) && equation.definition.kind !== "lookup");
  return [...held.flatMap(turns), ...computed];
}

function notFinite({ model, values, clock }: Memory, order: readonly Turn[]): Diagnostic | undefined {
  for (const { equation, turn } of order) {
    const { variable, at, loops, span } = equation;
    const offset = offsetAt(model.variables[variable]!.axes, at, turnsOf(loops, turn));
    const value = values[variable]![offset]!;
    if (Number.isFinite(value)) continue;
    return report("not-finite", span, { name: elementName(model, { variable, offset }), value, time: clock.time });
  }
  return undefined;
}
