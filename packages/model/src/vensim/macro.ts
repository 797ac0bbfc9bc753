import type { MacroSyntax, NameSyntax } from "../syntax/syntax-tree.ts";
import { readNames } from "./expression.ts";
import type { TokenCursor } from "./token-cursor.ts";

export type MacroHead = Omit<MacroSyntax, "variables">;

/**
 * What follows `:MACRO:`: `name(inputs : outputs)`. Nothing marks its end but the parenthesis. Undefined where not even its
 * name could be read. Source: vensim.com/documentation/macros.html
 */
export function readMacroHead(cursor: TokenCursor): MacroHead | undefined {
  const { start } = cursor.peek();
  const name = cursor.name("the name of a macro");
  cursor.expect("(");
  const inputs = cursor.isAt(")") || cursor.isAt(":") ? [] : readNames(cursor);
  const outputs: readonly NameSyntax[] = cursor.take(":") ? readNames(cursor) : [];
  cursor.expect(")");
  return name && { name: name.name, inputs, outputs, span: cursor.spanSince(start) };
}
