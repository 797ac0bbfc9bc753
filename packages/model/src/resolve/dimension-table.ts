import type { Dimension, DimensionId } from "../model.ts";
import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { DimensionSyntax, NameSyntax } from "../syntax/syntax-tree.ts";

/** A dimension with what is needed to look things up in it. Elements are known by the key of their name. */
export interface NamedDimension extends Dimension {
  readonly keys: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** 0, 1, 2 …: where the elements stand, for whoever goes through all of them. */
  readonly order: readonly number[];
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

function named(syntax: DimensionSyntax, id: number, elements: readonly string[]): NamedDimension {
  const keys = elements.map(nameKey);
  return {
    id: id as DimensionId,
    name: syntax.name,
    elements,
    keys,
    places: new Map(keys.map((key, place) => [key, place])),
    order: keys.map((_, place) => place),
    span: syntax.span,
  };
}

/** The first of the largest that have the element. */
function homeOf(key: string, all: readonly NamedDimension[]): NamedDimension | undefined {
  return all.reduce<NamedDimension | undefined>((home, dimension) => {
    const isLarger = (home?.keys.length ?? 0) < dimension.keys.length;
    return isLarger && dimension.places.has(key) ? dimension : home;
  }, undefined);
}

function wholeOf(part: NamedDimension, all: readonly NamedDimension[]): NamedDimension {
  return all.reduce((largest, { keys, places }, at) => {
    const holds = keys.length > largest.keys.length && part.keys.every((key) => places.has(key));
    return holds ? all[at]! : largest;
  }, part);
}

type Written = ReadonlyMap<string, DimensionSyntax>;

/** The elements of a dimension: its own, those of the ranges it names, or those of the dimension that it is another name of. */
function elementsOf(dimension: DimensionSyntax, written: Written, found: Diagnostic[]): readonly string[] {
  const elements = new Map<string, string>();
  const cyclic = !collect(dimension, written, new Set(), elements, found);
  if (cyclic) found.push(report("dimension-cycle", dimension.span, { name: dimension.name }));
  return [...elements.values()];
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
  const parts = dimension.aliasOf ? [dimension.aliasOf] : dimension.elements;
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
      const parts = mapping.elements.length === 0 ? to.keys.map((key) => [key]) : mapping.elements.map(partOf(byKey));
      if (parts.length === from.keys.length) return [{ from, to, image: parts }];
      const facts = { dimension: from.name, to: to.name, wanted: from.keys.length, given: parts.length };
      found.push(report("mapping-size", mapping.to.span, facts));
      return [];
    }),
  );
}

/** An entry of a mapping's list: an element, or a range that stands for all of its own. */
const partOf =
  (byKey: ReadonlyMap<string, NamedDimension>) =>
  ({ name }: NameSyntax): readonly string[] =>
    byKey.get(nameKey(name))?.keys ?? [nameKey(name)];

function counterparts(
  from: NamedDimension,
  to: NamedDimension,
  maps: readonly Mapping[],
): readonly string[] | "none" | "ambiguous" {
  if (isSameRange(from, to)) return to.keys;
  const forwards = maps.find((map) => map.from === from && map.to === to);
  if (forwards)
    return onlyOne(to.keys.map((key) => from.keys.filter((_, place) => forwards.image[place]!.includes(key))));
  const backwards = maps.find((map) => map.from === to && map.to === from);
  return backwards ? onlyOne(backwards.image) : "none";
}

/** The same elements in the same order: `A <-> B`, or a range written out twice. */
function isSameRange(a: NamedDimension, b: NamedDimension): boolean {
  return a.keys.length === b.keys.length && a.keys.every((key, place) => b.keys[place] === key);
}

function onlyOne(choices: readonly (readonly string[])[]): readonly string[] | "ambiguous" {
  return choices.every((choice) => choice.length === 1) ? choices.map((choice) => choice[0]!) : "ambiguous";
}
