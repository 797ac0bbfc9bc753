import type { Definition, Diagnostic, Equation, Model, Outcome } from "@sequitur/model";
import { report } from "../diagnostics.ts";
import type { ElementName } from "../program.ts";
import { type Element, offsetAt, turnCount, turnsOf } from "./element.ts";
import { findElements, placeOfName } from "./find-element.ts";

/**
 * The model with other values for some constants; a name without subscripts sets every element. One of the four times may
 * be set even where the model computes it (`SAVEPER = TIME STEP`).
 */
export function withSettings(model: Model, set: Readonly<Record<ElementName, number>>): Outcome<Model> {
  const diagnostics: Diagnostic[] = [];
  let changed = model;
  for (const [name, value] of Object.entries(set)) {
    const outcome = withSetting(changed, name, value);
    diagnostics.push(...outcome.diagnostics);
    changed = outcome.value;
  }
  return { value: changed, diagnostics };
}

function withSetting(model: Model, name: string, value: number): Outcome<Model> {
  const fault = (diagnostic: Diagnostic): Outcome<Model> => ({ value: model, diagnostics: [diagnostic] });
  if (!Number.isFinite(value)) return fault(report("value-unusable", placeOfName(name), { name, value }));
  const { value: elements, diagnostics } = findElements(model, name);
  let changed = model;
  for (const element of elements) {
    const constant = constantAt(changed, element);
    if (constant === "not-a-constant" || constant === "constant-fixed")
      return fault(report(constant, placeOfName(name), { name }));
    changed = replaceEquation(changed, constant.equation, valueSet(constant, value));
  }
  return { value: changed, diagnostics };
}

/** Where the number of a constant's element stands. */
export interface ConstantPlace {
  readonly equation: Equation;
  readonly turn: number;
}

/** The place of a constant that may be given from outside, or why there is none. */
export function constantAt(model: Model, element: Element): ConstantPlace | "not-a-constant" | "constant-fixed" {
  const place = equationAt(model, element);
  if (place === undefined) return "not-a-constant";
  const { definition } = place.equation;
  if (definition.kind === "constant") return definition.settable ? place : "constant-fixed";
  return isSettableTime(model, place.equation) ? place : "not-a-constant";
}

function equationAt(model: Model, { variable, offset }: Element): ConstantPlace | undefined {
  const { axes } = model.variables[variable]!;
  for (const equation of model.equations) {
    if (equation.variable !== variable) continue;
    for (let turn = 0; turn < turnCount(equation.loops); turn++)
      if (offsetAt(axes, equation.at, turnsOf(equation.loops, turn)) === offset) return { equation, turn };
  }
  return undefined;
}

function isSettableTime({ simulation }: Model, { variable }: Equation): boolean {
  const { initialTime, finalTime, timeStep, saveStep } = simulation.timeVariables;
  return [initialTime, finalTime, timeStep, saveStep].includes(variable);
}

function valueSet({ equation: { definition }, turn }: ConstantPlace, value: number): Definition {
  const values = definition.kind === "constant" ? definition.values.with(turn, value) : [value];
  return { kind: "constant", values, settable: true };
}

/** A constant is in no order, so what was computed before and is one now leaves them. */
function replaceEquation(model: Model, { id }: Equation, definition: Definition): Model {
  const others = ({ equation }: { equation: Equation["id"] }) => equation !== id;
  return {
    ...model,
    equations: model.equations.map((equation) => (equation.id === id ? { ...equation, definition } : equation)),
    startup: model.startup.filter(others),
    step: model.step.filter(others),
  };
}
