import type { Index } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import { nearestName } from "../syntax/nearest-name.ts";
import type { SubscriptSyntax } from "../syntax/syntax-tree.ts";
import type { NamedDimension } from "./dimension-table.ts";
import type { Draft, NamedAxis, NamedVariable } from "./draft.ts";
import type { ElementKeys } from "./element-set.ts";
import { type Binding, indexOn, type Scope } from "./scope.ts";

/** Where a reference to a subscripted variable points; undefined, with a diagnostic, where it points nowhere. */
export function indicesOf(
  draft: Draft,
  scope: Scope,
  variable: NamedVariable,
  subscripts: readonly SubscriptSyntax[],
  span: Span,
): readonly Index[] | undefined {
  if (subscripts.length !== variable.axes.length) {
    // A whole array without subscripts means the same element as on the left, where that is clear.
    if (subscripts.length === 0) return impliedIndices(draft, scope, variable, span);
    const facts = { name: variable.name, wanted: variable.axes.length, given: subscripts.length };
    draft.found.push(report("subscript-count", span, facts));
    return undefined;
  }
  const indices = subscripts.map((subscript, k) => indexOf(draft, scope, variable, variable.axes[k]!, subscript));
  return indices.every((index) => index !== undefined) ? indices : undefined;
}

function impliedIndices(draft: Draft, scope: Scope, variable: NamedVariable, span: Span): readonly Index[] | undefined {
  const indices = variable.axes.map((axis) => {
    const binding = scope.bindings.find(({ dimension, bang }) => !bang && dimension === axis.dimension);
    return binding && indexOn(binding, binding.elements, axis.elements);
  });
  if (indices.every((index) => index !== undefined)) return indices;
  draft.found.push(report("subscript-count", span, { name: variable.name, wanted: variable.axes.length, given: 0 }));
  return undefined;
}

export function indexOf(
  draft: Draft,
  scope: Scope,
  variable: NamedVariable,
  axis: NamedAxis,
  subscript: SubscriptSyntax,
): Index | undefined {
  if (subscript.index !== undefined) {
    draft.found.push(report("computed-subscript", subscript.span, { name: variable.name }));
    return undefined;
  }
  const dimension = subscript.dimension === undefined ? draft.dimensions.find(subscript.name) : undefined;
  if (dimension) return indexByDimension(draft, scope, variable, axis, dimension, subscript);
  const position = axis.elements.placeOf(nameKey(subscript.name));
  if (position !== undefined) return { kind: "fixed", position };
  const facts = draft.dimensions.homeOf(subscript.name)
    ? report("element-outside", subscript.span, { element: subscript.name, name: variable.name })
    : unknownSubscript(draft, subscript.name, variable.name, subscript.span);
  draft.found.push(facts);
  return undefined;
}

export function unknownSubscript(draft: Draft, name: string, user: string, span: Span) {
  const known = draft.dimensions.all.flatMap((dimension) => [dimension.name, ...dimension.elements.names]);
  return report("unknown-subscript", span, { name, user, near: nearestName(name, known) });
}

function indexByDimension(
  draft: Draft,
  scope: Scope,
  variable: NamedVariable,
  axis: NamedAxis,
  dimension: NamedDimension,
  subscript: SubscriptSyntax,
): Index | undefined {
  const bound = bindingOf(draft, scope, dimension, subscript);
  if (bound === undefined) {
    const facts = { dimension: dimension.name, name: variable.name, user: scope.variable.name };
    draft.found.push(
      subscript.bang
        ? report("bang-outside", subscript.span, { name: subscript.name })
        : report("unbound-dimension", subscript.span, facts),
    );
    return undefined;
  }
  if (bound === "ambiguous") {
    draft.found.push(
      report("ambiguous-mapping", subscript.span, { dimension: dimension.name, to: scope.variable.name }),
    );
    return undefined;
  }
  const index = indexOn(bound.binding, bound.elements, axis.elements);
  if (index) return index;
  const element = bound.elements.keys.find((key) => axis.elements.placeOf(key) === undefined)!;
  const place = dimension.elements.placeOf(element);
  const written = place === undefined ? element : dimension.elements.names[place]!;
  const facts = { element: written, name: variable.name };
  draft.found.push(report("element-outside", subscript.span, facts));
  return undefined;
}

interface Bound {
  readonly binding: Binding;
  /** The named dimension's elements, one a turn of the binding's loop. */
  readonly elements: ElementKeys;
}

/** What a dimension's name stands for in a scope: bound by itself, or through a mapping to one that is. */
export function bindingOf(
  draft: Draft,
  scope: Scope,
  dimension: NamedDimension,
  { bang }: { readonly bang: boolean },
): Bound | "ambiguous" | undefined {
  const candidates = scope.bindings.filter((binding) => binding.bang === bang).toReversed();
  const own = candidates.find((binding) => binding.dimension === dimension.id);
  if (own) return { binding: own, elements: own.elements };
  if (bang) return undefined;
  let ambiguous = false;
  for (const binding of candidates) {
    const to = draft.dimensions.at(binding.dimension);
    const counterparts = draft.dimensions.counterparts(dimension, to);
    if (counterparts === "ambiguous") ambiguous = true;
    else if (counterparts !== "none") {
      const keys = binding.elements.keys.map((key) => counterparts[to.elements.placeOf(key)!]!);
      return { binding, elements: { size: keys.length, keys } };
    }
  }
  return ambiguous ? "ambiguous" : undefined;
}
