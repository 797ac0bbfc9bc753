import { report } from "../source/diagnostics.ts";
import { type Span, spanOver } from "../source/span.ts";
import { deepestNesting, deepestTree, depthOf } from "../syntax/expression-depth.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { NameSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { readLookup } from "./lookup.ts";
import { infixOf, prefixOf } from "./operator.ts";
import { readSubscripts } from "./subscript.ts";
import type { Token } from "./token.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** Reads one expression, up to the first token that cannot go on with it. After a fault the result is of kind "faulty". */
export function readExpression(cursor: TokenCursor): SyntaxExpr {
  const { start } = cursor.peek();
  const expression = new ExpressionReader(cursor).read(0);
  if (depthOf(expression) <= deepestTree) return expression;
  const span = cursor.spanSince(start);
  cursor.fault(report("too-deep", span, { limit: deepestTree }));
  return { kind: "faulty", span };
}

/** A Pratt parser (V. R. Pratt 1973, "Top down operator precedence"). */
class ExpressionReader {
  readonly #cursor: TokenCursor;
  #depth = 0;

  constructor(cursor: TokenCursor) {
    this.#cursor = cursor;
  }

  /** Reads what binds at least as tightly as `power`. */
  read(power: number): SyntaxExpr {
    if (++this.#depth > deepestNesting) return this.#tooDeep();
    const start = this.#cursor.peek().start;
    const first = this.#prefixed();
    const whole = this.#followed(first, power);
    this.#depth--;
    return this.#cursor.faulty ? this.#faultySince(start) : whole;
  }

  #followed(first: SyntaxExpr, power: number): SyntaxExpr {
    let left = first;
    for (;;) {
      const infix = infixOf(this.#cursor.peek());
      if (infix === undefined || infix.left < power) return left;
      this.#cursor.next();
      const right = this.read(infix.right);
      left = { kind: "binary", op: infix.op, left, right, span: spanOver(left.span, right.span) };
    }
  }

  #prefixed(): SyntaxExpr {
    const token = this.#cursor.peek();
    const prefix = prefixOf(token);
    if (prefix === undefined) return this.#primary();
    this.#cursor.next();
    const operand = this.read(prefix.right);
    const span = spanOver(this.#cursor.spanOf(token), operand.span);
    // A sign before a number is part of the number.
    if (operand.kind === "number" && prefix.op === "negate") return { ...operand, value: -operand.value, span };
    if (operand.kind === "number" && prefix.op === "plus") return { ...operand, span };
    return { kind: "unary", op: prefix.op, operand, span };
  }

  #primary(): SyntaxExpr {
    const token = this.#cursor.peek();
    const span = this.#cursor.spanOf(token);
    if (token.kind === "number") return this.#taken({ kind: "number", value: token.value, span });
    if (token.kind === "text") return this.#taken({ kind: "text", value: token.value, span });
    if (this.#cursor.isAtKeyword("NA")) return this.#taken({ kind: "missing", span });
    if (token.kind === "name") return this.#named(token.name, span);
    if (this.#cursor.isAt("(")) return this.#parenthesised(token);
    this.#cursor.unexpected("a value");
    return { kind: "faulty", span };
  }

  #taken(expression: SyntaxExpr): SyntaxExpr {
    this.#cursor.next();
    return expression;
  }

  /** `(expression)`, whose span takes the parentheses in, or an inline lookup `([(0,0)-(9,9)],(0,0),(1,1))`. */
  #parenthesised(open: Token): SyntaxExpr {
    this.#cursor.next();
    if (this.#cursor.isAt("[")) return this.#lookup(open.start);
    const inside = this.read(0);
    this.#cursor.expect(")");
    return { ...inside, span: this.#cursor.spanSince(open.start) };
  }

  #named(name: string, nameSpan: Span): SyntaxExpr {
    const { start } = this.#cursor.next();
    if (this.#cursor.take("!")) return this.#marked(name, start);
    const subscripts = this.#cursor.isAt("[") ? readSubscripts(this.#cursor) : [];
    if (!this.#cursor.isAt("(")) return { kind: "reference", name, subscripts, span: this.#cursor.spanSince(start) };
    const { args, outputs } = this.#arguments(nameKey(name) === "with lookup");
    return { kind: "call", name, nameSpan, subscripts, args, outputs, span: this.#cursor.spanSince(start) };
  }

  /** `dimension!` as a number: the place of the element that a reduction is at. */
  #marked(name: string, start: number): SyntaxExpr {
    const span = this.#cursor.spanSince(start);
    return { kind: "reference", name, subscripts: [{ name, bang: true, index: undefined, span }], span };
  }

  /** `(a, b)`, or for a macro with several outputs `(a, b : c, d)`. */
  #arguments(withLookup: boolean): { args: readonly SyntaxExpr[]; outputs: readonly NameSyntax[] } {
    const cursor = this.#cursor;
    const args: SyntaxExpr[] = [];
    cursor.expect("(");
    while (!cursor.faulty && !cursor.isAt(")") && !cursor.isAt(":")) {
      args.push(withLookup && args.length === 1 ? this.#lookupArgument() : this.read(0));
      if (!cursor.take(",")) break;
      if (cursor.isAt(")")) cursor.unexpected("a value");
    }
    const outputs = cursor.take(":") ? readNames(cursor) : [];
    if (!cursor.take(")")) cursor.unexpected('"," or ")"');
    return { args, outputs };
  }

  /** The second argument of WITH LOOKUP, which looks like a parenthesised expression where it has no range. */
  #lookupArgument(): SyntaxExpr {
    const { start } = this.#cursor.peek();
    this.#cursor.expect("(");
    return this.#lookup(start);
  }

  #lookup(start: number): SyntaxExpr {
    const lookup = readLookup(this.#cursor, start);
    return { kind: "lookup", lookup, span: lookup.span };
  }

  #tooDeep(): SyntaxExpr {
    const token = this.#cursor.peek();
    this.#cursor.fault(report("too-deep", this.#cursor.spanOf(token), { limit: deepestNesting }));
    return this.#faultySince(token.start);
  }

  #faultySince(start: number): SyntaxExpr {
    return { kind: "faulty", span: this.#cursor.spanSince(start) };
  }
}

/** `a, b, c` */
export function readNames(cursor: TokenCursor): readonly NameSyntax[] {
  const names: NameSyntax[] = [];
  do {
    const name = cursor.name("a name");
    if (name) names.push(name);
  } while (cursor.take(","));
  return names;
}
