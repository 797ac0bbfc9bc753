import { enumerateLoops } from "@sequitur/analysis";
import {
  type Diagram,
  drawnDiagrams,
  effectsIn,
  equationMathml,
  groupsOf,
  laidOut,
  laidOutByGroup,
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
    diagrams: own.length > 0 ? own : layouts(tree, structure),
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

/** A large model without a drawing is laid out a group at a time, and then as a whole. */
function layouts(tree: SyntaxTree, structure: Structure): readonly Diagram[] {
  const whole = laidOut(structure).map((diagram) => ({ ...diagram, name: "" }));
  const groups = tree.modules.length > 0 ? [] : groupsOf(tree, structure);
  return groups.length < 2 ? whole : [...laidOutByGroup(structure, groups), ...whole];
}

function withoutMachinery(structure: Structure): Structure {
  const isKept = (key: string) => !isMachinery(key);
  return {
    ...structure,
    names: new Map([...structure.names].filter(([key]) => isKept(key))),
    causes: structure.causes.filter(([from, to]) => isKept(from) && isKept(to)),
  };
}
