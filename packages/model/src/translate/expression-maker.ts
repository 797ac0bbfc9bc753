import type { Span } from "../source/span.ts";
import type { BinaryOp, SyntaxExpr } from "../syntax/syntax-tree.ts";

/** Makes the expressions that a translation puts in the place of one; all stand where that one stood. */
export interface ExpressionMaker {
  number(value: number): SyntaxExpr;
  name(name: string): SyntaxExpr;
  call(name: string, ...args: readonly SyntaxExpr[]): SyntaxExpr;
  binary(op: BinaryOp, left: SyntaxExpr, right: SyntaxExpr): SyntaxExpr;
  negate(operand: SyntaxExpr): SyntaxExpr;
}

export function makerAt(span: Span): ExpressionMaker {
  return {
    number: (value) => ({ kind: "number", value, span }),
    name: (name) => ({ kind: "reference", name, subscripts: [], span }),
    call: (name, ...args) => ({ kind: "call", name, nameSpan: span, subscripts: [], args, outputs: [], span }),
    binary: (op, left, right) => ({ kind: "binary", op, left, right, span }),
    negate: (operand) => ({ kind: "unary", op: "negate", operand, span }),
  };
}
