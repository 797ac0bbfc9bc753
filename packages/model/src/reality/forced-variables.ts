import { nameKey } from "../syntax/name-key.ts";
import type { NameSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { subscriptsText } from "../vensim/expression-text.ts";
import { nameText } from "../vensim/name-text.ts";
import { readExpressionText } from "./added-equations.ts";
import type { Forcing } from "./condition.ts";

/** A variable and what it is to be, as text over the left-hand subscripts of its check. */
export interface Forced {
  readonly forcing: Forcing;
  /** The name of what the model itself would have it be. */
  readonly modelled: string;
  readonly value: string;
  /** When; always if left out. */
  readonly lasts: string | undefined;
}

/**
 * The equations of a model in which some variables are forced: what stood for each goes on under another name, and what is used
 * everywhere is what it is forced to be (vensim.com/documentation/20980.html).
 * @param faults  why it is not run
 */
export function withForced(tree: SyntaxTree, all: readonly Forced[], faults: string[]): readonly VariableSyntax[] {
  const dimensions = new Set(tree.dimensions.map(({ name }) => nameKey(name)));
  const byKey = new Map(all.map((one) => [nameKey(one.forcing.variable.name), one]));
  return tree.variables.flatMap((variable) => {
    const forced = byKey.get(nameKey(variable.name));
    if (forced === undefined) return [variable];
    const { kind } = variable.definition;
    if (kind === "lookup" || kind === "data") faults.push(`it forces "${variable.name}", which is a table`);
    const expression = forcedExpression(variable, forced, dimensions, faults);
    return [
      { ...variable, name: forced.modelled },
      { ...variable, hidden: true, definition: { kind: "equation", expression } },
    ];
  });
}

function forcedExpression(
  { name, subscripts }: VariableSyntax,
  { forcing: { variable, op }, modelled, value, lasts }: Forced,
  dimensions: ReadonlySet<string>,
  faults: string[],
): SyntaxExpr {
  const own = nameText(modelled) + subscriptsText(subscripts);
  const where = whereForced(subscripts, variable.subscripts, dimensions);
  if (where === undefined) faults.push(`it forces a part of "${name}" that cuts across the equations of that`);
  if (where === "nowhere") return readExpressionText(own);
  const kept = op === "equal" ? [] : [`(${own} ${operators[op]} (${value}))`];
  const ended = lasts === undefined ? [] : [`:NOT: (${lasts})`];
  const elsewhere = (where ?? []).map((each) => `:NOT: (${each})`);
  const left = [...kept, ...ended, ...elsewhere];
  return readExpressionText(left.length === 0 ? value : `IF THEN ELSE(${left.join(" :OR: ")}, ${own}, ${value})`);
}

const operators: Readonly<Record<Exclude<Forcing["op"], "equal">, string>> = {
  less: "<",
  "less-or-equal": "<=",
  greater: ">",
  "greater-or-equal": ">=",
};

/** Which elements of an equation's left side are forced: those for which all of these hold; undefined where that cannot be told. */
function whereForced(
  own: readonly NameSyntax[],
  forced: readonly NameSyntax[],
  dimensions: ReadonlySet<string>,
): readonly string[] | "nowhere" | undefined {
  if (own.length !== forced.length) return undefined;
  const conditions: string[] = [];
  for (const [at, { name }] of own.entries()) {
    const wanted = forced[at]!.name;
    if (nameKey(name) === nameKey(wanted)) continue;
    if (dimensions.has(nameKey(wanted))) return undefined;
    if (!dimensions.has(nameKey(name))) return "nowhere";
    conditions.push(`${nameText(name)} = ${nameText(wanted)}`);
  }
  return conditions;
}
