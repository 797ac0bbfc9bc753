import { spanOver } from "../source/span.ts";
import type { NameSyntax, SubscriptSyntax } from "../syntax/syntax-tree.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** `[a, b!]` in an expression; "!" marks a dimension to reduce over. */
export function readSubscripts(cursor: TokenCursor): readonly SubscriptSyntax[] {
  const subscripts: SubscriptSyntax[] = [];
  cursor.expect("[");
  do {
    const written = cursor.name("a subscript");
    if (written === undefined) return [];
    const { name, span } = written;
    const mark = cursor.peek();
    const bang = cursor.take("!");
    subscripts.push({ name, bang, index: undefined, span: bang ? spanOver(span, cursor.spanOf(mark)) : span });
  } while (cursor.take(","));
  cursor.expect("]");
  return subscripts;
}

/** `[a, b]` on the left-hand side of an equation. */
export function readLeftSubscripts(cursor: TokenCursor): readonly NameSyntax[] {
  const names: NameSyntax[] = [];
  cursor.expect("[");
  do {
    const name = cursor.name("a subscript");
    if (name) names.push(name);
  } while (cursor.take(","));
  cursor.expect("]");
  return names;
}
