import { expect, test } from "vitest";
import { explain } from "../source/diagnostic.ts";
import { modelDiagnostics } from "../source/diagnostics.ts";
import { source } from "../source/source.ts";
import { readVensim } from "./read-vensim.ts";

/** Every place between « and » must be reported, in order and with these codes, and nothing else. */
function expectFaults(marked: string, codes: readonly string[]): void {
  const places: [number, number][] = [];
  let text = "";
  for (const part of marked.split(/(?=[«»])/)) {
    if (part.startsWith("«")) places.push([text.length, text.length]);
    if (part.startsWith("»")) places.at(-1)![1] = text.length;
    text += part.replace(/^[«»]/, "");
  }
  const { diagnostics } = readVensim(source("m.mdl", text));
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  expect(diagnostics.map(({ span }) => [span.start, span.end])).toEqual(places);
  for (const each of diagnostics)
    expect(Object.values(explain(each, modelDiagnostics)).join()).not.toMatch(/undefined|NaN/);
}

for (const [what, text, ...codes] of [
  ["a missing operand", "x = 1 + «»~~|", "unexpected"],
  ["a missing operator", "x = a * 2 «b» ~~|", "unexpected"],
  ["a missing parenthesis", "x = (a + b «»~~|", "unexpected"],
  ["a parenthesis too many", "x = (a + b)«)» ~~|", "unexpected"],
  ["a missing bracket", "x = a[b «+» 1 ~~|", "unexpected"],
  ["an argument left out", "x = f(a, «)» ~~|", "unexpected"],
  ["two equals signs with a space", "x = «=» 1 ~~|", "unexpected"],
  ["an expression left out", "x = «»~~|", "missing-expression"],
  ["no name at all", "«=» 1 ~~|", "unexpected"],
  ["a name that begins with a digit", "«2»x = 1 ~~|", "unexpected"],
  ["a name over two lines", "x = birth\n«rate» ~~|", "missing-end"],
  ["a forgotten end", "x = 1\n«y» = 2 ~~|", "missing-end"],
  ["a parenthesis closed too early", "x = INTEG(a - b)«,» 100) ~~|", "unexpected"],
  ["a character that needs quotes", "x = birth «%» 2 ~~|", "unexpected-character"],
  ["a typographic minus", "x = a «−» b ~~|", "unexpected-character"],
  ["a quoted name that is not closed", 'x = «"birth rate + 1»\n~~|', "unclosed"],
  ["a quoted name of nothing", 'x = «""» ~~|', "empty-name"],
  ["a text that is not closed", "x = f(«'a.xlsx)»\n~~|", "unclosed"],
  ["a comment that is not closed", "x = 1 «{ a note ~~|»\n«»", "unclosed", "missing-bar"],
  ["causes that are not used yet", "x = a + b «:IGNORE: c, d[e]» ~~|", "incomplete-equation"],
  ["a number beyond all numbers", "x = «1e999» ~~|", "number-too-large"],
  ["a list with a name in it", "x[d] = 1, «a», 3 ~~|", "unexpected"],
  ["a list that begins with a name", "x[d] = «a», 2, 3 ~~|", "number-list"],
  ["a word in a tabbed array", "x[d] = TABBED ARRAY(1 «a», 2) ~~|", "unexpected"],
  ["a lookup of nothing", "x«()» ~~|", "lookup-points"],
  ["an odd number of x and y", "x«(0,1,2,5,6)» ~~|", "lookup-points"],
  ["a point with one number", "x((0,0),(1«)») ~~|", "unexpected"],
  ["a range that goes down", "d: («a9-a1») ~~|", "element-range"],
  ["a range of two names", "d: («a1-b3») ~~|", "element-range"],
  ["a range without numbers", "d: («a-b») ~~|", "element-range"],
  ["a range of millions", "d: («a1-a99999999») ~~|", "element-range-size"],
  ["limits that are no numbers", "x = 1 ~ m «[low, high]» ~ |", "units-range"],
  ["limits that are not closed", "x = 1 ~ m «[0, 1» ~ |", "units-range"],
  ["a forgotten bar", "x = 1 ~ m ~ why\ny = 2 ~ «m» ~ «why» |", "extra-field", "extra-field"],
  ["the last bar forgotten", "x = 1 ~ m ~ why\n«»", "missing-bar"],
  ["a macro that does not end", ":MACRO: «m(a)» m = a ~~|", "unclosed-macro"],
  ["the end of no macro", "«:END OF MACRO:» x = 1 ~~|", "stray-macro-end"],
  ["a macro without inputs", ":MACRO: m «=» 1 ~~| :END OF MACRO:", "unexpected"],
  [
    "several, one an equation",
    "x = «*» 2 ~~|\ny = 1 ~~|\nz = (1 «»~~|\nw = «%» 2 ~~|",
    "unexpected",
    "unexpected",
    "unexpected-character",
  ],
] as const)
  test(what, () => expectFaults(text, codes.map(String)));

test("too many parentheses one in another", () => {
  const { diagnostics } = readVensim(source("m.mdl", `x = ${"(".repeat(5000)}1${")".repeat(5000)} ~~|`));
  expect(diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
});

test("a chain of very many operators", () => {
  const { diagnostics } = readVensim(source("m.mdl", `x = 1${" + a".repeat(5000)} ~~|`));
  expect(diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
});

test("a chain of many operators is fine", () => {
  const { diagnostics } = readVensim(source("m.mdl", `x = 1${" + a".repeat(900)} ~~|`));
  expect(diagnostics).toEqual([]);
});

test("what has a fault keeps its name, units and comment, so that its users are not blamed", () => {
  const { value } = readVensim(source("m.mdl", "x[d] = 1 + ~ m ~ why | y = 2 ~~|"));
  expect(value.variables).toHaveLength(2);
  expect(value.variables[0]).toMatchObject({
    name: "x",
    subscripts: [{ name: "d" }],
    units: { text: "m" },
    comment: "why",
    definition: { kind: "equation", expression: { kind: "faulty" } },
  });
});
