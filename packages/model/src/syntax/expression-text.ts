import type { BinaryOp, LookupSyntax, SyntaxExpr, UnaryOp } from "./syntax-tree.ts";

type Reference = Extract<SyntaxExpr, { kind: "reference" }>;
type Call = Extract<SyntaxExpr, { kind: "call" }>;

/**
 * How a language writes an expression. `left` and `right` are how tightly an operator binds, as its reader has them: an operand on
 * the left is complete before it where what it ends with binds more tightly than `left`; one on the right is read at `right`.
 */
export interface ExpressionSpelling {
  readonly unary: Readonly<Record<UnaryOp, { readonly text: string; readonly right: number }>>;
  readonly binary: Readonly<Record<BinaryOp, { readonly text: string; readonly left: number; readonly right: number }>>;
  number(value: number): string;
  readonly missing: string;
  reference(reference: Reference): string;
  /** `open` where it is not closed by a parenthesis of its own, so that it needs one inside another expression. */
  call(call: Call, print: (expr: SyntaxExpr) => string): { readonly text: string; readonly open: boolean };
  lookup(lookup: LookupSyntax): string;
  array(rows: readonly (readonly number[])[]): string;
  text(value: string): string;
}

/** An expression as text, with the parentheses that it needs and no others. */
export function expressionText(expr: SyntaxExpr, spelling: ExpressionSpelling): string {
  return new ExpressionPrinter(spelling).whole(expr);
}

class ExpressionPrinter {
  private readonly spelling: ExpressionSpelling;

  constructor(spelling: ExpressionSpelling) {
    this.spelling = spelling;
  }

  readonly whole = (expr: SyntaxExpr): string => {
    switch (expr.kind) {
      case "number":
        return this.spelling.number(expr.value);
      case "missing":
        return this.spelling.missing;
      case "reference":
        return this.spelling.reference(expr);
      case "call":
        return this.spelling.call(expr, this.whole).text;
      case "lookup":
        return this.spelling.lookup(expr.lookup);
      case "array":
        return this.spelling.array(expr.rows);
      case "text":
        return this.spelling.text(expr.value);
      case "unary": {
        const { text, right } = this.spelling.unary[expr.op];
        return text + this.right(expr.operand, right);
      }
      case "binary": {
        const { text, left, right } = this.spelling.binary[expr.op];
        return this.left(expr.left, left) + text + this.right(expr.right, right);
      }
      case "faulty":
        throw new Error("A tree with errors in it is not written.");
    }
  };

  private left(expr: SyntaxExpr, power: number): string {
    return this.endOf(expr) > power ? this.whole(expr) : this.inParentheses(expr);
  }

  private right(expr: SyntaxExpr, power: number): string {
    if (expr.kind === "binary") {
      const isTight = this.spelling.binary[expr.op].left >= power;
      return isTight ? this.whole(expr) : this.inParentheses(expr);
    }
    return this.isOpen(expr) ? this.inParentheses(expr) : this.whole(expr);
  }

  /** How tightly the last operand of an expression is held: what binds less tightly after it leaves it alone. */
  private endOf(expr: SyntaxExpr): number {
    if (this.isOpen(expr)) return 0;
    if (expr.kind === "binary") return this.spelling.binary[expr.op].right;
    if (expr.kind === "unary") return this.spelling.unary[expr.op].right;
    // A sign before a number is read like any other.
    if (expr.kind === "number" && isNegative(expr.value)) return this.spelling.unary.negate.right;
    return Number.POSITIVE_INFINITY;
  }

  /** What takes up everything that follows it: a choice without parentheses, a negation of a whole comparison. */
  private isOpen(expr: SyntaxExpr): boolean {
    if (expr.kind === "call") return this.spelling.call(expr, () => "").open;
    return expr.kind === "unary" && this.spelling.unary[expr.op].right < this.spelling.unary.negate.right;
  }

  private inParentheses(expr: SyntaxExpr): string {
    return `(${this.whole(expr)})`;
  }
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}
