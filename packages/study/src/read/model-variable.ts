import { constantAt, elementName, engineDiagnostics, findElement } from "@sequitur/engine";
import { reporter, type Unit, type Variable } from "@sequitur/model";
import type { Reading } from "./reading.ts";
import { checkUnit } from "./unit-check.ts";
import { inside, type Part, valueSpan } from "./yaml-file.ts";

const report = reporter(engineDiagnostics);

/** A variable of the model, or one element of it, that the study speaks of. */
export interface ModelVariable {
  /** As columns are named: `Population[north]`. */
  readonly name: string;
  readonly unit: Unit | undefined;
  readonly unitText: string;
}

/** A variable whose value a study may set. */
export interface ModelConstant extends ModelVariable {
  readonly value: number;
}

interface Owner {
  readonly variable: string;
  readonly unit: string;
}

/** Finds `variable` of a lever, measure … at `at` and holds its unit against the model's; undefined where there is none such. */
export function modelVariable(reading: Reading, owner: Owner, at: Part): ModelVariable | undefined {
  const found = lookUp(reading, owner, at);
  return found === undefined ? undefined : found.variable;
}

export function modelConstant(reading: Reading, owner: Owner, at: Part): ModelConstant | undefined {
  const found = lookUp(reading, owner, at);
  if (found === undefined) return undefined;
  const place = constantAt(reading.model, found.element);
  if (typeof place === "string") {
    reading.found.push(report(place, valueSpan(inside(at, "variable")), { name: found.variable.name }));
    return undefined;
  }
  const { definition } = place.equation;
  const value = definition.kind === "constant" ? definition.values[place.turn]! : Number.NaN;
  return { ...found.variable, value };
}

function lookUp(reading: Reading, owner: Owner, at: Part) {
  const { value: element, diagnostics } = findElement(reading.model, owner.variable);
  const span = valueSpan(inside(at, "variable"));
  reading.found.push(...diagnostics.map((diagnostic) => ({ ...diagnostic, span })));
  if (element === undefined) return undefined;
  const variable = describe(elementName(reading.model, element), reading.model.variables[element.variable]!);
  checkUnit(reading, owner.unit, variable, inside(at, "unit"));
  return { element, variable };
}

function describe(name: string, { units, unitsText }: Variable): ModelVariable {
  return { name, unit: units, unitText: unitsText };
}
