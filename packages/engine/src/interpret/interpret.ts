import type { Model, Outcome } from "@sequitur/model";
import { elementName } from "../element/element.ts";
import { chosenOutputs } from "../element/outputs.ts";
import type { ElementName } from "../program.ts";
import { saveTimes } from "../schedule/schedule.ts";
import type { Trajectory } from "../trajectory.ts";
import { openRun, type RunRequest } from "./open-run.ts";

export interface InterpretRequest extends RunRequest {
  /** Every variable that is not hidden, unless named. */
  readonly outputs?: readonly ElementName[] | "all";
}

/**
 * Runs a model once, slowly and obviously: what every compiled program is held against.
 * @returns undefined, with diagnostics, where the request or the model's times cannot be met
 */
export function interpret(model: Model, request: InterpretRequest = {}): Outcome<Trajectory | undefined> {
  const chosen = (set: Model) => chosenOutputs(set, request.outputs ?? "all");
  const { value: run, diagnostics } = openRun(model, request, (set) => chosen(set).diagnostics);
  if (run === undefined) return { value: undefined, diagnostics };

  const { value: outputs } = chosen(run.model);
  const { saves } = run.schedule;
  const columns = outputs.map(() => new Float64Array(saves.length));
  let save = 0;
  for (const { clock, values } of run.moments()) {
    if (saves[save] !== clock.moment) continue;
    for (const [i, { variable, offset }] of outputs.entries()) columns[i]![save] = values[variable]![offset]!;
    save++;
  }
  const names = outputs.map((element) => elementName(run.model, element));
  return { value: { times: saveTimes(run.schedule), outputs: names, columns }, diagnostics };
}
