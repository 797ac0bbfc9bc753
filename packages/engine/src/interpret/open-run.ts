import type { Diagnostic, Model, Outcome } from "@sequitur/model";
import { withSettings } from "../element/settings.ts";
import type { ElementName } from "../program.ts";
import { calm, noiseKey, type RunNoise } from "../random/noise-key.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { variationsOf } from "../variation/variation.ts";
import type { Memory } from "./memory.ts";
import { scheduleOf } from "./schedule-of.ts";
import { settledTimes, startedMemory } from "./startup.ts";
import { advanceAll, computeMoment } from "./step.ts";

export interface RunRequest {
  /** Other values for constants. */
  readonly set?: Readonly<Record<ElementName, number>>;
  /** Which random numbers a model draws, where it does. */
  readonly noise?: RunNoise;
}

/** A run that can be made: the model with its settings, and when it computes and saves. */
export interface OpenRun {
  readonly model: Model;
  readonly schedule: Schedule;
  /** The memory when all of a moment is computed, one moment after the other; it is the same memory each time. */
  readonly moments: () => Iterable<Memory>;
}

/** @param check  what else stands in the way of a run of the model with its settings */
export function openRun(
  model: Model,
  request: RunRequest,
  check: (set: Model) => readonly Diagnostic[] = () => [],
): Outcome<OpenRun | undefined> {
  const { value: set, diagnostics: faults } = withSettings(model, request.set ?? {});
  const times = settledTimes(set);
  const { value: schedule, diagnostics: unusable } = scheduleOf(set, times, variationsOf(set, new Set()));
  const diagnostics = [...faults, ...check(set), ...unusable];
  if (schedule === undefined || diagnostics.some(({ severity }) => severity === "error"))
    return { value: undefined, diagnostics };
  const started = () => startedMemory(set, times, noiseKey(request.noise ?? calm));
  return { value: { model: set, schedule, moments: () => momentsOf(started(), schedule) }, diagnostics };
}

function* momentsOf(memory: Memory, schedule: Schedule): Generator<Memory> {
  for (let moment = 0; moment <= schedule.steps; moment++) {
    computeMoment(memory, schedule, moment);
    yield memory;
    if (moment < schedule.steps) advanceAll(memory, schedule, moment);
  }
}
