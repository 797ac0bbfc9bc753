import { report } from "../source/diagnostics.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** `:NA:` as a number, where only numbers can stand (vensim.com/documentation/na.html). */
const MISSING = -(2 ** 109);

/** What follows the first constant of `1, 2; 3, 4;`, which begins at `start`: a semicolon ends a row. */
export function readConstantList(cursor: TokenCursor, start: number, first: SyntaxExpr, name: string): SyntaxExpr {
  const value = constantOf(first);
  if (value === undefined) {
    cursor.fault(report("number-list", first.span, { name }));
    return { kind: "faulty", span: first.span };
  }
  const rows = [[value]];
  for (;;) {
    if (cursor.take(",")) rows.at(-1)!.push(readConstant(cursor));
    else if (!cursor.take(";")) break;
    else if (cursor.peek().kind === "stop") break;
    else rows.push([readConstant(cursor)]);
  }
  return { kind: "array", rows, span: cursor.spanSince(start) };
}

/** What follows `TABBED ARRAY`: numbers with spaces between them, a row a line. */
export function readTabbedArray(cursor: TokenCursor, start: number): SyntaxExpr {
  const rows: number[][] = [[]];
  cursor.expect("(");
  while (!cursor.isAt(")") && !cursor.faulty) {
    if (cursor.peek().lineBreak && rows.at(-1)!.length > 0) rows.push([]);
    rows.at(-1)!.push(readConstant(cursor));
  }
  cursor.expect(")");
  return { kind: "array", rows, span: cursor.spanSince(start) };
}

function readConstant(cursor: TokenCursor): number {
  return cursor.takeKeyword("NA") ? MISSING : cursor.signedNumber();
}

function constantOf(expression: SyntaxExpr): number | undefined {
  if (expression.kind === "number") return expression.value;
  return expression.kind === "missing" ? MISSING : undefined;
}
