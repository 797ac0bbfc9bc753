import { type Diagnostic, expressionsOf, type Model } from "@sequitur/model";
import { report } from "../diagnostics.ts";
import { readsOf } from "./reads.ts";
import type { Variation } from "./variation.ts";

/** All futures share their times: a fault for each of the four times that is not the same in all of them. */
export function timesThatDiffer(model: Model, variations: readonly Variation[]): readonly Diagnostic[] {
  return runTimes(model).flatMap((id) => {
    if (!variations[id]?.futures) return [];
    const { name, span } = model.variables[id]!;
    const causes = model.equations
      .filter(({ variable }) => variable === id)
      .flatMap(({ definition }) => readsOf(expressionsOf(definition)).variables)
      .filter((cause) => variations[cause]!.futures);
    const user = causes[0] === undefined ? name : model.variables[causes[0]]!.name;
    return [report("time-differs", span, { name, user })];
  });
}

/** Whether the run's end, its steps or its saves depend on what happens in it. */
export function timesChange(model: Model, variations: readonly Variation[]): boolean {
  const { finalTime, timeStep, saveStep } = model.simulation.timeVariables;
  return [finalTime, timeStep, saveStep].some((id) => variations[id]?.time);
}

function runTimes({ simulation }: Model) {
  const { initialTime, finalTime, timeStep, saveStep } = simulation.timeVariables;
  return [initialTime, finalTime, timeStep, saveStep];
}
