import { expressionsOf, mapDefinition, mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { AddedEquations } from "./added-equations.ts";

/**
 * Gives expressions as they would be had nothing been forced, at the moment at which that begins: stocks are then what they are
 * anyway, and of each variable between them and the expression that feels what is forced there is a second one that does not.
 * @param forced  keys of the forced variables; where one is a stock or a constant, the name under which it goes on by itself
 */
export function untouchedIn(
  { variables }: SyntaxTree,
  forced: ReadonlyMap<string, string | undefined>,
  added: AddedEquations,
): (expr: SyntaxExpr) => SyntaxExpr {
  const byKey = new Map<string, VariableSyntax[]>();
  for (const one of variables) pushTo(byKey, nameKey(one.name), one);
  const felt = feltBy(new Set(forced.keys()), byKey);
  const copies = new Map<string, string>();
  const waiting: string[] = [];
  const copyOf = (name: string): string => {
    const key = nameKey(name);
    const known = forced.get(key) ?? copies.get(key);
    if (known !== undefined) return known;
    const copy = added.freeName(`${name} had nothing been forced`);
    copies.set(key, copy);
    waiting.push(key);
    return copy;
  };
  const renamed = (expr: SyntaxExpr): SyntaxExpr => {
    const inside = mapParts(expr, renamed);
    return inside.kind === "reference" && felt.has(nameKey(inside.name))
      ? { ...inside, name: copyOf(inside.name) }
      : inside;
  };
  return (expr) => {
    const result = renamed(expr);
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop())
      for (const one of byKey.get(key) ?? [])
        added.variables.push({
          ...one,
          name: copies.get(key)!,
          hidden: true,
          definition: mapDefinition(one.definition, renamed),
        });
    return result;
  };
}

/** What changes at once when some variables do: all that is computed from them but for what accumulates. */
function feltBy(
  forced: ReadonlySet<string>,
  byKey: ReadonlyMap<string, readonly VariableSyntax[]>,
): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const [key, equations] of byKey)
    for (const { definition } of equations)
      if (!goesOnByItself(definition))
        for (const name of new Set(expressionsOf(definition).flatMap(namesIn))) pushTo(users, name, key);
  const felt = new Set(forced);
  for (const key of felt) for (const user of users.get(key) ?? []) felt.add(user);
  return felt;
}

function pushTo<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function namesIn(expr: SyntaxExpr): readonly string[] {
  const found: string[] = [];
  const visit = (part: SyntaxExpr): SyntaxExpr => {
    if (part.kind === "reference") found.push(nameKey(part.name));
    return mapParts(part, visit);
  };
  visit(expr);
  return found;
}

/** Whether a variable feels nothing at once: a stock, or a constant, which may be varied under its own name. */
export function goesOnByItself(definition: VariableSyntax["definition"]): boolean {
  if (definition.kind === "stock" || definition.kind === "conveyor") return true;
  if (definition.kind !== "equation") return false;
  const { expression } = definition;
  return (
    expression.kind === "number" ||
    expression.kind === "array" ||
    (expression.kind === "call" && nameKey(expression.name) === "integ")
  );
}
