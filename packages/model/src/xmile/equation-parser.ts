import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { type Span, spanOver, textOf } from "../source/span.ts";
import { deepestNesting, deepestTree, depthOf } from "../syntax/expression-depth.ts";
import type { BinaryOp, SyntaxExpr, UnaryOp } from "../syntax/syntax-tree.ts";
import type { ArraySpelling } from "./array-spelling.ts";
import { type EquationToken, type Keyword, type Sign, scanEquation } from "./equation-token.ts";
import type { SourcedText } from "./sourced-text.ts";
import { call, type WrittenName } from "./written-name.ts";
import type { WrittenSubscript } from "./written-subscript.ts";

/**
 * How strongly an operator binds (XMILE 1.0, 3.3.1, the table of operators, from below). All associate to the left but `^`, so that
 * its right side may hold one of its own strength. Unary signs stand between `*` and `^`: `-x^2` is -(x^2).
 */
const operators: ReadonlyMap<Sign | Keyword, { readonly op: BinaryOp; readonly strength: number }> = new Map([
  ["OR", { op: "or", strength: 1 }],
  ["AND", { op: "and", strength: 2 }],
  ["=", { op: "equal", strength: 3 }],
  ["<>", { op: "not-equal", strength: 3 }],
  ["<", { op: "less", strength: 4 }],
  ["<=", { op: "less-or-equal", strength: 4 }],
  [">", { op: "greater", strength: 4 }],
  [">=", { op: "greater-or-equal", strength: 4 }],
  ["+", { op: "add", strength: 5 }],
  ["-", { op: "subtract", strength: 5 }],
  ["*", { op: "multiply", strength: 6 }],
  ["/", { op: "divide", strength: 6 }],
  ["MOD", { op: "modulo", strength: 6 }],
  ["^", { op: "power", strength: 8 }],
] as const);
const unaryStrength = 7;
const powerStrength = 8;

const unaryOperators: ReadonlyMap<Sign | Keyword, UnaryOp> = new Map([
  ["-", "negate"],
  ["+", "plus"],
  ["NOT", "not"],
] as const);

/** Reads an equation. Where it is not one, the first fault is reported and the expression is faulty. */
export function parseEquation(text: SourcedText, arrays: ArraySpelling, found: Diagnostic[]): SyntaxExpr {
  const faults: Diagnostic[] = [];
  const expression = new EquationParser(scanEquation(text, faults), arrays, faults).equation();
  found.push(...faults);
  return faults.some(({ severity }) => severity === "error") ? { kind: "faulty", span: expression.span } : expression;
}

class EquationParser {
  private readonly tokens: readonly EquationToken[];
  private readonly arrays: ArraySpelling;
  private readonly found: Diagnostic[];
  private at = 0;
  private nesting = 0;
  /** How many calls of functions over whole arrays stand around what is being read. */
  private arrayCalls = 0;
  private failed = false;

  constructor(tokens: readonly EquationToken[], arrays: ArraySpelling, found: Diagnostic[]) {
    this.tokens = tokens;
    this.arrays = arrays;
    this.found = found;
    this.failed = found.length > 0;
  }

  equation(): SyntaxExpr {
    const expression = this.expression(0);
    if (this.token.kind !== "end") this.fail("an operator or the end of the equation");
    if (depthOf(expression) <= deepestTree) return expression;
    this.found.push(report("too-deep", expression.span, { limit: deepestTree }));
    return { kind: "faulty", span: expression.span };
  }

  private get token(): EquationToken {
    return this.tokens[this.at]!;
  }

  private take(): EquationToken {
    const { token } = this;
    if (token.kind !== "end") this.at++;
    return token;
  }

  private isAt(sign: Sign | Keyword): boolean {
    return symbolOf(this.token) === sign;
  }

  private takeIf(sign: Sign | Keyword): boolean {
    if (!this.isAt(sign)) return false;
    this.take();
    return true;
  }

  /** Reports the first fault only: after it, the rest is read as if the equation ended here. */
  private fail(expected: string): SyntaxExpr {
    const { span, kind } = this.token;
    if (!this.failed) {
      const name = kind === "end" ? "the end of the equation" : `"${textOf(span)}"`;
      this.found.push(report("unexpected-in-equation", span, { found: name, expected }));
    }
    this.failed = true;
    this.at = this.tokens.length - 1;
    return { kind: "faulty", span };
  }

  private expect(sign: Sign | Keyword, expected = `"${sign}"`): Span {
    const { span } = this.token;
    if (!this.takeIf(sign)) this.fail(expected);
    return span;
  }

  private expression(weakest: number): SyntaxExpr {
    if (++this.nesting > deepestNesting) return this.failTooDeep();
    let left = this.operand();
    for (;;) {
      const operator = operators.get(symbolOf(this.token)!);
      if (operator === undefined || operator.strength < weakest) break;
      this.take();
      const right = this.expression(operator.strength + (operator.strength === powerStrength ? 0 : 1));
      left = { kind: "binary", op: operator.op, left, right, span: spanOver(left.span, right.span) };
    }
    this.nesting--;
    return left;
  }

  private failTooDeep(): SyntaxExpr {
    const { span } = this.token;
    if (!this.failed) this.found.push(report("too-deep", span, { limit: deepestNesting }));
    this.failed = true;
    return this.fail("");
  }

  private operand(): SyntaxExpr {
    const { token } = this;
    const op = unaryOperators.get(symbolOf(token)!);
    if (op !== undefined) return this.unary(op);
    if (this.isAt("IF")) return this.choice();
    if (token.kind === "number") return this.number(token.value);
    if (token.kind === "name") return this.transposable(this.named());
    if (this.takeIf("(")) return this.parenthesis(token.span);
    return this.fail("a number, a name or a parenthesis");
  }

  private unary(op: UnaryOp): SyntaxExpr {
    const { span } = this.take();
    const operand = this.expression(unaryStrength);
    return { kind: "unary", op, operand, span: spanOver(span, operand.span) };
  }

  private number(value: number): SyntaxExpr {
    return { kind: "number", value, span: this.take().span };
  }

  private parenthesis(open: Span): SyntaxExpr {
    const inner = this.expression(0);
    return { ...inner, span: spanOver(open, this.expect(")")) };
  }

  /** `IF a THEN b ELSE c` is the function IF_THEN_ELSE, which vendors have as well (3.3.3). */
  private choice(): SyntaxExpr {
    const { span: nameSpan } = this.take();
    const condition = this.expression(0);
    this.expect("THEN");
    const then = this.expression(0);
    this.expect("ELSE");
    const otherwise = this.expression(0);
    const span = spanOver(nameSpan, otherwise.span);
    return call({ parts: ["IF_THEN_ELSE"], span: nameSpan }, [], [condition, then, otherwise], span);
  }

  private named(): SyntaxExpr {
    const name = this.name();
    const isCall = this.isAt("(");
    const subscripts = this.isAt("[") ? this.subscripts() : undefined;
    if (this.isAt("[")) this.failContainer(name);
    if (!isCall && !this.isAt("(")) return this.arrays.reference(name, subscripts, this.arrayCalls > 0);
    const isArrayFunction = this.arrays.isArrayFunction(name);
    if (isArrayFunction) this.arrayCalls++;
    const args = this.args();
    if (isArrayFunction) this.arrayCalls--;
    const span = spanOver(name.span, args.end);
    return this.arrays.call(name, subscripts, args.values, span);
  }

  /** Words side by side are one name: some programs write the spaces of a name as they are. */
  private name(): WrittenName {
    const first = this.take();
    if (first.kind !== "name") throw new Error("Not at a name.");
    let { parts, span } = first;
    for (let next = this.token; next.kind === "name"; next = this.token) {
      if (first.quoted || next.quoted || next.parts.length > 1) break;
      this.take();
      parts = [...parts.slice(0, -1), `${parts.at(-1)} ${next.parts[0]}`];
      span = spanOver(span, next.span);
    }
    return { parts, span };
  }

  private failContainer({ parts, span }: WrittenName): void {
    if (!this.failed) this.found.push(report("container-index", span, { name: parts.join(".") }));
    this.failed = true;
    this.fail("");
  }

  private args(): { readonly values: readonly SyntaxExpr[]; readonly end: Span } {
    this.take();
    const values: SyntaxExpr[] = [];
    if (!this.isAt(")")) {
      do values.push(this.expression(0));
      while (this.takeIf(","));
    }
    return { values, end: this.expect(")", '"," or ")"') };
  }

  private subscripts(): readonly WrittenSubscript[] {
    this.take();
    const subscripts: WrittenSubscript[] = [];
    do subscripts.push(this.subscript());
    while (this.takeIf(","));
    this.expect("]", '"," or "]"');
    return subscripts;
  }

  private subscript(): WrittenSubscript {
    const { span } = this.token;
    if (this.takeIf("*")) return { kind: "all", of: undefined, span };
    if (this.takeIf("@")) return this.position(span);
    const from = this.index();
    if (!this.takeIf(":")) return from;
    const to = this.index();
    return { kind: "range", from, to, span: spanOver(span, to.span) };
  }

  private position(at: Span): WrittenSubscript {
    const { token } = this;
    if (token.kind !== "number") this.fail("the number of a dimension");
    else this.take();
    return { kind: "position", position: token.kind === "number" ? token.value : 0, span: spanOver(at, token.span) };
  }

  /** A name alone may be a dimension or an element; with anything around it, it is part of an expression. */
  private index(): WrittenSubscript {
    const { token, at } = this;
    if (token.kind === "name") {
      const name = this.name();
      const { parts, span } = name;
      if (parts.length === 2 && parts[1] === "*") return { kind: "all", of: parts[0]!, span };
      if (this.isAt(",") || this.isAt("]") || this.isAt(":")) return { kind: "name", name, span };
      this.at = at;
    }
    const index = this.expression(0);
    return { kind: "index", index, span: index.span };
  }

  private transposable(expression: SyntaxExpr): SyntaxExpr {
    return this.isAt("'") ? this.arrays.transposed(expression, this.take().span) : expression;
  }
}

function symbolOf(token: EquationToken): Sign | Keyword | undefined {
  if (token.kind === "sign") return token.sign;
  return token.kind === "keyword" ? token.word : undefined;
}
