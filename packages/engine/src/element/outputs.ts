import type { Diagnostic, Model, Outcome, Variable } from "@sequitur/model";
import { report } from "../diagnostics.ts";
import type { ElementName } from "../program.ts";
import { type Element, offsetAt, sizeOf, turnCount, turnsOf } from "./element.ts";
import { findElements, placeOfName } from "./find-element.ts";

/**
 * The elements that are asked for. An array named without subscripts stands for all its elements; "all" is every element
 * that has a number, but for Time itself and hidden variables.
 */
export function chosenOutputs(model: Model, outputs: readonly ElementName[] | "all"): Outcome<readonly Element[]> {
  if (outputs === "all") return { value: allOutputs(model), diagnostics: [] };
  const defined = definedElements(model);
  const chosen: Element[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of outputs) {
    const { value, diagnostics: faults } = findElements(model, name);
    diagnostics.push(...faults);
    const numbers = value.filter(({ variable, offset }) => defined[variable]![offset] === 1);
    if (numbers.length === 0 && value.length > 0) diagnostics.push(report("no-numbers", placeOfName(name), { name }));
    chosen.push(...numbers);
  }
  return { value: chosen, diagnostics };
}

function allOutputs(model: Model): readonly Element[] {
  const defined = definedElements(model);
  const listed = ({ id, hidden }: Variable) => !hidden && id !== model.simulation.timeVariables.time;
  return model.variables
    .filter(listed)
    .flatMap(({ id }) =>
      Array.from(defined[id]!, (is, offset) => (is === 1 ? { variable: id, offset } : undefined)).filter(isThere),
    );
}

const isThere = (element: Element | undefined): element is Element => element !== undefined;

/** By variable and offset, 1 where some equation gives a number; Time has one without any. */
function definedElements(model: Model): readonly Uint8Array[] {
  const defined = model.variables.map((variable) => new Uint8Array(sizeOf(variable)));
  defined[model.simulation.timeVariables.time]?.fill(1);
  for (const { variable, loops, at, definition } of model.equations) {
    if (definition.kind === "lookup") continue;
    const { axes } = model.variables[variable]!;
    for (let turn = 0; turn < turnCount(loops); turn++)
      defined[variable]![offsetAt(axes, at, turnsOf(loops, turn))] = 1;
  }
  return defined;
}
