import {
  type Diagnostic,
  effectsIn,
  type Model,
  nameKey,
  type SyntaxTree,
  structureOf,
  type VariableSyntax,
} from "@sequitur/model";
import { type FeedbackLoops, feedbackLoops } from "./feedback-loops.ts";
import { shortestLoops } from "./shortest-loops.ts";

/** A model as its documentation lists it. */
export interface Listing {
  readonly name: string;
  readonly variables: readonly ListedVariable[];
  /** In the order of the file; undefined holds what is in none. */
  readonly groups: readonly (string | undefined)[];
  /** All of them, or where they are too many a shortest one for each link: see `shortestLoops`. */
  readonly loops: FeedbackLoops & { readonly chosen: boolean };
  readonly unitFaults: readonly Diagnostic[];
}

export interface ListedVariable {
  readonly place: number;
  readonly name: string;
  readonly type: string;
  readonly subscripts: string;
  readonly units: string;
  readonly comment: string;
  readonly group: string | undefined;
  readonly equations: readonly VariableSyntax[];
  /** Places of other variables in the listing. */
  readonly uses: readonly number[];
  readonly usedBy: readonly number[];
  /** Numbers of loops in `loops`. */
  readonly inLoops: readonly number[];
}

/** More loops than this nobody reads. */
const limits = { loops: 100, steps: 2_000_000 };
const widerLimits = { loops: 1000, steps: 50_000_000 };

function loopsOf(next: readonly (readonly number[])[]): Listing["loops"] {
  const all = feedbackLoops(next, limits);
  if (all.complete) return { loops: all.loops.toSorted((a, b) => a.length - b.length), complete: true, chosen: false };
  return { ...shortestLoops(next, widerLimits), chosen: true };
}

export function listingOf(tree: SyntaxTree, model: Model, diagnostics: readonly Diagnostic[]): Listing {
  const names = new Map(
    model.variables.filter(({ hidden }) => !hidden).map((variable) => [nameKey(variable.name), variable]),
  );
  const syntax = new Map<string, VariableSyntax[]>();
  for (const variable of tree.variables) {
    const key = nameKey([...variable.modulePath, variable.name].join("."));
    syntax.set(key, [...(syntax.get(key) ?? []), variable]);
  }
  const keys = [...names.keys()].filter((key) => syntax.has(key)).sort();
  const places = new Map(keys.map((key, place) => [key, place]));
  const next = effectsOf(tree, places);
  const loops = loopsOf(next);
  const variables = keys.map((key, place) => {
    const variable = names.get(key)!;
    return {
      place,
      name: variable.name,
      type: variable.role,
      subscripts: variable.axes.map(({ dimension }) => model.dimensions[dimension]?.name ?? "").join(", "),
      units: variable.unitsText,
      comment: variable.comment,
      group: variable.group,
      equations: syntax.get(key)!,
      uses: next.flatMap((effects, from) => (effects.includes(place) ? [from] : [])),
      usedBy: next[place]!,
      inLoops: loops.loops.flatMap((loop, number) => (loop.includes(place) ? [number] : [])),
    };
  });
  const groups = [undefined, ...model.groups.map(({ name }) => name)];
  const unitFaults = diagnostics.filter(({ code }) => /unit/u.test(code));
  return { name: model.name, variables, groups: [...new Set(groups)], loops, unitFaults };
}

/** For each variable, those that it acts on. */
function effectsOf(tree: SyntaxTree, places: ReadonlyMap<string, number>): readonly (readonly number[])[] {
  const next = [...places].map((): Set<number> => new Set());
  for (const [from, to] of effectsIn(structureOf(tree))) {
    const [cause, effect] = [places.get(from), places.get(to)];
    if (cause !== undefined && effect !== undefined) next[cause]!.add(effect);
  }
  return next.map((effects) => [...effects]);
}
