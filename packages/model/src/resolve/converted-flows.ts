import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { FreeNames } from "../translate/free-name.ts";

/**
 * A tree in which a flow that becomes something else on its way (XMILE 1.0, 4.3) has a variable of its own for what comes to the stock
 * downstream. From the one upstream as much is taken as the flow says.
 */
export function withConvertedFlows(tree: SyntaxTree): SyntaxTree {
  const macros = tree.macros.map((macro) => ({ ...macro, variables: converted(macro.variables) }));
  return { ...tree, variables: converted(tree.variables), macros };
}

function converted(variables: readonly VariableSyntax[]): readonly VariableSyntax[] {
  const free = new FreeNames(variables.map(({ name }) => name));
  const names = new Map<string, string>();
  const made = variables.flatMap((flow): readonly VariableSyntax[] => {
    const { definition, name } = flow;
    if (definition.kind !== "flow" || definition.multiplier === undefined) return [];
    const called = names.get(nameKey(name)) ?? free.take(`${name} downstream`);
    names.set(nameKey(name), called);
    return [downstream(flow, called, definition.multiplier)];
  });
  if (made.length === 0) return variables;
  return [...variables.map((variable) => takingIn(variable, names)), ...made];
}

function downstream(flow: VariableSyntax, name: string, multiplier: SyntaxExpr): VariableSyntax {
  const { vendor: _vendor, ...rest } = flow;
  const { nameSpan: span } = flow;
  const subscripts = flow.subscripts.map((each) => ({ ...each, bang: false, index: undefined }));
  const left: SyntaxExpr = { kind: "reference", name: flow.name, subscripts, span };
  const expression: SyntaxExpr = { kind: "binary", op: "multiply", left, right: multiplier, span };
  const plain = { units: undefined, comment: "", supplementary: false, hidden: true };
  return { ...rest, ...plain, name, definition: { kind: "equation", expression } };
}

/** A flow says no more of its multiplier, and a stock takes in what has been made of it. */
function takingIn(variable: VariableSyntax, names: ReadonlyMap<string, string>): VariableSyntax {
  const { definition } = variable;
  if (definition.kind === "flow") {
    const { multiplier: _multiplier, ...flow } = definition;
    return { ...variable, definition: flow };
  }
  if (definition.kind !== "stock") return variable;
  const inflows = definition.inflows.map((flow) => ({ ...flow, name: names.get(nameKey(flow.name)) ?? flow.name }));
  return { ...variable, definition: { ...definition, inflows } };
}
