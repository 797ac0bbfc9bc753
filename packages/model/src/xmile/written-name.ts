import type { Span } from "../source/span.ts";
import type { SubscriptSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";

/** A name in an equation; the first of several parts is empty for `.name`, a variable of the whole model. */
export interface WrittenName {
  readonly parts: readonly string[];
  readonly span: Span;
}

export function call(
  { parts, span: nameSpan }: WrittenName,
  subscripts: readonly SubscriptSyntax[],
  args: readonly SyntaxExpr[],
  span: Span,
): SyntaxExpr {
  return { kind: "call", name: parts.join("."), nameSpan, subscripts, args, outputs: [], span };
}
