import { componentsInOrder } from "../order/components.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { Draft, NamedVariable } from "./draft.ts";
import { isExternal } from "./external-definition.ts";
import { isPlainConstant } from "./plain-constant.ts";

interface Entry {
  readonly variable: NamedVariable;
  readonly equation: VariableSyntax;
}

/**
 * The equations in the order to resolve them in: what needs nothing else first, then data that are made of other data, each after those,
 * so that it is known when what reads it is resolved.
 */
export function inTurn({ named }: Draft): { readonly first: readonly Entry[]; readonly then: readonly Entry[] } {
  const all = [...named.values()].flatMap((variable) => variable.syntax.map((equation) => ({ variable, equation })));
  const turns: Record<Turn, Entry[]> = { plain: [], external: [], derived: [], rest: [] };
  for (const entry of all) turns[turnOf(entry.equation)].push(entry);
  const then = [...sortedByNeed(turns.derived), ...turns.rest];
  return { first: [...turns.plain, ...turns.external], then };
}

type Turn = "plain" | "external" | "derived" | "rest";

function turnOf({ definition }: VariableSyntax): Turn {
  if (isPlainConstant(definition)) return "plain";
  if (isExternal(definition)) return "external";
  if (definition.kind === "data") return definition.expression === undefined ? "external" : "derived";
  return "rest";
}

/** Those that need each other in a circle stay together; the circle is reported when the model is put in order. */
function sortedByNeed(entries: readonly Entry[]): readonly Entry[] {
  const makers = new Map<string, number[]>();
  for (const [entry, { variable }] of entries.entries()) {
    const key = nameKey(variable.name);
    const others = makers.get(key);
    if (others) others.push(entry);
    else makers.set(key, [entry]);
  }
  const needs = entries.map(({ equation }) =>
    namesIn(expressionOf(equation)).flatMap((name) => makers.get(name) ?? []),
  );
  return componentsInOrder([...entries.keys()], (entry) => needs[entry]!).flatMap((component) =>
    component.map((entry) => entries[entry]!),
  );
}

function expressionOf({ definition }: VariableSyntax): SyntaxExpr | undefined {
  return definition.kind === "data" ? definition.expression : undefined;
}

function namesIn(expression: SyntaxExpr | undefined): readonly string[] {
  if (expression === undefined) return [];
  const own = expression.kind === "reference" ? [nameKey(expression.name)] : [];
  return [...own, ...partsOf(expression).flatMap(namesIn)];
}
