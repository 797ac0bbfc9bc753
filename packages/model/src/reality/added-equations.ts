import { source } from "../source/source.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { NameSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { subscriptsText } from "../vensim/expression-text.ts";
import { nameText } from "../vensim/name-text.ts";
import { readVensim } from "../vensim/read-vensim.ts";

/** Equations that are put into a model beside its own, under names that it does not have. */
export class AddedEquations {
  readonly variables: VariableSyntax[] = [];
  readonly #taken: Set<string>;

  constructor({ variables }: Pick<SyntaxTree, "variables">) {
    this.#taken = new Set(variables.map(({ name }) => nameKey(name)));
  }

  /** A name like the one wished for. */
  freeName(wished: string): string {
    let name = wished;
    for (let n = 2; this.#taken.has(nameKey(name)); n++) name = `${wished} ${n}`;
    this.#taken.add(nameKey(name));
    return name;
  }

  /** @returns  the variable, as an equation refers to it */
  add(wished: string, subscripts: readonly NameSyntax[], expression: string, hidden = true): string {
    const name = this.freeName(wished);
    const reference = nameText(name) + subscriptsText(subscripts);
    this.variables.push(...readEquations(`${reference} = ${expression} ~ ~ |`).map((one) => ({ ...one, hidden })));
    return reference;
  }
}

export function readExpressionText(text: string): SyntaxExpr {
  const [{ definition }] = readEquations(`x = ${text} ~ ~ |`) as [VariableSyntax];
  if (definition.kind !== "equation") throw new Error(`"${text}" is not an expression.`);
  return definition.expression;
}

function readEquations(text: string): readonly VariableSyntax[] {
  return readVensim(source("reality check", text)).value.variables;
}
