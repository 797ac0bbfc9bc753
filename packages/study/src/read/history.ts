import { source } from "@sequitur/model";
import { report } from "./diagnostics.ts";
import { groundsOf } from "./grounds.ts";
import { modelVariable } from "./model-variable.ts";
import { type Observations, readObservations } from "./observations.ts";
import type { Reading } from "./reading.ts";
import type { History } from "./study.ts";
import { inside, type Part, valueSpan } from "./yaml-file.ts";

/** What was observed, each series with the variable that it is of. One without a variable or a file is left out, and reported. */
export function historyOf(reading: Reading): readonly History[] {
  const { file, data } = reading.study;
  return Object.entries(data.history).flatMap(([id, yaml]) => {
    const at = { file, path: ["history", id] };
    const variable = modelVariable(reading, yaml, at);
    const grounds = groundsOf(reading, yaml, at);
    const observed = observations(reading, yaml.file, inside(at, "file"));
    if (variable === undefined || observed === undefined) return [];
    const { label, unit } = yaml;
    return [{ id, variable: variable.name, label, unit, file: yaml.file, ...observed, ...grounds }];
  });
}

function observations(reading: Reading, name: string, at: Part): Observations | undefined {
  const text = reading.files.get(name);
  if (text === undefined) {
    reading.found.push(report("missing-file", valueSpan(at), { file: name }));
    return undefined;
  }
  const { value, diagnostics } = readObservations(source(name, text));
  reading.found.push(...diagnostics);
  return value;
}
