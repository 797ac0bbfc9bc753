import { figureOf } from "./figure.ts";
import { modelVariable } from "./model-variable.ts";
import type { Reading } from "./reading.ts";
import type { Measure } from "./study.ts";
import { figureUnitText } from "./unit-check.ts";
import { inside } from "./yaml-file.ts";

/** What a run is judged by. One whose variable is not there is left out, and reported. */
export function measuresOf(reading: Reading): readonly Measure[] {
  const { file, data } = reading.study;
  return Object.entries(data.measures).flatMap(([id, yaml]) => {
    const at = { file, path: ["measures", id] };
    const variable = modelVariable(reading, yaml, at);
    const figure = figureOf(reading, yaml.figure, inside(at, "figure"));
    if (variable === undefined) return [];
    const { label, says, unit, better, enough } = yaml;
    const figureUnit = figureUnitText(reading, unit, figure.reduce);
    return [{ id, variable: variable.name, label, says, unit, figure, figureUnit, better, enough }];
  });
}
