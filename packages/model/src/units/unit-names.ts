import { nameKey } from "../syntax/name-key.ts";
import type { UnitsSyntax } from "../syntax/syntax-tree.ts";
import type { Unit } from "./unit.ts";
import { parseUnit, type UnitNames, unitNamesIn } from "./unit-text.ts";

/**
 * What a new Vensim model knows as one unit (the "22:" lines of its settings). Beyond these and the model's own synonyms,
 * Vensim takes units literally: vensim.com/documentation/ref_units_equiv.html.
 */
const everyModels: readonly (readonly string[])[] = [
  ["$", "Dollar", "Dollars", "$s"],
  ["Day", "Days"],
  ["Hour", "Hours"],
  ["Month", "Months"],
  ["Person", "People", "Persons"],
  ["Unit", "Units"],
  ["Week", "Weeks"],
  ["Year", "Years"],
];

interface Given {
  readonly synonyms: readonly (readonly string[])[];
  readonly definitions: readonly { readonly name: string; readonly equation: UnitsSyntax }[];
  /** Every unit text of the model, in order: the first spelling of a name is the one that is shown. */
  readonly texts: readonly string[];
}

/** One unit for each name and all its synonyms and spellings. */
export function unitNamesOf({ synonyms, definitions, texts }: Given): UnitNames {
  const shown = new Map<string, string>();
  for (const text of texts)
    for (const name of unitNamesIn(text)) if (!shown.has(nameKey(name))) shown.set(nameKey(name), name);
  const leaders = leadersOf([...synonyms, ...everyModels, ...pluralsIn(shown)]);
  const units = new Map<string, Unit>();
  for (const [key, leader] of leaders) units.set(key, baseUnit(firstShown(leader, leaders, shown)));
  for (const [key, name] of shown) if (!units.has(key)) units.set(key, baseUnit(name));
  for (const { name, equation } of definitions) define(name, equation, leaders, units);
  return units;
}

/**
 * "Minute" and "Minutes", "Fox" and "Foxes" in one model are one unit. Vensim would have them declared, but to report them would be to
 * tell a modeller nothing. Of two letters and fewer an "s" may make another unit: m and ms.
 */
function pluralsIn(shown: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  return [...shown].flatMap(([key, name]) => {
    const singular = [key.replace(/s$/u, ""), key.replace(/(?<=s|x|z|ch|sh)es$/u, "")].find(
      (each) => each !== key && each.length >= 3 && shown.has(each),
    );
    return singular === undefined ? [] : [[shown.get(singular)!, name]];
  });
}

function baseUnit(name: string): Unit {
  return { powers: new Map([[name, 1]]) };
}

/** For each name of a set of synonyms the one that leads it; sets that share a name are one set. */
function leadersOf(sets: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const leaders = new Map<string, string>();
  for (const set of sets) {
    const keys = set.map(nameKey);
    const leader = keys.map((key) => leaders.get(key)).find((known) => known !== undefined) ?? set[0];
    if (leader === undefined) continue;
    const merged = new Set(keys.flatMap((key) => leaders.get(key) ?? []));
    for (const [key, known] of leaders) if (merged.has(known)) leaders.set(key, leader);
    for (const key of keys) leaders.set(key, leader);
  }
  return leaders;
}

/** How the model itself writes a unit; the leader's own spelling where it does not. */
function firstShown(leader: string, leaders: ReadonlyMap<string, string>, shown: ReadonlyMap<string, string>): string {
  for (const [key, name] of shown) if (leaders.get(key) === leader) return name;
  return leader;
}

/** A unit given by an equation over others; one that cannot be read stands for itself. */
function define(
  name: string,
  equation: UnitsSyntax,
  leaders: ReadonlyMap<string, string>,
  units: Map<string, Unit>,
): void {
  const unit = parseUnit(equation.text, units);
  if (unit === undefined) return;
  const leader = leaders.get(nameKey(name));
  units.set(nameKey(name), unit);
  for (const [key, other] of leaders) if (other === leader) units.set(key, unit);
}
