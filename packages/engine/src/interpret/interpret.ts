import type { Model, Outcome } from "@sequitur/model";
import { elementName } from "../element/element.ts";
import { chosenOutputs } from "../element/outputs.ts";
import { withSettings } from "../element/settings.ts";
import type { ElementName } from "../program.ts";
import { calm, noiseKey, type RunNoise } from "../random/noise-key.ts";
import { missingMethod } from "../schedule/method.ts";
import { saveTimes } from "../schedule/schedule.ts";
import type { Trajectory } from "../trajectory.ts";
import { variationsOf } from "../variation/variation.ts";
import { scheduleOf } from "./schedule-of.ts";
import { settledTimes, startedMemory } from "./startup.ts";
import { advanceAll, computeMoment } from "./step.ts";

export interface InterpretRequest {
  /** Other values for constants. */
  readonly set?: Readonly<Record<ElementName, number>>;
  /** Every variable that is not hidden, unless named. */
  readonly outputs?: readonly ElementName[] | "all";
  /** Which random numbers a model draws, where it does. */
  readonly noise?: RunNoise;
}

/**
 * Runs a model once, slowly and obviously: what every compiled program is held against.
 * @returns undefined, with diagnostics, where the request or the model's times cannot be met
 */
export function interpret(model: Model, request: InterpretRequest = {}): Outcome<Trajectory | undefined> {
  const { value: set, diagnostics: faults } = withSettings(model, request.set ?? {});
  const { value: outputs, diagnostics: unknown } = chosenOutputs(set, request.outputs ?? "all");
  const times = settledTimes(set);
  const { value: schedule, diagnostics: unusable } = scheduleOf(set, times, variationsOf(set, new Set()));
  const diagnostics = [...faults, ...unknown, ...unusable, ...missingMethod(set)];
  if (schedule === undefined || diagnostics.some(({ severity }) => severity === "error"))
    return { value: undefined, diagnostics };

  const memory = startedMemory(set, times, noiseKey(request.noise ?? calm));
  const columns = outputs.map(() => new Float64Array(schedule.saves.length));
  for (let moment = 0, save = 0; moment <= schedule.steps; moment++) {
    computeMoment(memory, schedule, moment);
    if (schedule.saves[save] === moment) {
      for (const [i, { variable, offset }] of outputs.entries()) columns[i]![save] = memory.values[variable]![offset]!;
      save++;
    }
    if (moment < schedule.steps) advanceAll(memory, schedule, moment);
  }
  const names = outputs.map((element) => elementName(set, element));
  return { value: { times: saveTimes(schedule), outputs: names, columns }, diagnostics };
}
