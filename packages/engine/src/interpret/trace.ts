import type { Model, Outcome } from "@sequitur/model";
import { elementName } from "../element/element.ts";
import { chosenOutputs } from "../element/outputs.ts";
import type { ElementName } from "../program.ts";
import { openRun, type RunRequest } from "./open-run.ts";

/** A variable on its way through a run. */
export interface Trace {
  /** The variable's elements. */
  readonly names: readonly ElementName[];
  /** Every step from the first to the last, saved or not; each is computed when it is asked for. */
  readonly steps: Iterable<TracedStep>;
}

export interface TracedStep {
  /** In the model's time unit. */
  readonly time: number;
  /** In the order of `names`, each in the variable's unit. */
  readonly values: readonly number[];
}

/** Follows a variable (or one element of it, or a hidden one) through a run, step by step. */
export function trace(model: Model, variable: ElementName, request: RunRequest = {}): Outcome<Trace | undefined> {
  const chosen = (set: Model) => chosenOutputs(set, [variable]);
  const { value: run, diagnostics } = openRun(model, request, (set) => chosen(set).diagnostics);
  if (run === undefined) return { value: undefined, diagnostics };
  const elements = chosen(run.model).value;
  const names = elements.map((element) => elementName(run.model, element));
  const steps = function* (): Generator<TracedStep> {
    for (const { clock, values } of run.moments())
      yield { time: clock.time, values: elements.map((element) => values[element.variable]![element.offset]!) };
  };
  return { value: { names, steps: { [Symbol.iterator]: steps } }, diagnostics };
}
