import { source } from "@sequitur/model";
import type { StudyYaml } from "../schema/study.ts";
import { amountOf } from "./amount.ts";
import { report } from "./diagnostics.ts";
import { checkTime } from "./figure.ts";
import { groundsOf } from "./grounds.ts";
import { modelConstant, modelVariable } from "./model-variable.ts";
import { type Observations, readObservations } from "./observations.ts";
import type { Reading } from "./reading.ts";
import type { History, Study } from "./study.ts";
import { inside, type Part, valueSpan } from "./yaml-file.ts";

type HistoryYaml = StudyYaml["history"][string];

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
    const deviation = deviationOf(reading, yaml, inside(at, "deviation"));
    return [{ id, variable: variable.name, label, unit, file: yaml.file, ...observed, deviation, ...grounds }];
  });
}

/** The second matching that a study asks for, its time and its constant held against the model. */
export function hindcastOf(reading: Reading): Study["hindcast"] {
  const { file, data } = reading.study;
  if (data.hindcast === undefined) return undefined;
  const { until, variable } = data.hindcast;
  const at = { file, path: ["hindcast"] };
  checkTime(reading, until, inside(at, "until"));
  if (variable === undefined) return { until, variable };
  const constant = modelConstant(reading, { variable, unit: data.time.unit }, at);
  return constant && { until, variable: constant.name };
}

function deviationOf(reading: Reading, { unit, variable, deviation }: HistoryYaml, at: Part): History["deviation"] {
  if (deviation === undefined) return undefined;
  const scale = { name: variable, unit, figureUnit: unit, reduce: "at" } as const;
  const observed = amountOf(reading, deviation.observed, scale, inside(at, "observed"));
  const model = amountOf(reading, deviation.model, scale, inside(at, "model"));
  return observed && model && { observed, model };
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
