import type { Diagnostic, Model } from "@sequitur/model";
import { report } from "../diagnostics.ts";
import { definitionParts, type Variation, variablesIn } from "./variation.ts";

/** All futures share their times: a fault for each of the four times that is not the same in all of a run, in all runs. */
export function timesThatVary(model: Model, variations: readonly Variation[]): readonly Diagnostic[] {
  const { initialTime, finalTime, timeStep, saveStep } = model.simulation.timeVariables;
  return [initialTime, finalTime, timeStep, saveStep].flatMap((id) => {
    const variation = variations[id];
    if (variation === undefined || !(variation.futures || variation.time)) return [];
    const { name, span } = model.variables[id]!;
    const causes = model.equations
      .filter(({ variable }) => variable === id)
      .flatMap(({ definition }) => definitionParts(definition).flatMap(variablesIn))
      .filter((cause) => variations[cause]!.futures || variations[cause]!.time);
    const user = causes[0] === undefined ? name : model.variables[causes[0]]!.name;
    return [report("time-differs", span, { name, user })];
  });
}
