import type { Axis, DimensionId, Index, Loop } from "../model.ts";
import type { NamedDimension } from "./dimension-table.ts";
import { axisOver, type NamedVariable } from "./draft.ts";
import { type ElementKeys, type ElementSet, partOf } from "./element-set.ts";

/**
 * What a dimension's name means at a place in an equation: which of its elements each turn of a loop stands at. One without a
 * loop stands at a single element, where the left-hand side names one.
 */
export interface Binding {
  readonly dimension: DimensionId;
  /** Bound by a reduction (`region!`), not by the left-hand side. */
  readonly bang: boolean;
  readonly loop: number | undefined;
  /** One a turn; a single one where there is no loop. */
  readonly elements: ElementKeys;
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
    loops: [...scope.loops, ...dimensions.map(({ elements }) => ({ size: elements.size }))],
    bindings: [
      ...scope.bindings,
      ...dimensions.map(({ id, elements }, place) => ({ dimension: id, bang: true, loop: first + place, elements })),
    ],
  };
}

/** Where each turn of a binding's loop stands on an axis; undefined where the axis lacks one of its elements. */
export function indexOn(binding: Binding, elements: ElementKeys, axis: ElementSet): Index | undefined {
  const positions = elements === axis ? axis.order : elements.keys.map((key) => axis.placeOf(key) ?? -1);
  if (elements !== axis && positions.includes(-1)) return undefined;
  return binding.loop === undefined
    ? { kind: "fixed", position: positions[0]! }
    : { kind: "loop", loop: binding.loop, positions };
}

/** Axes for a hidden variable that has a value for every turn of a scope, and where each turn puts it. */
export function axesOf(
  scope: Scope,
  dimensionAt: (id: DimensionId) => NamedDimension,
): readonly { readonly axis: Axis; readonly at: Index }[] {
  return scope.bindings.flatMap((binding) => {
    if (binding.loop === undefined) return [];
    const { elements: whole } = dimensionAt(binding.dimension);
    const part = whole === binding.elements ? whole : partOf(whole, new Set(binding.elements.keys));
    const at = indexOn(binding, binding.elements, part)!;
    return [{ axis: axisOver(binding.dimension, part), at }];
  });
}
