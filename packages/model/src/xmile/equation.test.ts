import { expect, test } from "vitest";
import { source } from "../source/source.ts";
import type { SubscriptSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { readXmile } from "./read-xmile.ts";

const dimensions = `<dimensions>
  <dim name="Place"><elem name="Boston"/><elem name="L A"/></dim>
  <dim name="Product"><elem name="dress"/><elem name="skirt"/><elem name="Boston"/></dim>
  <dim name="N" size="4"/>
</dimensions>`;

const array = (name: string, ...over: readonly string[]) =>
  `<aux name="${name}"><dimensions>${over.map((each) => `<dim name="${each}"/>`).join("")}</dimensions><eqn>0</eqn></aux>`;
const arrays = [
  array("sales", "Place", "Product"),
  array("cost", "Product"),
  array("square", "N", "N"),
  array("swapped", "Product", "Place"),
  array("line", "N"),
].join("");

/** The expression of `owner`, whose equation is `equation`, in a model with a few arrays. */
function read(equation: string, ...over: readonly string[]): SyntaxExpr {
  const owner = array("owner", ...over).replace("<eqn>0", `<eqn><![CDATA[${equation}]]>`);
  const text = `<xmile>${dimensions}<model><variables>${owner}${arrays}</variables></model></xmile>`;
  const { value, diagnostics } = readXmile(source("m.xmile", text));
  expect(diagnostics).toEqual([]);
  const { definition } = value.variables[0]!;
  if (definition.kind !== "equation") throw new Error("not an equation");
  return definition.expression;
}

function show(expr: SyntaxExpr): string {
  switch (expr.kind) {
    case "number":
      return `${expr.value}`;
    case "reference":
      return expr.name + showSubscripts(expr.subscripts);
    case "call":
      return `${expr.name}${showSubscripts(expr.subscripts)}(${expr.args.map(show).join(", ")})`;
    case "unary":
      return `(${expr.op} ${show(expr.operand)})`;
    case "binary":
      return `(${show(expr.left)} ${expr.op} ${show(expr.right)})`;
    case "missing":
    case "lookup":
    case "array":
    case "text":
    case "faulty":
      return expr.kind;
  }
}

function showSubscripts(subscripts: readonly SubscriptSyntax[]): string {
  const each = ({ name, bang, dimension, index }: SubscriptSyntax) =>
    index ? `at ${show(index)}` : `${dimension ? `${dimension}.` : ""}${name}${bang ? "!" : ""}`;
  return subscripts.length === 0 ? "" : `[${subscripts.map(each).join(", ")}]`;
}

// XMILE 1.0, 3.3.1: each row is one step of the table of operators, or an associativity.
for (const [what, equation, want] of [
  ["power before its sign", "-x^2", "(negate (x power 2))"],
  ["power from the right", "2^3^2", "(2 power (3 power 2))"],
  ["a sign in an exponent", "2^-3*4", "((2 power (negate 3)) multiply 4)"],
  ["a power in an exponent's sign", "30^ - 30^-c", "(30 power (negate (30 power (negate c))))"],
  ["a sign before a product", "-a*b", "((negate a) multiply b)"],
  ["NOT like a sign", "NOT a = b", "((not a) equal b)"],
  ["products from the left", "a / b * c MOD d", "(((a divide b) multiply c) modulo d)"],
  ["products before sums", "a + b * c - d", "((a add (b multiply c)) subtract d)"],
  ["sums before relations", "a + 1 < b - 1", "((a add 1) less (b subtract 1))"],
  ["relations before equality", "a < b = c > d", "((a less b) equal (c greater d))"],
  ["equality before AND", "a = b AND c <> d", "((a equal b) and (c not-equal d))"],
  ["AND before OR", "a OR b AND c OR d", "((a or (b and c)) or d)"],
  ["<= and >=", "(a <= b) >= c", "((a less-or-equal b) greater-or-equal c)"],
  ["words in any case", "a and not b mod 2", "(a and ((not b) modulo 2))"],
  ["parentheses", "(a - b) * (c)", "((a subtract b) multiply c)"],
  ["two signs", "- -a", "(negate (negate a))"],
] as const)
  test(`operators: ${what}`, () => expect(show(read(equation))).toBe(want));

for (const [what, equation, want] of [
  ["IF", "IF a > 1 THEN b ELSE -b", "IF_THEN_ELSE((a greater 1), b, (negate b))"],
  ["IF in IF", "IF a THEN b ELSE IF c THEN d ELSE e", "IF_THEN_ELSE(a, b, IF_THEN_ELSE(c, d, e))"],
  ["IF as an operand reaches to the end", "2 * IF a THEN 1 ELSE 2 + 3", "(2 multiply IF_THEN_ELSE(a, 1, (2 add 3)))"],
  ["IF over lines", "if a\nthen b\n\telse c", "IF_THEN_ELSE(a, b, c)"],
  ["a call without arguments", "f()", "f()"],
  ["a call", "MIN( a , 2)", "MIN(a, 2)"],
  ["a space before the parenthesis", "f (a)", "f(a)"],
  ["comments anywhere", "{one} a {two} + {} b {end}", "(a add b)"],
  ["a name with a word in it", "iffy + ORs + note", "((iffy add ORs) add note)"],
  ["a quoted name", '"a + b" * "say \\"so\\" \\\\ "', '(a + b multiply say "so" \\ )'],
  ["a line break in a name", '"revenue\\ngap"', "revenue gap"],
  ["a quoted word", '"AND"', "AND"],
  ["words side by side", "EXPRESSION MACRO(a, b)", "EXPRESSION MACRO(a, b)"],
  ["names beyond ASCII", "größe_Ω * état", "(größe_Ω multiply état)"],
  ["a name with $", "a$b", "a$b"],
  ["a no-break space", "a\u00a0+\u00a0b", "(a\u00a0 add b)"],
  ["the standard's own name space", "std.ABS(a)", "ABS(a)"],
  ["numbers", ".5 + 14. + 6E5 + 3e-05 + 8.123e+10", "((((0.5 add 14) add 600000) add 0.00003) add 81230000000)"],
] as const)
  test(`equations: ${what}`, () => expect(show(read(equation))).toBe(want));

// XMILE 1.0, 3.7.1. What an equation may leave out or say in short is written out in the tree.
for (const [what, over, equation, want] of [
  ["all subscripts left out", ["Place", "Product"], "sales * 2", "(sales[Place, Product] multiply 2)"],
  ["left out where the order differs", ["Place", "Product"], "swapped", "swapped[Product, Place]"],
  ["left out where there is more on the left", ["Place", "Product"], "cost", "cost[Product]"],
  ["a dimension twice", ["N", "N"], "square - line", "(square[N, N (2)] subtract line[N])"],
  ["dimensions by name", ["Product", "Place"], "sales[Place, Product]", "sales[Place, Product]"],
  ["elements by name", [], "sales[Boston, skirt]", "sales[Place.Boston, Product.skirt]"],
  ["an element with its dimension", [], "sales[Place.L_A, skirt]", "sales[Place.L A, Product.skirt]"],
  ["one name in two dimensions", [], "sales[Boston, Boston]", "sales[Place.Boston, Product.Boston]"],
  ["an element by number", [], "sales[2, 1]", "sales[Place.L A, Product.dress]"],
  ["elements without names", [], "square[4, 1]", "square[N.4, N.1]"],
  ["an index that is computed", [], "line[a + 1]", "line[at (a add 1)]"],
  ["an index that is a variable", ["N"], "line[line]", "line[at line[N]]"],
  ["the position of an element", [], "Place.L_A + Product.Boston", "(2 add 3)"],
  ["a dimension as a value", ["Place"], "Place * 2", "(Place multiply 2)"],
  ["a position on the left", ["N", "N"], "square[@2, @1]", "square[N (2), N]"],
  ["the array turned over", ["N", "N"], "square'", "square[N (2), N]"],
  ["SUM of all", [], "SUM(sales)", "SUM(sales[Place!, Product!])"],
  ["SUM of a row", ["Place"], "SUM(sales[Place, *])", "SUM(sales[Place, Product!])"],
  ["SUM over a dimension that is on the left too", ["N"], "SUM(square[N, *])", "SUM(square[N, N (2)!])"],
  ["SUM of a square", [], "SUM(square)", "SUM(square[N!, N (2)!])"],
  ["SUM of a row times a line", ["N"], "SUM(square[N, *] * line)", "SUM((square[N, N (2)!] multiply line[N (2)!]))"],
  ["SUM of a product", [], "SUM(sales[*, skirt] * 2)", "SUM((sales[Place!, Product.skirt] multiply 2))"],
  ["SUM of a range", [], "SUM(line[2:3])", "SUM(line[N (2:3)!])"],
  ["SUM over a square by name", [], "SUM(square[N, N])", "SUM(square[N!, N (2)!])"],
  ["SUM over a dimension by name", [], "SUM(cost[Product])", "SUM(cost[Product!])"],
  ["an equation after SUM", ["Product"], "SUM(sales) + cost", "(SUM(sales[Place!, Product (2)!]) add cost[Product])"],
  ["the mean", [], "MEAN(line)", "MEAN(line[N!])"],
  ["MAX of an array", [], "MAX(line)", "MAX(line[N!])"],
  ["MAX of an array and a number", [], "MAX(line, 0)", "MAX(MAX(line[N!]), 0)"],
  ["MIN of numbers", [], "MIN(a, b)", "MIN(a, b)"],
  ["MIN of more", [], "MIN(a, line, b)", "MIN(MIN(a, MIN(line[N!])), b)"],
  ["the size", [], "SIZE(sales) + SIZE(sales[1, *])", "(6 add 3)"],
  ["the variable itself", ["Place"], "PREVIOUS(SELF, 0)", "PREVIOUS(owner[Place], 0)"],
] as const)
  test(`arrays: ${what}`, () => expect(show(read(equation, ...over))).toBe(want));

test("dimensions that an equation needs twice are made once, as other names", () => {
  const owner = array("owner", "N", "N").replace("<eqn>0", "<eqn>square + SUM(square[*, 1:2]) + SUM(line[1:2])");
  const text = `<xmile>${dimensions}<model><variables>${owner}${arrays}</variables></model></xmile>`;
  const { value } = readXmile(source("m.xmile", text));
  const made = value.dimensions.slice(3).map(({ name, aliasOf, elements }) => [name, aliasOf?.name, elements.length]);
  expect(made).toEqual([
    ["N (2)", "N", 0],
    ["N (3)", "N", 0],
    ["N (1:2)", undefined, 2],
  ]);
});
