import { type ExpressionSpelling, expressionText } from "../syntax/expression-text.ts";
import { numberText } from "../syntax/number-text.ts";
import type { LookupSyntax, NameSyntax, SubscriptSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { nameText } from "./name-text.ts";

/** An expression as `.mdl` text. The strengths of the operators are those of `operator.ts`. */
export function vensimExpression(expr: SyntaxExpr): string {
  return expressionText(expr, spelling);
}

export function lookupText({ points }: LookupSyntax): string {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const corner = (pick: (a: number, b: number) => number) => pointText(xs.reduce(pick), ys.reduce(pick));
  const range = `[${corner((a, b) => (b < a ? b : a))}-${corner((a, b) => (b > a ? b : a))}]`;
  return `(${[range, ...points.map(({ x, y }) => pointText(x, y))].join(",")})`;
}

export function subscriptsText(subscripts: readonly (NameSyntax | SubscriptSyntax)[]): string {
  if (subscripts.length === 0) return "";
  const texts = subscripts.map((each) => nameText(each.name) + ("bang" in each && each.bang ? "!" : ""));
  return `[${texts.join(",")}]`;
}

/** `dimension!` as a number. */
function isMarkedValue(name: string, subscripts: readonly SubscriptSyntax[]): boolean {
  const [only, ...others] = subscripts;
  return only?.bang === true && only.name === name && others.length === 0;
}

function pointText(x: number, y: number): string {
  return `(${numberText(x)},${numberText(y)})`;
}

const binary = (text: string, left: number, right = left + 1) => ({ text, left, right });

const spelling: ExpressionSpelling = {
  unary: {
    negate: { text: "-", right: 7 },
    plus: { text: "+", right: 7 },
    not: { text: ":NOT: ", right: 3 },
  },
  binary: {
    or: binary(" :OR: ", 1),
    and: binary(" :AND: ", 2),
    equal: binary(" = ", 4),
    "not-equal": binary(" <> ", 4),
    less: binary(" < ", 4),
    "less-or-equal": binary(" <= ", 4),
    greater: binary(" > ", 4),
    "greater-or-equal": binary(" >= ", 4),
    add: binary(" + ", 5),
    subtract: binary(" - ", 5),
    multiply: binary(" * ", 6),
    divide: binary(" / ", 6),
    // Written as a function by the translation, since Vensim has no operator for it.
    modulo: binary(" MODULO ", 6),
    power: binary("^", 8, 8),
  },
  number: numberText,
  missing: ":NA:",
  reference: ({ name, subscripts }) =>
    isMarkedValue(name, subscripts) ? `${nameText(name)}!` : nameText(name) + subscriptsText(subscripts),
  call({ name, subscripts, args, outputs }, print) {
    const given = args.map(print).join(", ");
    const made = outputs.length === 0 ? "" : ` : ${outputs.map((output) => nameText(output.name)).join(", ")}`;
    return { text: `${nameText(name)}${subscriptsText(subscripts)}(${given}${made})`, open: false };
  },
  lookup: lookupText,
  array: rowsText,
  text: (value) => `'${value}'`,
};

/** A semicolon ends a row, and makes a list of a single number. */
function rowsText(rows: readonly (readonly number[])[]): string {
  const lines = rows.map((row) => row.map(numberText).join(","));
  return lines.length === 1 && rows[0]!.length > 1 ? lines[0]! : `${lines.join(";")};`;
}
