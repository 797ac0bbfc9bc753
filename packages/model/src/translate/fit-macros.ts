import { inlineMacros } from "../resolve/inline-macros.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { MacroSyntax, SyntaxTree } from "../syntax/syntax-tree.ts";
import { writtenOutIn } from "./without-belts.ts";

/**
 * A tree whose macros Vensim can hold. Where one has a conveyor in it, or another one its name, their variables are written out where they
 * are called.
 */
export function withFitMacros(tree: SyntaxTree, found: Diagnostic[]): SyntaxTree {
  const counts = new Map<string, number>();
  for (const { name } of tree.macros) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
  const unfit = tree.macros.filter((macro) => counts.get(nameKey(macro.name))! > 1 || needsMore(macro, tree));
  if (unfit.length === 0) return tree;
  for (const { name, span } of unfit) {
    const instead = "the variables that each call of it makes";
    found.push(report("changed-in-writing", span, { what: `The macro "${name}"`, instead }));
  }
  return inlineMacros(tree).value;
}

function needsMore({ variables }: MacroSyntax, { simulation }: SyntaxTree): boolean {
  return writtenOutIn({ variables, simulation }).some(({ size }) => size > 0);
}
