import type { Dimension, DimensionId } from "../model.ts";
import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import { nearestName } from "../syntax/nearest-name.ts";
import { elementNames, type NumberedNames, placeOf } from "../syntax/numbered-names.ts";
import type { DimensionSyntax, NameSyntax } from "../syntax/syntax-tree.ts";
import { type ElementSet, elementSet, NumberedElements } from "./element-set.ts";

/** A dimension with what is needed to look things up in it. */
export interface NamedDimension extends Pick<Dimension, "id" | "name" | "span"> {
  readonly elements: ElementSet;
}

export interface DimensionTable {
  readonly all: readonly NamedDimension[];
  find(name: string): NamedDimension | undefined;
  at(id: DimensionId): NamedDimension;
  /** The largest dimension that has the element, so that a subrange does not change its number. */
  homeOf(element: string): NamedDimension | undefined;
  /** The largest dimension that has all elements of this one. */
  wholeOf(dimension: NamedDimension): NamedDimension;
  /**
   * For each element of `to` (in its order) the one of `from` that stands for it by a mapping between the two;
   * "none" where there is no mapping, "ambiguous" where it does not give exactly one.
   */
  counterparts(from: NamedDimension, to: NamedDimension): readonly string[] | "none" | "ambiguous";
}

export function dimensionTable(syntax: readonly DimensionSyntax[]): Outcome<DimensionTable> {
  const diagnostics: Diagnostic[] = [];
  const written = new Map(syntax.map((dimension) => [nameKey(dimension.name), dimension]));
  const all = syntax.map((dimension, id) => named(dimension, id, elementsOf(dimension, written, diagnostics)));
  const byKey = new Map(all.map((dimension) => [nameKey(dimension.name), dimension]));
  const maps = mappingsOf(syntax, byKey, diagnostics);

  const table: DimensionTable = {
    all,
    find: (name) => byKey.get(nameKey(name)),
    at: (id) => all[id]!,
    homeOf: (element) => homeOf(nameKey(element), all),
    wholeOf: (dimension) => wholeOf(dimension, all),
    counterparts: (from, to) => counterparts(from, to, maps),
  };
  return { value: table, diagnostics };
}

function named({ name, span }: DimensionSyntax, id: number, elements: ElementSet): NamedDimension {
  return { id: id as DimensionId, name, elements, span };
}

/** The first of the largest that have the element. */
function homeOf(key: string, all: readonly NamedDimension[]): NamedDimension | undefined {
  return all.reduce<NamedDimension | undefined>((home, dimension) => {
    const isLarger = (home?.elements.size ?? 0) < dimension.elements.size;
    return isLarger && dimension.elements.placeOf(key) !== undefined ? dimension : home;
  }, undefined);
}

function wholeOf(part: NamedDimension, all: readonly NamedDimension[]): NamedDimension {
  return all.reduce((largest, dimension) => {
    const { elements } = dimension;
    const isLarger = elements.size > largest.elements.size;
    return isLarger && part.elements.keys.every((key) => elements.placeOf(key) !== undefined) ? dimension : largest;
  }, part);
}

type Written = ReadonlyMap<string, DimensionSyntax>;

/** The elements of a dimension: its own, those of the ranges it names, or those of the dimension that it is another name of. */
function elementsOf(dimension: DimensionSyntax, written: Written, found: Diagnostic[]): ElementSet {
  const row = onlyRow(dimension, written);
  if (row !== undefined) return new NumberedElements(row);
  const elements = new Map<string, string>();
  const cyclic = !collect(dimension, written, new Set(), elements, found);
  if (cyclic) found.push(report("dimension-cycle", dimension.span, { name: dimension.name }));
  return elementSet([...elements.values()], [...elements.keys()]);
}

/** Where a dimension is one row of names, none of which names a dimension. */
function onlyRow({ aliasOf, elements }: DimensionSyntax, written: Written): NumberedNames | undefined {
  const [row, ...others] = elements;
  if (aliasOf !== undefined || others.length > 0 || row === undefined || !("stem" in row)) return undefined;
  return [...written.keys()].some((key) => placeOf(row, key) !== undefined) ? undefined : row;
}

/** False where the dimension turns out to hold itself. */
function collect(
  dimension: DimensionSyntax,
  written: Written,
  within: ReadonlySet<DimensionSyntax>,
  elements: Map<string, string>,
  found: Diagnostic[],
): boolean {
  if (within.has(dimension)) return false;
  const inside = new Set([...within, dimension]);
  const parts = dimension.aliasOf ? [dimension.aliasOf] : elementNames(dimension.elements);
  return parts.every((part) => {
    const range = written.get(nameKey(part.name));
    if (range) return collect(range, written, inside, elements, found);
    if (part === dimension.aliasOf) found.push(unknownSubscript(part, dimension.name));
    else if (!elements.has(nameKey(part.name))) elements.set(nameKey(part.name), part.name);
    return true;
  });
}

function unknownSubscript({ name, span }: NameSyntax, user: string): Diagnostic {
  return report("unknown-subscript", span, { name, user });
}

/** One mapping: for each element of `from`, those of `to` that it stands for. */
interface Mapping {
  readonly from: NamedDimension;
  readonly to: NamedDimension;
  readonly image: readonly (readonly string[])[];
}

function mappingsOf(
  syntax: readonly DimensionSyntax[],
  byKey: ReadonlyMap<string, NamedDimension>,
  found: Diagnostic[],
): readonly Mapping[] {
  return syntax.flatMap((dimension) =>
    dimension.mappings.flatMap((mapping) => {
      const from = byKey.get(nameKey(dimension.name))!;
      const to = byKey.get(nameKey(mapping.to.name));
      if (to === undefined) {
        found.push(unknownSubscript(mapping.to, dimension.name));
        return [];
      }
      const listed = elementNames(mapping.elements);
      found.push(...listed.flatMap((element) => unknownIn(element, from, to, byKey)));
      const parts = listed.length === 0 ? to.elements.keys.map((key) => [key]) : listed.map(partOf(byKey));
      if (parts.length === from.elements.size) return [{ from, to, image: parts }];
      const facts = { dimension: from.name, to: to.name, wanted: from.elements.size, given: parts.length };
      found.push(report("mapping-size", mapping.to.span, facts));
      return [];
    }),
  );
}

/** Whether the list of a mapping names what is neither an element of the other dimension nor a range. */
function unknownIn(
  { name, span }: NameSyntax,
  from: NamedDimension,
  to: NamedDimension,
  byKey: ReadonlyMap<string, NamedDimension>,
): readonly Diagnostic[] {
  if (byKey.has(nameKey(name)) || to.elements.placeOf(nameKey(name)) !== undefined) return [];
  const near = nearestName(name, to.elements.names);
  return [report("unknown-subscript", span, { name, user: from.name, near })];
}

/** An entry of a mapping's list: an element, or a range that stands for all of its own. */
const partOf =
  (byKey: ReadonlyMap<string, NamedDimension>) =>
  ({ name }: NameSyntax): readonly string[] =>
    byKey.get(nameKey(name))?.elements.keys ?? [nameKey(name)];

function counterparts(
  from: NamedDimension,
  to: NamedDimension,
  maps: readonly Mapping[],
): readonly string[] | "none" | "ambiguous" {
  if (isSameRange(from, to)) return to.elements.keys;
  const forwards = maps.find((map) => map.from === from && map.to === to);
  if (forwards) {
    const { keys } = from.elements;
    return onlyOne(to.elements.keys.map((key) => keys.filter((_, place) => forwards.image[place]!.includes(key))));
  }
  const backwards = maps.find((map) => map.from === to && map.to === from);
  return backwards ? onlyOne(backwards.image) : "none";
}

/** The same elements in the same order: `A <-> B`, or a range written out twice. */
function isSameRange(a: NamedDimension, b: NamedDimension): boolean {
  return a.elements.size === b.elements.size && a.elements.keys.every((key, place) => b.elements.keys[place] === key);
}

function onlyOne(choices: readonly (readonly string[])[]): readonly string[] | "ambiguous" {
  return choices.every((choice) => choice.length === 1) ? choices.map((choice) => choice[0]!) : "ambiguous";
}
