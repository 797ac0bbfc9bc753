import type { FigureReduction } from "@sequitur/ensemble";
import { combine, readUnit, sameUnit, type Unit, unitText } from "@sequitur/model";
import { report } from "./diagnostics.ts";
import type { ModelVariable } from "./model-variable.ts";
import type { Reading } from "./reading.ts";
import { type Part, valueSpan } from "./yaml-file.ts";

/** Holds a unit that the study gives against the model's. A variable without a unit in the model is not held to any. */
export function checkUnit(
  reading: Reading,
  text: string,
  { name, unit, unitText: modelUnit }: ModelVariable,
  at: Part,
): void {
  const given = readUnit(reading.model, text);
  if (given === undefined) reading.found.push(report("bad-unit", valueSpan(at), { unit: text }));
  else if (unit !== undefined && !sameUnit(given, unit))
    reading.found.push(report("wrong-unit", valueSpan(at), { name, unit: text, modelUnit }));
}

export function checkTimeUnit(reading: Reading, text: string, at: Part): void {
  const modelUnit = reading.model.simulation.timeUnits;
  const [given, wanted] = [text, modelUnit].map((each) => readUnit(reading.model, each));
  if (given === undefined || wanted === undefined || !sameUnit(given, wanted))
    reading.found.push(report("wrong-time-unit", valueSpan(at), { unit: text, modelUnit }));
}

/** The unit of a figure: a total is in its variable's unit times the unit of time. */
export function figureUnit(reading: Reading, unit: string, reduce: FigureReduction): Unit | undefined {
  const own = readUnit(reading.model, unit);
  const time = readUnit(reading.model, reading.model.simulation.timeUnits);
  return reduce === "total" && own !== undefined && time !== undefined ? combine(own, 1, time, 1) : own;
}

export function figureUnitText(reading: Reading, unit: string, reduce: FigureReduction): string {
  if (reduce !== "total") return unit;
  const whole = figureUnit(reading, unit, reduce);
  return whole === undefined ? `${unit}*${reading.model.simulation.timeUnits}` : unitText(whole);
}
