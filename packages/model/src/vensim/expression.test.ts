import fc from "fast-check";
import { expect, test } from "vitest";
import { source } from "../source/source.ts";
import { textOf } from "../source/span.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import { readVensim } from "./read-vensim.ts";

function parse(text: string): SyntaxExpr {
  const { value, diagnostics } = readVensim(source("m.mdl", `y = ${text} ~~|`));
  expect(diagnostics).toEqual([]);
  const definition = value.variables[0]?.definition;
  if (definition?.kind !== "equation") throw new Error(`no expression in ${text}`);
  return definition.expression;
}

/** An expression with every operator in parentheses, and its name where its sign is taken. */
function shown(expr: SyntaxExpr): string {
  switch (expr.kind) {
    case "number":
      return Object.is(expr.value, -0) ? "-0" : String(expr.value);
    case "missing":
      return "NA";
    case "reference":
      return expr.name + subscripted(expr);
    case "call":
      return `${expr.name}${subscripted(expr)}(${expr.args.map(shown).join(", ")}${expr.outputs.map(({ name }) => ` : ${name}`).join("")})`;
    case "unary":
      return `(${expr.op} ${shown(expr.operand)})`;
    case "binary":
      return `(${shown(expr.left)} ${expr.op} ${shown(expr.right)})`;
    case "lookup":
      return `lookup ${expr.lookup.points.map(({ x, y }) => `${x},${y}`).join(" ")}`;
    case "array":
      return expr.rows.map((row) => row.join(",")).join(";");
    case "text":
      return `'${expr.value}'`;
    case "faulty":
      return "faulty";
  }
}

function subscripted({ subscripts }: SyntaxExpr & { kind: "reference" | "call" }): string {
  const names = subscripts.map(({ name, bang }) => name + (bang ? "!" : ""));
  return names.length > 0 ? `[${names.join(",")}]` : "";
}

for (const [text, want] of [
  ["a + b * c", "(a add (b multiply c))"],
  ["a * b + c", "((a multiply b) add c)"],
  ["a - b - c", "((a subtract b) subtract c)"],
  ["a / b / c", "((a divide b) divide c)"],
  ["a / b * c", "((a divide b) multiply c)"],
  ["a * b ^ c", "(a multiply (b power c))"],
  // Vensim's output for test-models' arithmetics_exp: 30^1.2^1.2 is 68.9244, -Time^30 is negative, 30^-30^-1.2 is 0.944195.
  ["a ^ b ^ c", "(a power (b power c))"],
  ["-a ^ b", "(negate (a power b))"],
  ["a ^ -b ^ -c", "(a power (negate (b power (negate c))))"],
  ["-a * b", "((negate a) multiply b)"],
  ["a * -b", "(a multiply (negate b))"],
  ["-a + b", "((negate a) add b)"],
  ["a - -b", "(a subtract (negate b))"],
  ["- - a", "(negate (negate a))"],
  ["a ^ -b * c", "((a power (negate b)) multiply c)"],
  ["a + b < c * d", "((a add b) less (c multiply d))"],
  ["a <= b :AND: c >= d", "((a less-or-equal b) and (c greater-or-equal d))"],
  ["a :OR: b :AND: c", "(a or (b and c))"],
  ["a :AND: b :OR: c", "((a and b) or c)"],
  [":NOT: a > b :AND: c", "((not (a greater b)) and c)"],
  [":NOT: :NOT: a", "(not (not a))"],
  ["a :AND: :NOT: b = c", "(a and (not (b equal c)))"],
  ["a = b", "(a equal b)"],
  ["a <> b :or: a = c", "((a not-equal b) or (a equal c))"],
  ["(a + b) * c", "((a add b) multiply c)"],
  ["a-b", "(a subtract b)"],
  ["a <-b", "(a less (negate b))"],
  ["f(a, b + 1)", "f(a, (b add 1))"],
  ["f ()", "f()"],
  ["IF THEN ELSE(a > 1, f(b), -1)", "IF THEN ELSE((a greater 1), f(b), -1)"],
  ["SUM(a[row!, col] * b[row!])", "SUM((a[row!,col] multiply b[row!]))"],
  ['table[row, "a b"](x)', "table[row,a b](x)"],
  ["split(a, b : c, d)", "split(a, b : c : d)"],
  ["GET DIRECT DATA('a b.xlsx', 'Sheet 1', 'A', 'B2')", "GET DIRECT DATA('a b.xlsx', 'Sheet 1', 'A', 'B2')"],
  ["IF THEN ELSE(a = :NA:, 0, a)", "IF THEN ELSE((a equal NA), 0, a)"],
  ["WITH LOOKUP(Time, ((0,0),(1,2)))", "WITH LOOKUP(Time, lookup 0,0 1,2)"],
  ["WITH LOOKUP (a+1, ([(0,0)-(9,9),(1,1),(2,2)],(0,0),(-1.5,2e1)))", "WITH LOOKUP((a add 1), lookup 0,0 -1.5,20)"],
  ["1, 2, -3", "1,2,-3"],
  ["1, 2; 3, 4;", "1,2;3,4"],
  ["1, :NA:", `1,${-(2 ** 109)}`],
  ["5;", "5"],
  ["TABBED ARRAY(\n1\t2\n-3\t4.5\n)", "1,2;-3,4.5"],
  ["tabbed_array(1 2)", "1,2"],
  ["-2", "-2"],
  ["-0", "-0"],
  ["+3", "3"],
  ["-2 ^ 2", "(negate (2 power 2))"],
  ["+a", "(plus a)"],
  ["a {an inner comment} + b", "(a add b)"],
  ["a +\\\r\n\t\tb", "(a add b)"],
  ["long na\\\n\t\tme + 1\\\n\t2", "(long name add 12)"],
] as const)
  test(`${JSON.stringify(text)} is ${want}`, () => expect(shown(parse(text))).toBe(want));

for (const [text, want] of [
  ["1", 1],
  [".5", 0.5],
  ["1.", 1],
  ["0010", 10],
  ["1e-3", 1e-3],
  ["1E+006", 1e6],
  ["2.5e3", 2500],
  ["1.7976931348623157e308", Number.MAX_VALUE],
] as const)
  test(`the number ${text}`, () => expect(parse(text)).toMatchObject({ kind: "number", value: want }));

for (const [text, name] of [
  ["Birth Rate", "Birth Rate"],
  ["_x1", "_x1"],
  ["cost in $s", "cost in $s"],
  ["driver's age", "driver's age"],
  ["Größe der Ämter", "Größe der Ämter"],
  ["人口", "人口"],
  ["price €", "price €"],
  ["x\ty", "x y"],
  ['"a+b: 50 % & more | ~ {x} [1]"', "a+b: 50 % & more | ~ {x} [1]"],
  ['"say \\"yes\\""', 'say "yes"'],
  ['"back \\ slash \\\\"', "back \\ slash \\"],
  ['"new \\n line"', "new \\n line"],
] as const)
  test(`the name ${text}`, () => expect(parse(`${text} `)).toMatchObject({ kind: "reference", name }));

test("spans hold what they speak of, parentheses and subscripts too", () => {
  const product = parse("  (a + b[x]) * f( c )  ");
  if (product.kind !== "binary") throw new Error("not a product");
  expect([product, product.left, product.right].map(({ span }) => textOf(span))).toEqual([
    "(a + b[x]) * f( c )",
    "(a + b[x])",
    "f( c )",
  ]);
});

// Any tree whatever, written with every operator in parentheses, is read back as it was.
const tree = fc.letrec<{ expr: string }>((tie) => ({
  expr: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("a", "b c", "7", "0.25", "x[i]", ":NA:"),
    fc.tuple(tie("expr"), fc.constantFrom("+", "-", "*", "/", "^", "<", "<>", ":AND:"), tie("expr")).map(bracketed),
    tie("expr").map((inside) => `(:NOT:${inside})`),
    fc.array(tie("expr"), { minLength: 1, maxLength: 3 }).map((args) => `f(${args.join(",")})`),
  ),
})).expr;

function bracketed(parts: readonly string[]): string {
  return `(${parts.join(" ")})`;
}

const signs: Readonly<Record<string, string>> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  divide: "/",
  power: "^",
  less: "<",
  "not-equal": "<>",
  and: ":AND:",
};

function written(expr: SyntaxExpr): string {
  if (expr.kind === "binary") return `(${written(expr.left)} ${signs[expr.op]} ${written(expr.right)})`;
  if (expr.kind === "unary") return `(:NOT:${written(expr.operand)})`;
  if (expr.kind === "call") return `f(${expr.args.map(written).join(",")})`;
  return expr.kind === "missing" ? ":NA:" : shown(expr);
}

test("what is written with every parenthesis is read as written", () =>
  fc.assert(
    fc.property(tree, (text) => {
      expect(written(parse(text))).toBe(text);
    }),
  ));
