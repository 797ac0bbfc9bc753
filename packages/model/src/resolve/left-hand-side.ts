import type { DimensionId, Index, Loop } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { LeftSubscriptSyntax, NameSyntax } from "../syntax/syntax-tree.ts";
import type { Draft, NamedAxis, NamedVariable } from "./draft.ts";
import { type ElementKeys, oneKey } from "./element-set.ts";
import type { Binding, Scope } from "./scope.ts";

/** What one subscript on the left means: all elements of a dimension, or one element. */
export interface LeftSubscript {
  readonly dimension: DimensionId | undefined;
  /** The dimension that the file says an element belongs to; XMILE's elements are known within their dimension only. */
  readonly home: DimensionId | undefined;
  readonly elements: ElementKeys;
}

/** Reads a subscript on the left; undefined where it is neither a dimension nor an element. */
export function leftSubscript(
  dimensions: Draft["dimensions"],
  { name, dimension: within }: LeftSubscriptSyntax,
): LeftSubscript | undefined {
  const dimension = within === undefined ? dimensions.find(name) : undefined;
  if (dimension) return { dimension: dimension.id, home: undefined, elements: dimension.elements };
  const home = within === undefined ? dimensions.homeOf(name) : dimensions.find(within);
  if (home?.elements.placeOf(nameKey(name)) === undefined) return undefined;
  return { dimension: undefined, home: within === undefined ? undefined : home.id, elements: oneKey(nameKey(name)) };
}

/** The turns of an equation: which elements of its variable it defines, and what its subscripts mean inside it. */
export interface Turns {
  readonly scope: Scope;
  readonly at: readonly Index[];
}

/**
 * The turns of one equation. One loop a dimension on the left; with :EXCEPT:, what is left is no longer a block, so a single
 * loop runs over the combinations that remain.
 */
export function turnsOf(
  draft: Draft,
  variable: NamedVariable,
  subscripts: readonly LeftSubscriptSyntax[],
  except: readonly (readonly NameSyntax[])[],
): Turns {
  const left = subscripts.map((subscript) => leftSubscript(draft.dimensions, subscript)!);
  return except.length === 0 ? blockOf(variable, left) : remainderOf(draft, variable, left, except);
}

function blockOf(variable: NamedVariable, left: readonly LeftSubscript[]): Turns {
  const loops: Loop[] = [];
  const bindings: Binding[] = [];
  for (const [k, { dimension, elements }] of left.entries()) {
    // The same range twice on the left is one loop: the diagonal.
    const before = bindings.find((binding) => binding.loop !== undefined && binding.dimension === dimension);
    if (before) continue;
    if (dimension === undefined) bindings.push(standingAt(variable.axes[k]!, elements));
    else bindings.push({ dimension, bang: false, loop: loops.push({ size: elements.size }) - 1, elements });
  }
  return { scope: { variable, loops, bindings }, at: left.map((one, k) => indexIn(variable.axes[k]!, one, bindings)) };
}

function indexIn(axis: NamedAxis, { dimension, elements }: LeftSubscript, bindings: readonly Binding[]): Index {
  const { order } = axis.elements;
  const positions = elements === axis.elements ? order : elements.keys.map((key) => axis.elements.placeOf(key)!);
  const loop = bindings.find((binding) => binding.dimension === dimension)?.loop;
  return dimension === undefined || loop === undefined
    ? { kind: "fixed", position: positions[0]! }
    : { kind: "loop", loop, positions };
}

function standingAt({ dimension }: NamedAxis, elements: ElementKeys): Binding {
  return { dimension, bang: false, loop: undefined, elements };
}

function remainderOf(
  draft: Draft,
  variable: NamedVariable,
  left: readonly LeftSubscript[],
  except: readonly (readonly NameSyntax[])[],
): Turns {
  const holes = except.flatMap((names) => holeOf(draft, variable, names));
  const combinations = product(left.map(({ elements }) => elements.keys)).filter(
    (keys) => !holes.some((hole) => hole.every((part, k) => part.has(keys[k]!))),
  );
  const bindings = left.map(({ dimension }, k): Binding => {
    if (dimension === undefined) return standingAt(variable.axes[k]!, left[k]!.elements);
    const elements = { size: combinations.length, keys: combinations.map((keys) => keys[k]!) };
    return { dimension, bang: false, loop: 0, elements };
  });
  const at = left.map((one, k): Index => {
    const { elements } = variable.axes[k]!;
    if (one.dimension === undefined) return { kind: "fixed", position: elements.placeOf(one.elements.keys[0]!)! };
    return { kind: "loop", loop: 0, positions: combinations.map((keys) => elements.placeOf(keys[k]!)!) };
  });
  return { scope: { variable, loops: [{ size: combinations.length }], bindings }, at };
}

/** The block of elements that one bracket of :EXCEPT: takes out. */
function holeOf(
  draft: Draft,
  variable: NamedVariable,
  names: readonly NameSyntax[],
): readonly (readonly ReadonlySet<string>[])[] {
  if (names.length !== variable.axes.length) {
    const facts = { name: variable.name, wanted: variable.axes.length, given: names.length };
    if (names[0]) draft.found.push(report("subscript-count", names[0].span, facts));
    return [];
  }
  const parts = names.map((name) => {
    const part = leftSubscript(draft.dimensions, name);
    if (part === undefined)
      draft.found.push(report("unknown-subscript", name.span, { name: name.name, user: variable.name }));
    return part;
  });
  return parts.every((part) => part !== undefined) ? [parts.map(({ elements }) => new Set(elements.keys))] : [];
}

function product(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((key) => [...row, key])),
    [[]],
  );
}
