import { expect, test } from "vitest";
import { readSyntax } from "../read-syntax.ts";
import { type Source, source } from "../source/source.ts";
import { textOf } from "../source/span.ts";
import type { SubscriptSyntax, SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";
import { inlineMacros } from "./inline-macros.ts";

const vensim = (text: string) => source("m.mdl", `{UTF-8}\n${text}`);
const xmile = (variables: string, macros: string) =>
  source("m.xmile", `<xmile><model><variables>${variables}</variables></model>${macros}</xmile>`);

/** The variables after the macros are written out, as `name[subscripts] = expression`; hidden ones with a `~` before them. */
function inlined(file: Source): readonly string[] {
  const { value, diagnostics } = readSyntax(file);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const outcome = inlineMacros(value);
  expect(outcome.diagnostics).toEqual([]);
  expect(outcome.value.macros).toEqual([]);
  return outcome.value.variables.map(showVariable);
}

function showVariable({ name, subscripts, except, hidden, definition }: VariableSyntax): string {
  const left = subscripts.length === 0 ? "" : `[${subscripts.map((each) => each.name).join(", ")}]`;
  const holes = except.map((hole) => ` but [${hole.map((each) => each.name).join(", ")}]`).join("");
  return `${hidden ? "~" : ""}${name}${left}${holes} = ${showDefinition(definition)}`;
}

function showDefinition(definition: VariableSyntax["definition"]): string {
  switch (definition.kind) {
    case "equation":
    case "unchangeable":
    case "flow":
      return show(definition.expression);
    case "stock":
      return `${show(definition.initial)} + ${definition.inflows.map((each) => each.name).join(" + ")}`;
    case "conveyor":
    case "driven":
    case "lookup":
    case "data":
      return definition.kind;
  }
}

function show(expr: SyntaxExpr): string {
  switch (expr.kind) {
    case "number":
      return `${expr.value}`;
    case "reference":
      return `<${expr.name}${showSubscripts(expr.subscripts)}>`;
    case "call":
      return `${expr.name}${showSubscripts(expr.subscripts)}(${expr.args.map(show).join(", ")})`;
    case "binary":
      return `${show(expr.left)} ${expr.op} ${show(expr.right)}`;
    case "unary":
      return `${expr.op} ${show(expr.operand)}`;
    case "missing":
    case "lookup":
    case "array":
    case "text":
    case "faulty":
      return expr.kind;
  }
}

function showSubscripts(subscripts: readonly SubscriptSyntax[]): string {
  return subscripts.length === 0 ? "" : `[${subscripts.map(({ name, bang }) => name + (bang ? "!" : "")).join(", ")}]`;
}

const half = ":MACRO: HALF(x) HALF = x / 2 ~~| :END OF MACRO:";
const dim = "d: a, b ~~|";

for (const [what, file, ...want] of [
  ["an expression", vensim(`${half} y = HALF(z) + 1 ~~|`), "y = <HALF of y> add 1", "~HALF of y = <z> divide 2"],
  [
    "an argument that is more than a name",
    vensim(`${half} y = HALF(z + 1) ~~|`),
    "y = <HALF of y>",
    "~HALF of y: x = <z> add 1",
    "~HALF of y = <HALF of y: x> divide 2",
  ],
  [
    "two calls in one equation",
    vensim(`${half} y = HALF(z) * half(3) ~~|`),
    "y = <HALF of y> multiply <HALF of y (2)>",
    "~HALF of y = <z> divide 2",
    "~HALF of y (2) = 3 divide 2",
  ],
  [
    "a call in a call",
    vensim(`${half} y = HALF(HALF(z)) ~~|`),
    "y = <HALF of y (2)>",
    "~HALF of y = <z> divide 2",
    "~HALF of y (2) = <HALF of y> divide 2",
  ],
  ["a definition after the call", vensim(`y = HALF(z) ~~| ${half}`), "y = <HALF of y>", "~HALF of y = <z> divide 2"],
  [
    "variables inside, a stock among them",
    vensim(
      `:MACRO: LATER(in, t) LATER = level / t ~~| level = INTEG(in - LATER, in * t) ~~| :END OF MACRO: y = LATER(z, 4) ~~|`,
    ),
    "y = <LATER of y>",
    "~LATER of y = <LATER of y: level> divide 4",
    "~LATER of y: level = INTEG(<z> subtract <LATER of y>, <z> multiply 4)",
  ],
  [
    "a macro in a macro",
    vensim(
      `${half} :MACRO: QUARTER(x) QUARTER = HALF(half way) ~~| half way = HALF(x) ~~| :END OF MACRO: y = QUARTER(z) ~~|`,
    ),
    "y = <QUARTER of y>",
    "~HALF of QUARTER of y = <QUARTER of y: half way> divide 2",
    "~HALF of QUARTER of y: half way = <z> divide 2",
    "~QUARTER of y = <HALF of QUARTER of y>",
    "~QUARTER of y: half way = <HALF of QUARTER of y: half way>",
  ],
  [
    "several outputs",
    vensim(
      ":MACRO: BOTH(a, b : product) BOTH = a + b ~~| product = a * b ~~| :END OF MACRO: y = BOTH(1, z : p) ~~| q = p ~~|",
    ),
    "y = <BOTH of y>",
    "q = <p>",
    "p = <BOTH of y: product>",
    "~BOTH of y = 1 add <z>",
    "~BOTH of y: product = 1 multiply <z>",
  ],
  [
    "no variable of the macro's name",
    vensim(":MACRO: ONLY(a : result) result = a ~~| :END OF MACRO: y = ONLY(z) ~~|"),
    "y = <ONLY of y: result>",
    "~ONLY of y: result = <z>",
  ],
  [
    "a variable of the model, and one that only looks like it",
    vensim(":MACRO: M(a) M = a * TIME STEP$ * other ~~| :END OF MACRO: TIME STEP = 1 ~~| other = 2 ~~| y = M(z) ~~|"),
    "TIME STEP = 1",
    "other = 2",
    "y = <M of y>",
    "~M of y = <z> multiply <TIME STEP> multiply <M of y: other>",
  ],
  [
    "a lookup for an argument, and one inside",
    vensim(":MACRO: M(f, x) M = f(x) + g(x) ~~| g((0,1),(1,2)) ~~| :END OF MACRO: t((0,0),(1,1)) ~~| y = M(t, 3) ~~|"),
    "t = lookup",
    "y = <M of y>",
    "~M of y = t(3) add M of y: g(3)",
    "~M of y: g = lookup",
  ],
  [
    "subscripts on the left",
    vensim(`${dim} ${half} y[d] = HALF(z[d] * 3) ~~|`),
    "y[d] = <HALF of y[d]>",
    "~HALF of y: x[d] = <z[d]> multiply 3",
    "~HALF of y[d] = <HALF of y: x[d]> divide 2",
  ],
  [
    "an equation with exceptions",
    vensim(`${dim} ${half} y[d] :EXCEPT: [a] = HALF(z[d]) ~~| y[a] = HALF(1) ~~|`),
    "y[d] but [a] = <HALF of y[d]>",
    "y[a] = <HALF of y (2)[a]>",
    "~HALF of y[d] but [a] = <z[d]> divide 2",
    "~HALF of y (2)[a] = 1 divide 2",
  ],
  [
    "a sum over a macro",
    vensim(`${dim} e: u, v ~~| ${half} y[e] = SUM(HALF(z[d!, e] + SUM(w[d!])) * k[d!]) ~~|`),
    "y[e] = SUM(<HALF of y[e, d!]> multiply <k[d!]>)",
    "~HALF of y: x[e, d] = <z[d, e]> add SUM(<w[d!]>)",
    "~HALF of y[e, d] = <HALF of y: x[e, d]> divide 2",
  ],
  [
    "XMILE: an equation alone",
    xmile(
      "<aux name='y'><eqn>LOG(z, 2)</eqn></aux>",
      "<macro name='LOG'><parm>x</parm><parm>base</parm><eqn>LN(x)/LN(base)</eqn></macro>",
    ),
    "y = <LOG of y>",
    "~LOG of y = LN(<z>) divide LN(2)",
  ],
  [
    "XMILE: variables and a default",
    xmile(
      "<aux name='y'><eqn>SMOOTH1(z, 4)</eqn></aux>",
      `<macro name="SMOOTH1"><parm>input</parm><parm>averaging_time</parm><parm default="2*input">initial</parm>
        <eqn>Smooth_of_Input</eqn><variables><stock name="Smooth_of_Input"><eqn>initial</eqn><inflow>change</inflow></stock>
        <flow name="change"><eqn>(input - Smooth_of_Input) / averaging_time</eqn></flow></variables></macro>`,
    ),
    "y = <SMOOTH1 of y>",
    "~SMOOTH1 of y: initial = 2 multiply <z>",
    "~SMOOTH1 of y = <SMOOTH1 of y: Smooth_of_Input>",
    "~SMOOTH1 of y: Smooth_of_Input = <SMOOTH1 of y: initial> + SMOOTH1 of y: change",
    "~SMOOTH1 of y: change = <z> subtract <SMOOTH1 of y: Smooth_of_Input> divide 4",
  ],
  [
    "XMILE: one name for several numbers of inputs, none among them",
    xmile(
      "<aux name='y'><eqn>A + A(5)</eqn></aux>",
      "<macro name='A'><eqn>TIME</eqn></macro><macro name='A'><parm>p</parm><eqn>p</eqn></macro>",
    ),
    "y = <A of y> add <A of y (2)>",
    "~A of y = <TIME>",
    "~A of y (2) = 5",
  ],
] as const satisfies readonly (readonly [string, Source, ...string[]])[])
  test(`macros: ${what}`, () => expect(inlined(file)).toEqual(want));

for (const [what, file, fault, ...codes] of [
  [
    "a macro that calls itself",
    xmile(
      "<aux name='y'><eqn>F(3)</eqn></aux>",
      "<macro name='F'><parm>x</parm><eqn>IF x &gt; 1 THEN F(x - 1) ELSE 1</eqn></macro>",
    ),
    "F",
    "macro-in-itself",
  ],
  [
    "macros that call each other",
    vensim(":MACRO: F(x) F = G(x) ~~| :END OF MACRO: :MACRO: G(x) G = F(x) ~~| :END OF MACRO: y = F(1) ~~|"),
    "F",
    "macro-in-itself",
  ],
  ["too few arguments", vensim(`${half} y = HALF() ~~|`), "HALF()", "argument-count"],
  ["more outputs than there are", vensim(`${half} y = HALF(1 : p) ~~|`), "HALF(1 : p)", "argument-count"],
  [
    "a sum over what is on the left",
    vensim(`${dim} ${half} y[d] = SUM(HALF(z[d!])) ~~|`),
    "HALF",
    "macro-over-dimension",
  ],
] as const)
  test(`macros: ${what}`, () => {
    const { value, diagnostics } = inlineMacros(readSyntax(file).value);
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(diagnostics.map(({ span }) => textOf(span))).toEqual([fault]);
    expect(value.variables.map(showVariable).join()).toContain("faulty");
  });

test("macros that multiply beyond all measure", () => {
  const doubling = Array.from(
    { length: 30 },
    (_, i) => `:MACRO: M${i + 1}(x) M${i + 1} = M${i}(x) + M${i}(x) ~~| :END OF MACRO:`,
  );
  const file = vensim(`:MACRO: M0(x) M0 = x ~~| :END OF MACRO: ${doubling.join(" ")} y = M30(1) ~~|`);
  const { diagnostics } = inlineMacros(readSyntax(file).value);
  expect(diagnostics.map(({ code }) => code)).toEqual(["too-many-macros"]);
});

test("units that are an input's name are those of the input, which are not known here", () => {
  const file = vensim(":MACRO: M(a, t) M = a / t ~ a/t ~| n = 1 ~ person ~| :END OF MACRO: y = M(z, 4) ~~|");
  const { value } = inlineMacros(readSyntax(file).value);
  expect(value.variables.map(({ units }) => units?.text)).toEqual([undefined, undefined, "person"]);
});
