import type { SyntaxExpr } from "./syntax-tree.ts";

/**
 * Each phase walks an expression by calling itself; these limits keep them all from running out of stack. A chain such as
 * a + b + c … makes a deep tree without nesting, so both are held.
 */
export const deepestNesting = 200;
export const deepestTree = 1000;

/**
 * The longest way down from an expression to one of its parts. Later phases walk expressions by recursion, so what is too deep for
 * that must be turned away while it is read; this walk does not recurse.
 */
export function depthOf(expression: SyntaxExpr): number {
  const open: { readonly expr: SyntaxExpr; readonly depth: number }[] = [{ expr: expression, depth: 1 }];
  let deepest = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { expr, depth } = next;
    deepest = Math.max(deepest, depth);
    for (const part of partsOf(expr)) open.push({ expr: part, depth: depth + 1 });
  }
  return deepest;
}

/** The expressions directly inside one, in the order in which they are written. */
export function partsOf(expr: SyntaxExpr): readonly SyntaxExpr[] {
  switch (expr.kind) {
    case "number":
    case "missing":
    case "lookup":
    case "array":
    case "text":
    case "faulty":
      return [];
    case "reference":
      return expr.subscripts.flatMap(({ index }) => index ?? []);
    case "call":
      return [...expr.subscripts.flatMap(({ index }) => index ?? []), ...expr.args];
    case "unary":
      return [expr.operand];
    case "binary":
      return [expr.left, expr.right];
  }
}
