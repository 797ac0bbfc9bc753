import { nameKey } from "../syntax/name-key.ts";
import type { NameSyntax, SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";

/** The flows of a stock by name. */
export interface Flows {
  readonly inflows: readonly NameSyntax[];
  readonly outflows: readonly NameSyntax[];
}

/** The arguments of `INTEG(rate, initial)`, where that is all that an equation says. */
export function integrated({ definition }: VariableSyntax): { rate: SyntaxExpr; initial: SyntaxExpr } | undefined {
  if (definition.kind !== "equation" || definition.expression.kind !== "call") return undefined;
  const { name, args } = definition.expression;
  const [rate, initial] = args;
  if (nameKey(name) !== "integ" || args.length !== 2 || !rate || !initial) return undefined;
  return { rate, initial };
}

/**
 * The flows that a rate adds up, where it is names alone, at the elements of its stock, inflows before outflows: only then does the sum
 * over flows round as the rate does. Undefined for any other rate.
 * @param isFlow whether a name can be a flow of this stock
 */
export function flowsOf(
  rate: SyntaxExpr,
  { subscripts }: VariableSyntax,
  isFlow: (name: string, direction: "in" | "out") => boolean,
): Flows | undefined {
  const outflows: NameSyntax[] = [];
  const inflows: NameSyntax[] = [];
  let rest = rate;
  const take = (expr: SyntaxExpr, direction: "in" | "out"): boolean => {
    if (expr.kind !== "reference" || !isFlow(expr.name, direction)) return false;
    const isHere =
      expr.subscripts.length === subscripts.length &&
      expr.subscripts.every(({ name, bang, index }, k) => !bang && !index && isSame(name, subscripts[k]!.name));
    if (isHere) (direction === "in" ? inflows : outflows).unshift({ name: expr.name, span: expr.span });
    return isHere;
  };
  while (rest.kind === "binary" && rest.op === "subtract") {
    if (!take(rest.right, "out")) return undefined;
    rest = rest.left;
  }
  while (rest.kind === "binary" && rest.op === "add") {
    if (!take(rest.right, "in")) return undefined;
    rest = rest.left;
  }
  const isWhole =
    rest.kind === "unary" && rest.op === "negate" && inflows.length === 0
      ? take(rest.operand, "out")
      : take(rest, "in") || isNothing(rest, inflows);
  return isWhole && areApart([...inflows, ...outflows]) ? { inflows, outflows } : undefined;
}

function isNothing(rest: SyntaxExpr, inflows: readonly NameSyntax[]): boolean {
  return rest.kind === "number" && Object.is(rest.value, 0) && inflows.length === 0;
}

function isSame(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

function areApart(flows: readonly NameSyntax[]): boolean {
  return new Set(flows.map(({ name }) => nameKey(name))).size === flows.length;
}
