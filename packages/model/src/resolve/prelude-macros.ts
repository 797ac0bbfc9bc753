import { source } from "../source/source.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { expressionsOf } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr, SyntaxTree } from "../syntax/syntax-tree.ts";
import { readVensim } from "../vensim/read-vensim.ts";

/** Functions that give more than one value, as the equations that Vensim documents for them. */
const prelude: Readonly<Record<string, string>> = {
  // vensim.com/documentation/fn_delayp.html
  DELAYP: `:MACRO: DELAYP(input, delay time : pipeline)
    DELAYP = third level / share ~~|
    pipeline = third level + second level + first level ~~|
    third level = INTEG(second outflow - DELAYP, share * input) ~~|
    second outflow = second level / share ~~|
    second level = INTEG(first outflow - second outflow, third level) ~~|
    first outflow = first level / share ~~|
    first level = INTEG(input - first outflow, third level) ~~|
    share = delay time / 3 ~~|
    :END OF MACRO:`,
};

/** A Vensim model with the macros that it calls and need not write. */
export function withPreludeMacros(tree: SyntaxTree): SyntaxTree {
  if (tree.dialect !== "vensim") return tree;
  const own = new Set(tree.macros.map(({ name }) => nameKey(name)));
  const wanted = Object.keys(prelude).filter((name) => !own.has(nameKey(name)) && calls(tree, nameKey(name)));
  const macros = wanted.flatMap((name) => readVensim(source(`${name}.mdl`, prelude[name]!)).value.macros);
  return macros.length === 0 ? tree : { ...tree, macros: [...tree.macros, ...macros] };
}

function calls({ variables, macros }: SyntaxTree, key: string): boolean {
  const isCall = (expr: SyntaxExpr): boolean =>
    (expr.kind === "call" && nameKey(expr.name) === key) || partsOf(expr).some(isCall);
  const all = [...variables, ...macros.flatMap((macro) => macro.variables)];
  return all.some(({ definition }) => expressionsOf(definition).some(isCall));
}
