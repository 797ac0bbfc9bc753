import fc from "fast-check";
import { expect, test } from "vitest";
import { readModel } from "../read-model.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { explain } from "../source/diagnostic.ts";
import { modelDiagnostics } from "../source/diagnostics.ts";
import { source } from "../source/source.ts";
import type { BinaryOp, SyntaxExpr, UnaryOp } from "../syntax/syntax-tree.ts";
import { xmileOf } from "../testing/small-model.ts";
import { readXmile } from "./read-xmile.ts";

/** Whatever a file says, every phase comes to an end with diagnostics that lie inside it and can be put in words. */
function expectSound(text: string): void {
  const { diagnostics } = readModel(source("any.xmile", text));
  for (const each of diagnostics) expectInside(each, text.length);
  expect(diagnostics.length).toBeLessThanOrEqual(100 + text.length);
}

function expectInside(diagnostic: Diagnostic, length: number): void {
  const { start, end } = diagnostic.span;
  expect([start >= 0, start <= end, end <= length]).toEqual([true, true, true]);
  const { says, mend } = explain(diagnostic, modelDiagnostics);
  expect(says + mend).not.toMatch(/undefined|\[object/u);
}

const escaped = (text: string) => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/\0/gu, "");
const equation = (text: string) =>
  xmileOf(`<aux name="x"><eqn>${escaped(text)}</eqn></aux><aux name="y"><eqn>1</eqn></aux>`);

const pieces = [
  "x",
  "y",
  "(",
  ")",
  "[",
  "]",
  ",",
  "{",
  "}",
  '"',
  "'",
  "@",
  ":",
  "*",
  "^",
  "-",
  "+",
  "/",
  "<",
  "<>",
  ">=",
  "=",
  ".",
  "1",
  "2.5e3",
  " ",
  "\n",
  "AND",
  "NOT",
  "MOD",
  "IF",
  "THEN",
  "ELSE",
  "SUM",
  "SELF",
  "TIME",
  "DELAY1",
  "LOOKUP",
  "RANK",
  "é",
  "日",
  "\\",
  "$",
  "%",
  "e",
  "\u00a0",
];

test("any text for an equation is read to its end", () =>
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => expectSound(equation(text)))));

test("any row of pieces of equations is read to its end", () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (row) => expectSound(equation(row.join("")))),
    { numRuns: 300 },
  ));

/** A file that has nearly everything, to be spoiled. */
const whole = `<?xml version="1.0"?><xmile xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"><header><name>n</name></header>
<sim_specs method="RK4" time_units="Month"><start>0</start><stop>3</stop><dt reciprocal="true">2</dt></sim_specs>
<dimensions><dim name="N" size="2"/><dim name="P"><elem name="a"/><elem name="b"/></dim></dimensions>
<model_units><unit name="m"><eqn>1</eqn><alias>k</alias></unit></model_units><behavior><non_negative/></behavior>
<macro name="M"><parm>p</parm><parm default="p*2">q</parm><eqn>p + r</eqn><variables><stock name="r"><eqn>q</eqn></stock></variables></macro>
<model><variables><stock name="s"><dimensions><dim name="N"/></dimensions><eqn>1, 2</eqn><inflow>i</inflow><outflow>o</outflow><outflow>l</outflow>
<conveyor exponential_leak="true"><len>2</len><capacity>9</capacity><sample>1</sample><arrest>0</arrest></conveyor></stock>
<flow name="i"><dimensions><dim name="N"/></dimensions><eqn>M(g(TIME), SUM(A[N,*]))</eqn></flow><flow name="o"><dimensions><dim name="N"/></dimensions></flow>
<flow name="l" leak_start="0.5"><dimensions><dim name="N"/></dimensions><element subscript="1"><eqn>0.1</eqn></element><element subscript="2"><eqn>0</eqn></element><leak/></flow>
<aux name="A"><dimensions><dim name="N"/><dim name="P"/></dimensions><eqn>RANK(A2[*], N) + P + A2[P]</eqn><units>m/Month</units><doc>d</doc></aux>
<aux name="A2"><dimensions><dim name="P"/></dimensions><eqn>3</eqn></aux><gf name="g" type="discrete"><xscale min="0" max="2"/><ypts>1,2,3</ypts></gf>
<module name="in"><connect to="z" from="A2"/></module><group name="h"><entity name="A"/></group></variables><views/></model>
<model name="in"><variables><aux name="z"><dimensions><dim name="P"/></dimensions></aux></variables></model></xmile>`;

test("the file to be spoiled is sound", () => {
  const { model, diagnostics } = readModel(source("whole.xmile", whole));
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code, facts }) => [code, facts])).toEqual(
    [],
  );
  expect(model).toBeDefined();
});

const cut = fc.tuple(
  fc.nat(whole.length),
  fc.nat(40),
  fc.oneof(fc.constantFrom(...pieces, "<eqn>", "</eqn>", "<aux>", "<!--", "&#0;"), fc.string()),
);

test("a file that is spoiled in a few places is read to its end", () =>
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
      const spoiled = cuts.reduce(
        (text, [at, length, instead]) => text.slice(0, at) + instead + text.slice(at + length),
        whole,
      );
      expectSound(spoiled);
    }),
    { numRuns: 200 },
  ));

test("a file with a piece of it moved is read to its end", () =>
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(300), fc.nat(whole.length), (from, length, to) => {
      const rest = whole.slice(0, from) + whole.slice(from + length);
      expectSound(rest.slice(0, to) + whole.slice(from, from + length) + rest.slice(to));
    }),
    { numRuns: 150 },
  ));

interface Wanted {
  /** How it is written, with every operator's operands in parentheses unless they are names or numbers. */
  readonly text: string;
  readonly shown: string;
}

const binary: readonly (readonly [string, BinaryOp])[] = [
  ["+", "add"],
  ["-", "subtract"],
  ["*", "multiply"],
  ["/", "divide"],
  ["^", "power"],
  [" MOD ", "modulo"],
  ["<", "less"],
  [">=", "greater-or-equal"],
  ["<>", "not-equal"],
  [" and ", "and"],
  [" OR ", "or"],
];
const unary: readonly (readonly [string, UnaryOp])[] = [
  ["-", "negate"],
  ["NOT ", "not"],
];

const expression = fc.letrec<{ any: Wanted; leaf: Wanted }>((tie) => ({
  leaf: fc.oneof(
    fc.nat(9).map((n): Wanted => ({ text: `${n}`, shown: `${n}` })),
    fc.constantFrom("x", "y", '"a b"').map((name): Wanted => ({ text: name, shown: name.replaceAll('"', "") })),
  ),
  any: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc.tuple(fc.constantFrom(...binary), tie("any"), tie("any")).map(
      ([[sign, op], a, b]): Wanted => ({
        text: `(${a.text})${sign}{c}(${b.text})`,
        shown: `(${op} ${a.shown} ${b.shown})`,
      }),
    ),
    fc
      .tuple(fc.constantFrom(...unary), tie("any"))
      .map(([[sign, op], a]): Wanted => ({ text: `${sign}(${a.text})`, shown: `(${op} ${a.shown})` })),
    fc.tuple(tie("any"), tie("any"), tie("any")).map(
      ([a, b, c]): Wanted => ({
        text: `(IF ${a.text}\nTHEN ${b.text} ELSE ${c.text})`,
        shown: `(IF_THEN_ELSE ${a.shown} ${b.shown} ${c.shown})`,
      }),
    ),
    fc.array(tie("any"), { maxLength: 3 }).map(
      (args): Wanted => ({
        text: `f ( ${args.map(({ text }) => text).join(" , ")} )`,
        shown: `(f${args.map(({ shown }) => ` ${shown}`).join("")})`,
      }),
    ),
  ),
})).any;

function show(expr: SyntaxExpr): string {
  switch (expr.kind) {
    case "number":
      return String(expr.value);
    case "reference":
      return expr.name;
    case "call":
      return `(${[expr.name, ...expr.args.map(show)].join(" ")})`;
    case "unary":
      return `(${expr.op} ${show(expr.operand)})`;
    case "binary":
      return `(${expr.op} ${show(expr.left)} ${show(expr.right)})`;
    case "missing":
    case "lookup":
    case "array":
    case "text":
    case "faulty":
      return expr.kind;
  }
}

test("an expression is read as it was meant, and every part of it stands where it was written", () =>
  fc.assert(
    fc.property(expression, ({ text, shown }) => {
      const file = equation(text);
      const { value, diagnostics } = readXmile(source("any.xmile", file));
      expect(diagnostics).toEqual([]);
      const { definition } = value.variables[0]!;
      if (definition.kind !== "equation") throw new Error("x is no equation");
      expect(show(definition.expression)).toBe(shown);
      const { start, end } = definition.expression.span;
      expect(file.slice(start, end)).toBe(escaped(text).trim());
    }),
    { numRuns: 200 },
  ));
