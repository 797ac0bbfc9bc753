import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Diagram } from "./diagram.ts";
import { laidOut } from "./layout.ts";
import type { Structure } from "./structure.ts";

/** Variables of a model that belong together, by keys of names. */
export interface Group {
  readonly name: string;
  readonly keys: ReadonlySet<string>;
}

/** The groups of a tree that have more than one variable to draw. */
export function groupsOf({ groups, variables }: SyntaxTree, { names }: Structure): readonly Group[] {
  return groups
    .map(({ name }): Group => {
      const inside = variables.filter(({ group }) => group !== undefined && nameKey(group) === nameKey(name));
      return { name, keys: new Set(inside.map((variable) => nameKey(variable.name)).filter((key) => names.has(key))) };
    })
    .filter(({ keys }) => keys.size > 1);
}

/**
 * A drawing for a model that has none: a group at a time, as a modeller would draw it, where it has groups; else the whole. What stands in
 * no group is drawn where it acts.
 */
export function laidOutByGroup(structure: Structure, groups: readonly Group[]): readonly Diagram[] {
  return groups.length < 2 ? laidOut(structure) : groups.flatMap((group) => groupLayout(structure, group));
}

/** A group's variables, and as shadows what acts on them from elsewhere. */
function groupLayout({ names, stocks, flows, causes }: Structure, { name, keys }: Group): readonly Diagram[] {
  const acting = causes.filter(([, to]) => keys.has(to));
  const shown = new Set([...keys, ...acting.map(([from]) => from)]);
  const own = [...flows].filter(([key]) => keys.has(key));
  for (const [, { from, to }] of own) for (const end of [from, to]) if (end !== undefined) shown.add(end);
  const part: Structure = {
    names: new Map([...names].filter(([key]) => shown.has(key))),
    stocks: new Set([...stocks].filter((key) => shown.has(key))),
    flows: new Map(own),
    causes: acting,
  };
  return laidOut(part).map((diagram) => ({
    ...diagram,
    name,
    nodes: diagram.nodes.map((node) => ({ ...node, shadow: node.kind !== "cloud" && !keys.has(nameKey(node.name)) })),
  }));
}
