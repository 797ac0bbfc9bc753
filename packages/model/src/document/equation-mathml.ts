import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";
import { html } from "./html.ts";

/** An equation as MathML, which browsers set without a script; fractions, powers and choices look as they do on paper. */
export function equationMathml(variable: VariableSyntax): string {
  return `<math display="block">${row(rowsOf(variable))}</math>`;
}

/** Of a list or a table, no more than this is set. */
const mostShown = 12;

function rowsOf(variable: VariableSyntax): readonly string[] {
  const { definition } = variable;
  const name = named(variable.name, variable.subscripts);
  const is = (left: string, right: string) => row([left, op("="), right]);
  switch (definition.kind) {
    case "equation":
    case "unchangeable":
    case "flow": {
      const { expression } = definition;
      const [rate, initial] = expression.kind === "call" && nameKey(expression.name) === "integ" ? expression.args : [];
      return rate && initial ? stockRows(name, set(rate), set(initial)) : [is(name, set(expression))];
    }
    case "stock":
    case "conveyor": {
      const rate = row([
        ...definition.inflows.map((flow) => op("+") + named(flow.name, [])),
        ...definition.outflows.map((flow) => op("−") + named(flow.name, [])),
      ]);
      const initial = definition.kind === "stock" ? [definition.initial] : definition.initial;
      return stockRows(name, rate === "<mrow></mrow>" ? number(0) : rate, row(initial.map(set)));
    }
    case "driven":
      return [is(name, text("what its conveyor lets out"))];
    case "lookup":
      return [is(call(name, [text("x")]), points(definition.lookup.points))];
    case "data":
      return [is(name, definition.expression ? set(definition.expression) : text("data"))];
  }
}

function stockRows(name: string, rate: string, initial: string): readonly string[] {
  const slope = `<mfrac>${row([upright("d"), name])}${row([upright("d"), "<mi>t</mi>"])}</mfrac>`;
  const lines = [
    [slope, rate],
    [`<msub>${name}${row([text("start")])}</msub>`, initial],
  ].map(
    ([left, right]) => `<mtr><mtd>${left}</mtd><mtd>${op("=")}</mtd><mtd style="text-align:left">${right}</mtd></mtr>`,
  );
  return [`<mtable displaystyle="true" columnalign="right center left">${lines.join("")}</mtable>`];
}

function set(expr: SyntaxExpr): string {
  switch (expr.kind) {
    case "number":
      return number(expr.value);
    case "missing":
      return text(":NA:");
    case "reference":
      return named(expr.name, expr.subscripts);
    case "text":
      return text(`“${expr.value}”`);
    case "lookup":
      return points(expr.lookup.points);
    case "array":
      return listed(expr.rows.flat().map(number));
    case "faulty":
      return text("?");
    case "unary":
      return row([op(signs[expr.op]), inner(expr.operand, 7)]);
    case "binary":
      return binary(expr);
    case "call":
      return called(expr);
  }
}

type Binary = Extract<SyntaxExpr, { kind: "binary" }>;

const signs = { negate: "−", plus: "+", not: "not" } as const;
const operators: Readonly<Record<Binary["op"], readonly [sign: string, strength: number]>> = {
  or: ["or", 1],
  and: ["and", 2],
  equal: ["=", 3],
  "not-equal": ["≠", 3],
  less: ["<", 3],
  "less-or-equal": ["≤", 3],
  greater: [">", 3],
  "greater-or-equal": ["≥", 3],
  add: ["+", 5],
  subtract: ["−", 5],
  multiply: ["·", 6],
  divide: ["/", 9],
  modulo: ["mod", 6],
  power: ["^", 8],
};

function binary({ op: name, left, right }: Binary): string {
  const [sign, strength] = operators[name];
  if (name === "divide") return `<mfrac>${set(left)}${set(right)}</mfrac>`;
  if (name === "power") return `<msup>${row([inner(left, 9)])}${set(right)}</msup>`;
  return row([inner(left, strength), op(sign), inner(right, strength + (name === "subtract" ? 1 : 0))]);
}

/** In parentheses where it binds less tightly than what it stands in; a fraction needs none, but under a power. */
function inner(expr: SyntaxExpr, strength: number): string {
  const own = expr.kind === "binary" ? operators[expr.op][1] : expr.kind === "unary" ? 7 : 10;
  const isBare = own >= strength && !(strength === 9 && expr.kind === "binary");
  return isBare ? set(expr) : row([op("("), set(expr), op(")")]);
}

function called(expr: Extract<SyntaxExpr, { kind: "call" }>): string {
  const key = nameKey(expr.name);
  const args = expr.args.map(set);
  if (key === "if then else" && args.length === 3) return choice(args[0]!, args[1]!, args[2]!);
  if (key === "sqrt" && args.length === 1) return `<msqrt>${args[0]}</msqrt>`;
  if (key === "abs" && args.length === 1) return row([op("|"), args[0]!, op("|")]);
  return call(named(expr.name, expr.subscripts), args);
}

function choice(test: string, yes: string, no: string): string {
  const left = (part: string) => `<mtd style="text-align:left">${part}</mtd>`;
  const line = (value: string, when: string) => `<mtr>${left(value)}${left(when)}</mtr>`;
  const lines = line(yes, row([text("if\u00a0"), test])) + line(no, text("otherwise"));
  return row([op("{"), `<mtable columnalign="left left">${lines}</mtable>`]);
}

function call(name: string, args: readonly string[]): string {
  return row([name, op("("), ...args.flatMap((arg, k) => (k === 0 ? [arg] : [op(","), arg])), op(")")]);
}

function named(name: string, subscripts: readonly { readonly name: string; readonly bang?: boolean }[]): string {
  const plain = upright(name.replace(/^\./u, ""));
  if (subscripts.length === 0) return plain;
  const below = subscripts.map((each) => (each.name === "" ? "·" : each.name) + (each.bang ? "!" : "")).join(", ");
  return `<msub>${plain}${text(below)}</msub>`;
}

function points(all: readonly { readonly x: number; readonly y: number }[]): string {
  return listed(all.map(({ x, y }) => row([op("("), number(x), op(","), number(y), op(")")])));
}

function listed(parts: readonly string[]): string {
  const shown = parts.slice(0, mostShown).flatMap((part, k) => (k === 0 ? [part] : [op(","), part]));
  const more = parts.length > mostShown ? [text(` … (${parts.length} in all)`)] : [];
  return row([...shown, ...more]);
}

function row(parts: readonly string[]): string {
  return `<mrow>${parts.join("")}</mrow>`;
}

function number(value: number): string {
  return value < 0 ? row([op("−"), `<mn>${-value}</mn>`]) : `<mn>${value}</mn>`;
}

function op(sign: string): string {
  return `<mo>${html(sign)}</mo>`;
}

/** A name is an identifier to the browser: words in `<mtext>` count as space, and take the room around an operator away. */
function upright(name: string): string {
  return `<mi mathvariant="normal">${html(name)}</mi>`;
}

function text(words: string): string {
  return `<mtext>${html(words)}</mtext>`;
}
