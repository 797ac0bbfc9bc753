import type { DefinitionSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";

/** Whether an equation's right-hand side is made of numbers alone, so that it can be resolved before all others. */
export function isPlainConstant(definition: DefinitionSyntax): boolean {
  return (definition.kind === "equation" || definition.kind === "unchangeable") && isPlain(definition.expression);
}

/** Numbers alone, and arithmetic. */
export function isPlain(expression: SyntaxExpr): boolean {
  switch (expression.kind) {
    case "number":
    case "missing":
    case "array":
      return true;
    case "unary":
      return isPlain(expression.operand);
    case "binary":
      return isPlain(expression.left) && isPlain(expression.right);
    case "reference":
    case "call":
    case "lookup":
    case "text":
    case "faulty":
      return false;
  }
}
