import { nameKey } from "../syntax/name-key.ts";
import { elementNames } from "../syntax/numbered-names.ts";
import type { MacroSyntax, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { type Described, type Names, namesOf } from "./function-translation.ts";

/** The names that an expression of the model itself may use. */
export function modelNames(tree: SyntaxTree): Names {
  return scopeNames(tree, tree.variables.map(described));
}

/** The names that an expression inside a macro may use: its own, and functions. */
export function macroNames(tree: SyntaxTree, { inputs, variables }: MacroSyntax): Names {
  return scopeNames(tree, [
    ...inputs.map(({ name }) => ({ name, isLookup: false, constant: undefined })),
    ...variables.map(described),
  ]);
}

function described({ name, subscripts, definition }: VariableSyntax): Described {
  const isEquation = definition.kind === "equation" || definition.kind === "unchangeable";
  const right = isEquation && subscripts.length === 0 ? definition.expression : undefined;
  return { name, isLookup: definition.kind === "lookup", constant: right?.kind === "number" ? right.value : undefined };
}

function scopeNames({ macros, dimensions }: SyntaxTree, variables: readonly Described[]): Names {
  const subscripts = dimensions.flatMap(({ name, elements }) => [
    name,
    ...elementNames(elements).map((each) => each.name),
  ]);
  return namesOf(variables, new Set(macros.map(({ name }) => nameKey(name))), new Set(subscripts.map(nameKey)));
}
