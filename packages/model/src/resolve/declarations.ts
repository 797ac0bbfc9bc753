import { externalContent } from "../data/external-call.ts";
import type { VariableId, VariableRole } from "../model.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import { nearestName } from "../syntax/nearest-name.ts";
import type { DefinitionSyntax, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { DimensionTable, NamedDimension } from "./dimension-table.ts";
import { axisOver, type NamedAxis, type NamedVariable } from "./draft.ts";
import { elementSet, partOf } from "./element-set.ts";
import { type LeftSubscript, leftSubscript } from "./left-hand-side.ts";
import type { ResolvedVariable } from "./resolved-tree.ts";

/** The variables of a file by the keys of their names, and what stands beside each one's equations. */
export interface Declarations {
  readonly named: ReadonlyMap<string, NamedVariable>;
  readonly variables: readonly ResolvedVariable[];
}

/** Gathers the equations of each variable and finds its axes. An equation with faulty subscripts is reported and left out. */
export function declare(
  syntax: readonly VariableSyntax[],
  dimensions: DimensionTable,
  found: Diagnostic[],
): Declarations {
  const groups = new Map<string, VariableSyntax[]>();
  for (const equation of syntax) {
    const key = nameKey(equation.name);
    const group = groups.get(key);
    if (group) group.push(equation);
    else groups.set(key, [equation]);
  }
  const named = new Map<string, NamedVariable>();
  const variables: ResolvedVariable[] = [];
  for (const [key, group] of groups) {
    const id = variables.length as VariableId;
    const variable = withAxes(id, group, dimensions, found);
    named.set(key, variable);
    variables.push(described(variable, group));
  }
  return { named, variables };
}

function withAxes(
  id: VariableId,
  group: readonly VariableSyntax[],
  dimensions: DimensionTable,
  found: Diagnostic[],
): NamedVariable {
  const { name, subscripts } = group[0]!;
  const sound = group.flatMap((equation) => {
    const left = leftOf(equation, subscripts.length, dimensions, found);
    return left ? [{ equation, left }] : [];
  });
  const axes = subscripts.map((_, k) =>
    axisOf(
      sound.map(({ left }) => left[k]!),
      dimensions,
    ),
  );
  const whole = axes.every((axis) => axis !== undefined);
  if (!whole && sound.length > 0) {
    const position = axes.indexOf(undefined) + 1;
    found.push(report("mixed-dimensions", group[0]!.nameSpan, { name, position }));
  }
  return whole
    ? { id, name, axes, syntax: sound.map(({ equation }) => equation) }
    : { id, name, axes: axes.map((axis) => axis ?? EMPTY), syntax: [] };
}

const EMPTY: NamedAxis = {
  dimension: 0 as NamedAxis["dimension"],
  elements: elementSet([]),
};

function leftOf(
  { name, nameSpan, subscripts }: VariableSyntax,
  wanted: number,
  dimensions: DimensionTable,
  found: Diagnostic[],
): readonly LeftSubscript[] | undefined {
  if (subscripts.length !== wanted) {
    found.push(report("subscript-count", nameSpan, { name, wanted, given: subscripts.length }));
    return undefined;
  }
  const left = subscripts.map((subscript) => {
    const one = leftSubscript(dimensions, subscript);
    if (one === undefined) {
      const near = nearestName(
        subscript.name,
        dimensions.all.flatMap((d) => [d.name, ...d.elements.names]),
      );
      found.push(report("unknown-subscript", subscript.span, { name: subscript.name, user: name, near }));
    }
    return one;
  });
  return left.every((one) => one !== undefined) ? left : undefined;
}

/** The elements that a variable's equations use at one subscript, in the order of the smallest dimension that has them all. */
function axisOf(uses: readonly LeftSubscript[], dimensions: DimensionTable): NamedAxis | undefined {
  const [first] = uses;
  if (first === undefined) return undefined;
  const { dimension } = first;
  if (dimension !== undefined && uses.every((use) => use.dimension === dimension))
    return { dimension, elements: dimensions.at(dimension).elements };
  const used = new Set(uses.flatMap(({ elements }) => elements.keys));
  const holders = dimensions.all.filter(({ elements }) =>
    [...used].every((key) => elements.placeOf(key) !== undefined),
  );
  const isWritten = ({ id, elements }: NamedDimension) =>
    elements.size === used.size && uses.some((use) => use.dimension === id);
  const smallest = holders.reduce<NamedDimension | undefined>(
    (least, holder) => (least && least.elements.size <= holder.elements.size ? least : holder),
    undefined,
  );
  const { home: said } = first;
  const stated = said !== undefined && uses.every((use) => use.home === said) ? dimensions.at(said) : undefined;
  const home = stated ?? holders.find(isWritten) ?? smallest;
  return home && { dimension: home.id, elements: partOf(home.elements, used) };
}

/** Units, range and comment come from the first equation that has them. */
function described({ id, name, axes }: NamedVariable, group: readonly VariableSyntax[]): ResolvedVariable {
  const units = group.find((equation) => equation.units !== undefined && equation.units.text !== "")?.units;
  const ranged = group.find(({ units: u }) => u?.low !== undefined || u?.high !== undefined)?.units;
  return {
    id,
    name,
    role: roleOf(group[0]!.definition),
    axes: axes.map(({ dimension, elements }) => axisOver(dimension, elements)),
    unitsText: units?.text ?? "",
    unitsSpan: units?.span,
    low: ranged?.low,
    high: ranged?.high,
    comment: group.find(({ comment }) => comment !== "")?.comment ?? "",
    group: group[0]!.group,
    hidden: group[0]!.hidden ?? false,
    span: group[0]!.nameSpan,
  };
}

/** As far as the kind of definition tells; a right-hand side that is a stock or a constant says so once it is resolved. */
function roleOf(definition: DefinitionSyntax): VariableRole {
  switch (definition.kind) {
    case "lookup":
      return "lookup";
    case "data":
      return "data";
    case "stock":
    case "conveyor":
      return "stock";
    case "equation":
    case "unchangeable":
      return externalContent(definition.expression) === "lookups" ? "lookup" : "auxiliary";
    case "flow":
    case "driven":
      return "auxiliary";
  }
}
