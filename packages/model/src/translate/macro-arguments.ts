import { mapDefinition, mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { MacroSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";

/** A tree in which every call of a macro gives all its arguments: Vensim's macros know no defaults. */
export function withAllArguments(tree: SyntaxTree): SyntaxTree {
  if (tree.macros.length === 0) return tree;
  const macros = new Map(tree.macros.map((macro) => [nameKey(macro.name), macro]));
  const complete = (expr: SyntaxExpr): SyntaxExpr => {
    const inside = mapParts(expr, complete);
    const macro = inside.kind === "call" ? macros.get(nameKey(inside.name)) : undefined;
    return macro && inside.kind === "call" ? { ...inside, args: argumentsOf(macro, inside.args) } : inside;
  };
  const completed = (variable: VariableSyntax): VariableSyntax => ({
    ...variable,
    definition: mapDefinition(variable.definition, complete),
  });
  return {
    ...tree,
    macros: tree.macros.map((macro) => ({ ...macro, variables: macro.variables.map(completed) })),
    variables: tree.variables.map(completed),
  };
}

/** A default may use the inputs before it. */
function argumentsOf({ inputs }: MacroSyntax, given: readonly SyntaxExpr[]): readonly SyntaxExpr[] {
  const known = new Map<string, SyntaxExpr>();
  const replace = (expr: SyntaxExpr): SyntaxExpr => {
    const argument = expr.kind === "reference" ? known.get(nameKey(expr.name)) : undefined;
    return argument ?? mapParts(expr, replace);
  };
  return inputs.flatMap((input, k) => {
    const argument = given[k] ?? (input.default && replace(input.default));
    if (argument !== undefined) known.set(nameKey(input.name), argument);
    return argument ?? [];
  });
}
