import { enumerateLoops } from "@sequitur/analysis";
import {
  type Diagram,
  drawnDiagrams,
  effectsIn,
  equationMathml,
  laidOut,
  type Model,
  nameKey,
  type Structure,
  type SyntaxTree,
  structureOf,
  type VariableSyntax,
} from "@sequitur/model";
import { isMachinery } from "./machinery.ts";
import type { ModelPicture } from "./opened-model.ts";

/** More loops than anyone can look at. */
const mostLoops = 400;

export function pictureOf(tree: SyntaxTree, model: Model): ModelPicture {
  const structure = withoutMachinery(structureOf(tree));
  const written = equationsOf(tree);
  const known = model.variables
    .filter(({ name, hidden }) => !hidden && written.has(nameKey(name)))
    .sort((a, b) => a.name.localeCompare(b.name));
  const places = new Map(known.map(({ name }, place) => [nameKey(name), place]));
  const links = effectsIn(structure).flatMap(([from, to]) => {
    const [cause, effect] = [places.get(from), places.get(to)];
    return cause === undefined || effect === undefined ? [] : [{ from: cause, to: effect, kind: "instant" as const }];
  });
  const variables = known.map((variable, place) => ({
    key: nameKey(variable.name),
    name: variable.name,
    role: variable.role,
    subscripts: variable.axes.map(({ dimension }) => model.dimensions[dimension]?.name ?? "").join(", "),
    unit: variable.unitsText,
    comment: variable.comment,
    group: variable.group,
    equations: written.get(nameKey(variable.name))!.map(equationMathml),
    causes: [...new Set(links.filter(({ to }) => to === place).map(({ from }) => from))],
    effects: [...new Set(links.filter(({ from }) => from === place).map(({ to }) => to))],
  }));
  const { loops, complete } = enumerateLoops({ variables: known.length, links }, mostLoops);
  const own = drawnDiagrams(tree, structure);
  return {
    variables,
    diagrams: own.length > 0 ? own : layouts(model, structure),
    drawn: own.length > 0,
    loops: loops.map(({ links: path }) => path.map((link) => links[link]!.from)).sort((a, b) => a.length - b.length),
    complete,
  };
}

function equationsOf({ variables }: SyntaxTree): ReadonlyMap<string, readonly VariableSyntax[]> {
  const byKey = new Map<string, VariableSyntax[]>();
  for (const variable of variables) {
    const key = nameKey([...variable.modulePath, variable.name].join("."));
    byKey.set(key, [...(byKey.get(key) ?? []), variable]);
  }
  return byKey;
}

/** A large model without a drawing is laid out a group at a time, as a modeller would draw it, and then as a whole. */
function layouts(model: Model, structure: Structure): readonly Diagram[] {
  const groups = model.groups
    .map(({ name }) => ({ name, keys: keysIn(model, name, structure) }))
    .filter(({ keys }) => keys.size > 1);
  const whole = laidOut(structure).map((diagram) => ({ ...diagram, name: "" }));
  return groups.length < 2 ? whole : [...groups.flatMap((group) => groupLayout(structure, group)), ...whole];
}

function keysIn(model: Model, group: string, { names }: Structure): ReadonlySet<string> {
  const inside = model.variables.filter((variable) => variable.group === group && !variable.hidden);
  return new Set(inside.map(({ name }) => nameKey(name)).filter((key) => names.has(key)));
}

/** A group's variables, and as shadows what acts on them from elsewhere. */
function groupLayout(
  { names, stocks, flows, causes }: Structure,
  { name, keys }: { readonly name: string; readonly keys: ReadonlySet<string> },
): readonly Diagram[] {
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

function withoutMachinery(structure: Structure): Structure {
  const isKept = (key: string) => !isMachinery(key);
  return {
    ...structure,
    names: new Map([...structure.names].filter(([key]) => isKept(key))),
    causes: structure.causes.filter(([from, to]) => isKept(from) && isKept(to)),
  };
}
