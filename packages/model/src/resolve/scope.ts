import type { Axis, DimensionId, Index, Loop } from "../model.ts";
import type { NamedDimension } from "./dimension-table.ts";
import type { NamedAxis, NamedVariable } from "./draft.ts";

/**
 * What a dimension's name means at a place in an equation: which of its elements each turn of a loop stands at. One without a
 * loop stands at a single element, where the left-hand side names one.
 */
export interface Binding {
  readonly dimension: DimensionId;
  /** Bound by a reduction (`region!`), not by the left-hand side. */
  readonly bang: boolean;
  readonly loop: number | undefined;
  /** Keys of elements, one a turn; a single one where there is no loop. */
  readonly elements: readonly string[];
}

/** Where an expression stands: the loops around it, outside in, and what they bind. */
export interface Scope {
  readonly variable: NamedVariable;
  readonly loops: readonly Loop[];
  readonly bindings: readonly Binding[];
}

/** The scope inside a reduction over some dimensions, each in a loop of its own. */
export function withReduction(scope: Scope, dimensions: readonly NamedDimension[]): Scope {
  const first = scope.loops.length;
  return {
    ...scope,
    loops: [...scope.loops, ...dimensions.map(({ keys }) => ({ size: keys.length }))],
    bindings: [
      ...scope.bindings,
      ...dimensions.map((d, place) => ({ dimension: d.id, bang: true, loop: first + place, elements: d.keys })),
    ],
  };
}

/** Where each turn of a binding's loop stands on an axis; undefined where the axis lacks one of its elements. */
export function indexOn(
  binding: Binding,
  elements: readonly string[],
  { keys, places, order }: Pick<NamedAxis, "keys" | "places" | "order">,
): Index | undefined {
  const positions = elements === keys ? order : elements.map((key) => places.get(key) ?? -1);
  if (positions.includes(-1)) return undefined;
  return binding.loop === undefined
    ? { kind: "fixed", position: positions[0]! }
    : { kind: "loop", loop: binding.loop, positions };
}

/** Axes for a hidden variable that has a value for every turn of a scope, and where each turn puts it. */
export function axesOf(
  scope: Scope,
  dimensionAt: (id: DimensionId) => NamedDimension,
): readonly (Axis & { at: Index })[] {
  return scope.bindings.flatMap((binding) => {
    if (binding.loop === undefined) return [];
    const dimension = dimensionAt(binding.dimension);
    const part = dimension.keys === binding.elements ? dimension : partOf(dimension, binding.elements);
    const at = indexOn(binding, binding.elements, part)!;
    return [{ dimension: binding.dimension, elements: part.elements, at }];
  });
}

/** The elements of a dimension that are among some, in its order. */
function partOf({ keys: all, elements, places }: NamedDimension, some: readonly string[]) {
  const held = new Set(some);
  const keys = all.filter((key) => held.has(key));
  return {
    keys,
    elements: keys.map((key) => elements[places.get(key)!]!),
    places: new Map(keys.map((key, place) => [key, place])),
    order: keys.map((_, place) => place),
  };
}
