import fc from "fast-check";
import { expect, test } from "vitest";
import { explain } from "../source/diagnostic.ts";
import { modelDiagnostics } from "../source/diagnostics.ts";
import { source } from "../source/source.ts";
import { readXmile } from "./read-xmile.ts";

/** Every place between « and » must be reported, in order and with these codes, and nothing else. */
function expectFaults(marked: string, codes: readonly string[]): void {
  const places: [number, number][] = [];
  let text = "";
  for (const part of marked.split(/(?=[«»])/)) {
    if (part.startsWith("«")) places.push([text.length, text.length]);
    if (part.startsWith("»")) places.at(-1)![1] = text.length;
    text += part.replace(/^[«»]/, "");
  }
  const { diagnostics } = readXmile(source("m.xmile", text));
  const inOrder = diagnostics.toSorted((a, b) => a.span.start - b.span.start);
  expect(inOrder.map(({ code }) => code)).toEqual(codes);
  expect(inOrder.map(({ span }) => [span.start, span.end])).toEqual(places);
  for (const each of diagnostics)
    expect(Object.values(explain(each, modelDiagnostics)).join()).not.toMatch(/undefined\b(?! entity)|NaN|\[object/);
}

const inModel = (variables: string) => `<xmile>
  <dimensions><dim name="Place"><elem name="Boston"/><elem name="L A"/></dim><dim name="N" size="4"/></dimensions>
  <model><variables>${variables}</variables></model></xmile>`;

const line = '<aux name="line"><dimensions><dim name="N"/></dimensions><eqn>0</eqn></aux>';

for (const [what, equation, ...codes] of [
  ["an operand missing at the end", "1 +«»", "unexpected-in-equation"],
  ["an operand missing", "1 * «/» 2", "unexpected-in-equation"],
  ["an operator missing", "(1) «x»", "unexpected-in-equation"],
  ["a parenthesis missing", "(a + b«»", "unexpected-in-equation"],
  ["a parenthesis too many", "(a + b)«)»", "unexpected-in-equation"],
  ["an argument left out", "f(a, «)»", "unexpected-in-equation"],
  ["THEN left out", "IF a «ELSE» b", "unexpected-in-equation"],
  ["ELSE left out", "IF a THEN b«»", "unexpected-in-equation"],
  ["a bracket missing", "line[2«»", "unexpected-in-equation"],
  ["nothing in brackets", "line[«]»", "unexpected-in-equation"],
  ["a place after entities", "a &lt; b «&amp;»&amp; c", "unexpected-character"],
  ["a place after character references", "a&#10;&#x3C; &#x41; * «*» c", "unexpected-in-equation"],
  ["a place in CDATA", "<![CDATA[ a < b + «]» ]]>", "unexpected-in-equation"],
  ["a place after CDATA", "a + <![CDATA[b < ]]> «*» c", "unexpected-in-equation"],
  ["a place after an XML comment", "a <!-- a > b --> + «*» c", "unexpected-in-equation"],
  ["a place on the third line", "a\r\n+\r\n«*» c", "unexpected-in-equation"],
  ["an entity that is the fault itself", "a + «&lt;» c", "unexpected-in-equation"],
  ["a typographic minus", "a «−» b", "unexpected-character"],
  ["a character without a meaning", "a «%» 2", "unexpected-character"],
  ["a comment without an end", "a + «{» b * c", "never-ends"],
  ["a quoted name without an end", 'a + «"»b * c', "never-ends"],
  ["an escape that is none", '«"a\\tb"» + 1', "bad-escape"],
  ["a number that is too large", "«1e999»", "number-too-large"],
  ["too many subscripts", "line[1, «2»]", "too-many-subscripts"],
  ["a position that is not there", "line[«5»]", "no-such-position"],
  ["a position between two", "line[«1.5»]", "no-such-position"],
  ["an array without a dimension to match", "1 + «line»", "loose-array"],
  ["a dimension of the left that is not there", "line[«@2»]", "no-such-position"],
  ["a range outside of SUM", "line[«1:2»]", "loose-array"],
  ["a range with a computed end", "SUM(line[«1:a»])", "unsupported-in-xmile"],
  ["an element of an element", "«line»[1][2]", "container-index"],
] as const)
  test(`in an equation: ${what}`, () =>
    expectFaults(inModel(`${line}<aux name="x"><eqn>${equation}</eqn></aux>`), codes));

test("nothing but the first fault of an equation, but every equation's", () => {
  const variable = (name: string) => `<aux name="${name}"><eqn>1 + «*» 2 * * (</eqn></aux>`;
  expectFaults(inModel(variable("a") + variable("b")), ["unexpected-in-equation", "unexpected-in-equation"]);
});

const graph = (inner: string) => inModel(`<aux name="x"><eqn>1</eqn><gf>${inner}</gf></aux>`);

for (const [what, text, ...codes] of [
  ["no equation", inModel("«<aux name='x'>»</aux>"), "missing-equation"],
  ["only a comment for an equation", inModel("<flow name='x'><eqn>«{to do}»</eqn></flow>"), "missing-equation"],
  ["question marks for an equation", inModel("<aux name='x'><eqn>« ??? »</eqn></aux>"), "missing-equation"],
  ["no name", inModel("«<aux>»<eqn>1</eqn></aux>"), "missing-attribute"],
  ["an element that XMILE does not have", inModel("«<auxx name='x'>»<eqn>1</eqn></auxx>"), "unknown-tag"],
  ["a part that XMILE does not have", inModel("<aux name='x'><eqn>1</eqn>«<unit>»a</unit></aux>"), "unknown-tag"],
  [
    "a dimension that is not defined",
    inModel("<aux name='x'><dimensions>«<dim name='plase'/>»</dimensions><eqn>1</eqn></aux>"),
    "unknown-dimension",
  ],
  [
    "an array element without a subscript",
    inModel("<aux name='x'><dimensions><dim name='N'/></dimensions>«<element>»<eqn>1</eqn></element></aux>"),
    "missing-attribute",
  ],
  ["two equations for one variable", inModel("<aux name='x'><eqn>1</eqn>«<eqn>»2</eqn></aux>"), "equation-count"],
  [
    "equations for some of the elements",
    inModel(line.replace("<eqn>0</eqn>", "<eqn>0</eqn>«<eqn>»1</eqn>")),
    "equation-count",
  ],
  ["a graph without y", graph("<xpts>1,2</xpts>").replace("<gf>", "«<gf>»"), "graph-without-points"],
  ["a graph without x", graph("<ypts>1,2</ypts>").replace("<gf>", "«<gf>»"), "graph-without-scale"],
  ["more x than y", graph("<xpts>«1,2,3»</xpts><ypts>1,2</ypts>"), "graph-points-differ"],
  ["x that fall", graph("<xpts>«1,3,2»</xpts><ypts>1,2,3</ypts>"), "graph-points-descend"],
  ["a scale that falls", graph("<xscale min='3' max='«1»'/><ypts>1,2,3</ypts>"), "graph-points-descend"],
  ["a point that is no number", graph("<xscale min='1' max='3'/><ypts>1, «two»,3</ypts>"), "not-a-number"],
  ["a point left out", graph("<xscale min='1' max='3'/><ypts>1,«»,3</ypts>"), "not-a-number"],
  [
    "an unknown type of graph",
    graph("<ypts>1</ypts>").replace("<gf>", "<gf type='«cubic»'><xscale min='1' max='1'/>"),
    "unknown-option",
  ],
  [
    "a conveyor of whole units",
    inModel(
      "<stock name='x'><eqn>1</eqn><outflow>y</outflow>«<conveyor discrete='true'>»<len>4</len></conveyor></stock><flow name='y'/>",
    ),
    "unsupported-in-xmile",
  ],
  [
    "a conveyor without a length",
    inModel(
      "<stock name='x'><eqn>1</eqn><outflow>y</outflow>«<conveyor>»<len/></conveyor></stock><flow name='y'><eqn>0</eqn></flow>",
    ),
    "conveyor-without-length",
  ],
  [
    "a leak of whole units",
    inModel(
      `<stock name='x'><eqn>1</eqn><outflow>y</outflow><outflow>z</outflow><conveyor><len>4</len></conveyor></stock><flow name='y'/>
      <flow name='z'><eqn>0.5</eqn><leak/>«<leak_integers/>»</flow>`,
    ),
    "unsupported-in-xmile",
  ],
  [
    "an inflow all along a conveyor",
    inModel("«<flow name='x' isee:spreadflow='even'>»<eqn>1</eqn></flow>"),
    "unsupported-in-xmile",
  ],
  ["a queue", inModel("<stock name='x'><eqn>1</eqn>«<queue/>»</stock>"), "unsupported-in-xmile"],
  ["an oven", inModel("<stock name='x'><eqn>1</eqn>«<isee:oven/>»</stock>"), "unsupported-in-xmile"],
  ["a leak from no conveyor", inModel("«<flow name='x'>»<leak>0.1</leak></flow>"), "unsupported-in-xmile"],
  [
    "a unit conversion on the way into a conveyor",
    inModel(
      "<stock name='s'><eqn>1</eqn><inflow>x</inflow><conveyor><len>1</len></conveyor></stock>«<flow name='x'>»<eqn>1</eqn><multiplier>3</multiplier></flow>",
    ),
    "unsupported-in-xmile",
  ],
  ["an equation in MathML alone", inModel("<aux name='x'>«<mathml>»<apply/></mathml></aux>"), "unsupported-in-xmile"],
  ["a dimension of no size", "<xmile><dimensions>«<dim name='N'/>»</dimensions><model/></xmile>", "missing-attribute"],
  [
    "a dimension of half an element",
    "<xmile><dimensions>«<dim name='N' size='0.5'/>»</dimensions><model/></xmile>",
    "dimension-size",
  ],
  ["a method that nobody has", "<xmile><sim_specs method='«magic»'/><model/></xmile>", "unknown-option"],
  ["a time that is no number", "<xmile><sim_specs><start>«now»</start></sim_specs><model/></xmile>", "not-a-number"],
  ["an empty time", "<xmile><sim_specs><start>«»</start></sim_specs><model/></xmile>", "not-a-number"],
  ["a run of some groups", "<xmile><sim_specs>«<run by='group'/>»</sim_specs><model/></xmile>", "unsupported-in-xmile"],
  ["a model in another file", "<xmile><model/>«<model name='a' resource='a.xmile'/>»</xmile>", "unsupported-in-xmile"],
  [
    "other files taken in",
    "<xmile><header>«<includes>»<include resource='a'/></includes></header><model/></xmile>",
    "unsupported-in-xmile",
  ],
  [
    "imported data",
    "<xmile><data>«<import type='XML' resource='a.xml'/>»<import enabled='false'/></data><model/></xmile>",
    "passed-over-in-xmile",
  ],
  ["a model that nobody uses", "<xmile><model/>«<model name='a'>»</model></xmile>", "passed-over-in-xmile"],
  [
    "a module without a model",
    "<xmile><model><variables>«<module name='a'/>»</variables></model></xmile>",
    "unknown-module",
  ],
  [
    "a module in itself",
    "<xmile><model><module name='a'/></model><model name='a'>«<module name='a'/>»</model></xmile>",
    "module-in-itself",
  ],
  [
    "an input that is not there",
    "<xmile><model><module name='a'><connect to='«x»' from='.y'/></module></model><model name='a'/></xmile>",
    "unknown-module-input",
  ],
  [
    "a macro with a run of its own",
    "<xmile><model/>«<macro name='m'>»<eqn>1</eqn><sim_specs/></macro></xmile>",
    "unsupported-in-xmile",
  ],
  [
    "a macro that filters",
    "<xmile><model/>«<macro name='m' filter='flow'>»<eqn>1</eqn></macro></xmile>",
    "unsupported-in-xmile",
  ],
  [
    "a filter that says what holds anyway",
    `<xmile><model/><macro name='Non_negative' filter='flow'><parm>f</parm><parm>v</parm>
      <eqn>IF v THEN MAX(f, 0) ELSE f</eqn></macro></xmile>`,
  ],
  ["a macro without a value", "<xmile><model/>«<macro name='m'>»</macro></xmile>", "missing-equation"],
  ["no model", "«<xmile>»</xmile>", "no-xmile-model"],
  ["some other XML", "«<html>»</html>", "not-xmile"],
  ["nothing at all", "«»", "malformed-xml"],
  ["a tag that is not closed", "<xmile><model>«<variables>»</model></xmile>", "unclosed-element"],
  ["a tag that closes nothing", "<xmile><model>«</variables>»</model></xmile>", "stray-closing-tag"],
  ["a misspelt closing tag", "<xmile>«<model>»«</modle>»</xmile>", "unclosed-element", "stray-closing-tag"],
  ["a file cut off", "<xmile>«<model>»<variables/>", "cut-off-xml"],
  [
    "a bare &",
    "<xmile><model name='a'><doc>Air «&» sea; &amp; <![CDATA[ & < ]]><!-- & --></doc></model></xmile>",
    "bare-xml-character",
  ],
  [
    "a bare <",
    "<xmile><model><variables><aux name='x «&» y'><eqn>if 1 «<» 2 then 3 else 4</eqn></aux></variables></model></xmile>",
    "bare-xml-character",
    "bare-xml-character",
  ],
  ["an unknown entity", "<xmile><model><doc>&nbsp«;»</doc></model></xmile>", "malformed-xml"],
  ["an attribute without quotes", "<xmile><model name=«a»></model></xmile>", "malformed-xml"],
] as const)
  test(what, () => expectFaults(text, codes));

test("a character that XML wants escaped stands for itself", () => {
  const { value } = readXmile(
    source("m.xmile", inModel("<aux name='a & b'><doc>c & d; e</doc><eqn>1 < 2</eqn></aux>")),
  );
  expect(value.variables.map(({ name, comment }) => [name, comment])).toEqual([["a & b", "c & d; e"]]);
});

test("too many parentheses one in another", () => {
  const { diagnostics } = readXmile(source("m.xmile", inModel(`<aux name="x"><eqn>${"(".repeat(9999)}1</eqn></aux>`)));
  expect(diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
});

for (const [count, codes] of [
  [900, []],
  [9999, ["too-deep"]],
] as const)
  test(`a sum of ${count} terms`, () => {
    const text = inModel(`<aux name="x"><eqn>1${" + a".repeat(count)}</eqn></aux>`);
    expect(readXmile(source("m.xmile", text)).diagnostics.map(({ code }) => code)).toEqual(codes);
  });

test("variables that a missing closing tag has swallowed are still there", () => {
  const { value } = readXmile(
    source(
      "m.xmile",
      inModel("<flow name='a'><eqn>1</eqn><stock name='b'><eqn>2</eqn></stock><aux name='c'><eqn>3</eqn></aux>"),
    ),
  );
  expect(value.variables.map(({ name }) => name)).toEqual(["a", "b", "c"]);
});

const equationParts = fc.constantFrom(
  ..."IF THEN ELSE AND NOT ( ) [ ] , * : @ ' + - ^ = < > { } \" . 1 a line N Boston SUM SELF é".split(" "),
);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

test("no equation makes it throw", () => {
  fc.assert(
    fc.property(fc.array(equationParts, { maxLength: 40 }), (parts) => {
      const equation = escaped(parts.join(" "));
      const text = inModel(`${line}<aux name="x"><dimensions><dim name="N"/></dimensions><eqn>${equation}</eqn></aux>`);
      const { value, diagnostics } = readXmile(source("m.xmile", text));
      expect(value.variables).toHaveLength(2);
      for (const { span } of diagnostics)
        expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const whole =
  inModel(`${line}<stock name="s"><eqn>IF line[1] &gt; 2 THEN SUM(line) ELSE .a.b</eqn><inflow>f</inflow></stock>
  <aux name="g"><eqn>TIME</eqn><gf><xscale min="0" max="1"/><ypts>1,2,3</ypts></gf><units>a</units></aux>
  <module name="m"><connect to="x" from="line"/></module><group name="k"><entity name="s"/></group>`);

test("no cut or splice of a file makes it throw", () => {
  const place = fc.nat(whole.length);
  fc.assert(
    fc.property(place, place, place, fc.string({ unit: "binary", maxLength: 5 }), (from, to, into, extra) => {
      const text = whole.slice(0, into) + extra + whole.slice(from, to) + whole.slice(into);
      readXmile(source("m.xmile", text));
      readXmile(source("m.xmile", text.slice(0, from) + text.slice(to)));
    }),
    { numRuns: 500 },
  );
});

// Work that grows with the square of the length, or that goes in by recursion, would not come to an end here.
for (const [what, text] of [
  ["braces", inModel(`<aux name="x"><eqn>${"{".repeat(200_000)}</eqn></aux>`)],
  ["quotation marks", inModel(`<aux name="x"><eqn>${'"\\'.repeat(200_000)}</eqn></aux>`)],
  ["signs", inModel(`<aux name="x"><eqn>${"-".repeat(200_000)}</eqn></aux>`)],
  ["dots", inModel(`<aux name="x"><eqn>${".a".repeat(200_000)}</eqn></aux>`)],
  ["entities", inModel(`<aux name="x"><eqn>${"&amp;".repeat(200_000)}</eqn></aux>`)],
  ["tags that are not closed", "<a>".repeat(50_000)],
  ["variables that are not closed", inModel("<stock>".repeat(20_000))],
  ["tags that close nothing", `<xmile>${"</a>".repeat(50_000)}`],
  ["tags within a name", "<a<".repeat(50_000)],
  ["beginnings of CDATA", `<xmile>${"<![CDATA[".repeat(100_000)}]]></xmile>`],
  [
    "dimensions of a million elements",
    inModel("").replace("</dimensions>", `${'<dim name="x" size="999999"/>'.repeat(5000)}$&`),
  ],
] as const)
  test(`very many ${what}`, () => {
    const { diagnostics } = readXmile(source("m.xmile", text));
    expect(new Set(diagnostics.map(({ code }) => code)).size).toBeLessThan(4);
  });
