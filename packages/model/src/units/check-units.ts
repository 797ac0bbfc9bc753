import type { VariableId } from "../model.ts";
import type { ResolvedTree } from "../resolve/resolved-tree.ts";
import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import { checkEquation } from "./equation-units.ts";
import type { Unit } from "./unit.ts";
import { unitNamesOf } from "./unit-names.ts";
import { unitOracle } from "./unit-of.ts";
import { parseUnit, type UnitNames, unitNamesIn } from "./unit-text.ts";

export interface CheckedUnits {
  readonly units: ReadonlyMap<VariableId, Unit>;
  readonly unitNames: UnitNames;
}

/** Reads every unit and holds every equation to them. What has no unit is held to nothing. */
export function checkUnits(tree: ResolvedTree): Outcome<CheckedUnits> {
  const found: Diagnostic[] = [];
  const texts = [tree.timeUnits, ...tree.variables.map(({ unitsText }) => unitsText)];
  const unitNames = unitNamesOf({ synonyms: tree.unitSynonyms, definitions: tree.unitDefinitions, texts });
  const units = declaredUnits(tree, unitNames, found);
  const oracle = unitOracle(tree, units, timeUnitOf(tree.timeUnits, unitNames), found);
  for (const equation of tree.equations)
    if (!tree.variables[equation.variable]!.hidden) checkEquation(tree, oracle, equation, found);
  return { value: { units, unitNames }, diagnostics: found };
}

/** "Time" is what a file says whose author has not chosen a unit of time: it is held to nothing. */
function timeUnitOf(text: string, unitNames: UnitNames): Unit | undefined {
  return nameKey(text) === "time" ? undefined : parseUnit(text, unitNames);
}

function isPerTime(text: string): boolean {
  return unitNamesIn(text).some((name) => nameKey(name) === "time");
}

function declaredUnits(tree: ResolvedTree, unitNames: UnitNames, found: Diagnostic[]): Map<VariableId, Unit> {
  const units = new Map<VariableId, Unit>();
  const isChosen = timeUnitOf(tree.timeUnits, unitNames) !== undefined;
  for (const { id, name, unitsText, unitsSpan } of tree.variables) {
    if (unitsText.trim() === "" || (!isChosen && isPerTime(unitsText))) continue;
    const unit = parseUnit(unitsText, unitNames);
    if (unit) units.set(id, unit);
    else if (unitsSpan) found.push(report("unreadable-unit", unitsSpan, { name, unit: unitsText }));
  }
  return units;
}
