import type { Diagnostic, Model, Outcome } from "@sequitur/model";
import { report } from "../diagnostics.ts";
import type { Schedule, Times } from "../schedule/schedule.ts";
import { usableSchedule } from "../schedule/usable-schedule.ts";
import { timesChange, timesThatDiffer } from "../variation/run-times.ts";
import type { Variation } from "../variation/variation.ts";
import { recordedSchedule } from "./recorded-schedule.ts";

/** When a model computes and saves, or what stands in the way. `times` are those at the start. */
export function scheduleOf(
  model: Model,
  times: Times,
  variations: readonly Variation[],
): Outcome<Schedule | undefined> {
  const differing = timesThatDiffer(model, variations);
  const start = usableSchedule(model, times);
  if (differing.length > 0 || start.value === undefined || !timesChange(model, variations))
    return { value: differing.length > 0 ? undefined : start.value, diagnostics: [...start.diagnostics, ...differing] };
  const recorded = recordedSchedule(model, times);
  const delays = recorded.value === undefined ? [] : delaysByStep(model, recorded.value);
  return { value: delays.length > 0 ? undefined : recorded.value, diagnostics: [...recorded.diagnostics, ...delays] };
}

/** A fixed delay counts steps, which must then be of one length. */
function delaysByStep({ equations, variables, simulation }: Model, { moments }: Schedule): readonly Diagnostic[] {
  const { lengths } = moments ?? { lengths: [] };
  if (lengths.every((length) => length === lengths[0])) return [];
  const step = variables[simulation.timeVariables.timeStep]!.name;
  const delayed = new Set(
    equations.filter(({ definition }) => definition.kind === "pipeline").map((one) => one.variable),
  );
  return [...delayed].map((id) => {
    const { name, span } = variables[id]!;
    return report("delay-of-changing-steps", span, { name, step });
  });
}
