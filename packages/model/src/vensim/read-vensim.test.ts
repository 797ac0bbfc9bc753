import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrame } from "../source/code-frame.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { modelDiagnostics } from "../source/diagnostics.ts";
import { source } from "../source/source.ts";
import { textOf } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import { readEquations } from "./equations.ts";
import { joinLines } from "./joined-text.ts";
import { readVensim } from "./read-vensim.ts";
import { Scanner } from "./scanner.ts";

// Something of everything that the language has.
const EVERYTHING = `{UTF-8}
:MACRO: SPREAD(in, time : low, high)
SPREAD = SMOOTH(in, time) ~ in ~ A macro. |
low = SPREAD / 2 ~~|
high = TIME STEP$ * 2 ~~|
:END OF MACRO:
region: north, (south1-south3), "east & west" -> market, (zone: z1, (z2-z4)) ~~|
market <-> region ~~|
files: GET DIRECT SUBSCRIPT('a.xls', 's', 'A1', 'A4', '') ~~|
Stock[region] = INTEG(in flow[region] - out flow[region], 1e3) ~ person [0,?] ~ A stock,
	in two lines. |
in flow[region] :EXCEPT: [north], [south1] = IF THEN ELSE(Time >= 10 :AND: :NOT: x = :NA:, \\
		a ^ -b, -(c + 2) * SUM(Stock[region!])) ~ person/Month ~ ~ :SUPPLEMENTARY |
"out flow"[north] == .5 ~~|
table([(0,0)-(10,10),(1,1)], (0,0), (5,-2.5e-1), (10,1)) ~ Dmnl |
old table(0,1,2, 3,4,5) ~~|
read[region] = table(Time) + WITH LOOKUP(x, ((0,0),(1,1))) ~~|
constants[region] = 1, 2, 3, 4; ~~|
tabbed[region, market] = TABBED ARRAY(
1	2
3	4) ~~|
series[region] :HOLD BACKWARD: := GET DIRECT DATA('a.xls', 's', 'A', 'B1') ~~|
given :RAW: ~~|
label :IS: 'a text' ~~|
split = SPREAD(a, b : c, d) {comment} ~~|
no men[region] :THE CONDITION: men = 0 :IMPLIES: work = 0 ~~|
rise :TEST INPUT: x = RC STEP(x, 2) ~~|
****
	.Control
****~
		Simulation Control Parameters
	|
FINAL TIME = 100 ~ Month ~ The end. |
\\\\\\---/// Sketch information
*View 1
10,1,Stock,1,2,40,20,3,3,0
///---\\\\\\
:L\u007f<%^E!@
15:0,0,0,5,0,0
22:$,Dollar,Dollars
`;

const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (/^(span|nameSpan|drawing)$/.test(key) ? undefined : inner)));

test("all of the language is read", () => {
  const { value, diagnostics } = readVensim(source("m.mdl", EVERYTHING));
  expect(diagnostics.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
  expect(value.variables).toHaveLength(13);
  expect([value.dimensions, value.macros, value.realityChecks, value.groups].map(({ length }) => length)).toEqual([
    3, 1, 2, 1,
  ]);
});

test("each name's span holds the name as written", () => {
  for (const { name, nameSpan } of readVensim(source("m.mdl", EVERYTHING)).value.variables)
    expect(nameKey(textOf(nameSpan).replaceAll('"', ""))).toBe(nameKey(name));
});

for (const [what, end] of [
  ["CR", "\r"],
  ["CRLF", "\r\n"],
] as const)
  test(`line ends ${what} make the same tree as LF`, () => {
    const other = readVensim(source("m.mdl", EVERYTHING.replaceAll("\n", end)));
    expect(other.diagnostics).toEqual([]);
    expect(withoutPlaces(other.value)).toEqual(withoutPlaces(readVensim(source("m.mdl", EVERYTHING)).value));
  });

// Pieces that matter to the scanner, so that what is put in does more than make a bad name.
const piece = fc.oneof(
  fc.constantFrom(..."~|{}\"'()[],;:=<>!+-*/^\\ \t\n\r.0e$_"),
  fc.constantFrom(
    ":EXCEPT:",
    ":MACRO:",
    ":END OF MACRO:",
    ":NA:",
    ":AND:",
    "->",
    "<->",
    "****",
    "(a1-a9)",
    "TABBED ARRAY(",
  ),
  fc.constantFrom(
    "\\\\\\---///",
    "///---\\\\\\",
    ":L<%^E!@",
    "15:0,0,0,1",
    "1e999",
    "\u007f",
    "\ud800",
    "é",
    "−",
    "\u0000",
  ),
  fc.string({ unit: "binary", maxLength: 5 }),
);

const edit = fc.tuple(fc.nat(EVERYTHING.length), fc.nat(40), fc.oneof(piece, fc.constant("")));

/** The sample with a few stretches taken out and other things put in their place. */
const mutated = fc
  .array(edit, { minLength: 1, maxLength: 6 })
  .map((edits) =>
    edits.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), EVERYTHING),
  );
const random = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

for (const [what, texts] of [
  ["a mutated model", mutated],
  ["any text", random],
] as const)
  test(`${what} is read without a throw, and every fault has a place in it and words`, () =>
    fc.assert(
      fc.property(texts, (text) => {
        for (const diagnostic of readVensim(source("m.mdl", text)).diagnostics) expectPlaced(diagnostic, text);
      }),
      { numRuns: 500 },
    ));

function expectPlaced(diagnostic: Diagnostic, text: string): void {
  const { start, end } = diagnostic.span;
  expect(0 <= start && start <= end && end <= text.length).toBe(true);
  expect(codeFrame(diagnostic, modelDiagnostics)).toContain(diagnostic.code);
}

test("a list of causes beside the equation of the same name is no equation; alone it is kept", () => {
  const text =
    ":MACRO: m(a) m = A FUNCTION OF(a) ~~| m = a ~~| :END OF MACRO: x = A FUNCTION OF( ) ~~| x = 1 ~~| y = A FUNCTION OF(x) ~~|";
  const { value, diagnostics } = readVensim(source("m.mdl", text));
  expect(diagnostics).toEqual([]);
  expect(value.variables.map(({ name }) => name)).toEqual(["x", "y"]);
  expect(value.variables[0]!.definition).toMatchObject({ expression: { kind: "number", value: 1 } });
  expect(value.macros[0]!.variables).toHaveLength(1);
});

test("a fault in one equation leaves all others as they were", () =>
  fc.assert(
    fc.property(fc.constantFrom("(", ")", "*", "]", "%", "a b c(", "1 2", "[", ","), fc.nat(9), (fault, at) => {
      const equations = Array.from(
        { length: 10 },
        (_, number) => `x${number} = ${number === at ? fault : number} ~~|\n`,
      );
      const { value, diagnostics } = readVensim(source("m.mdl", equations.join("")));
      expect(diagnostics).toHaveLength(1);
      expect(value.variables.map(({ definition }) => definition)).toMatchObject(
        equations.map((_, number) => ({
          expression: number === at ? { kind: "faulty" } : { kind: "number", value: number },
        })),
      );
    }),
  ));

// The work, in characters looked at, for a text of n pieces; a quadratic reader would do four times the work for twice the text.
function stepsFor(text: string): number {
  const from = source("m.mdl", text);
  const scanner = new Scanner(joinLines(from, { start: 0, end: text.length }), []);
  readEquations(scanner, []);
  return scanner.steps;
}

for (const [what, repeated] of [
  ["a model", (n: number) => EVERYTHING.slice(0, EVERYTHING.indexOf("\\\\\\")).repeat(n)],
  ["comments that are never closed", (n: number) => "x = { \n".repeat(n)],
  ["comments in one another", (n: number) => "{".repeat(n)],
  ["quotes", (n: number) => '"'.repeat(n)],
  ["quotes, one a line", (n: number) => 'x = "a\n'.repeat(n)],
  ["texts that are never closed", (n: number) => "x = 'a\n".repeat(n)],
  ["colons", (n: number) => ":a".repeat(n)],
  ["words that might be keywords", (n: number) => ":the the the ".repeat(n)],
  ["one long name", (n: number) => "a ".repeat(n)],
  ["names with much space behind", (n: number) => `a${" ".repeat(n)}`],
  ["parentheses", (n: number) => `x = ${"(".repeat(n)}`],
  ["minus signs", (n: number) => `x = ${"-".repeat(n)}`],
  ["powers", (n: number) => `x = a${"^a".repeat(n)} ~~|`],
  ["a long list", (n: number) => `x = 1${",1".repeat(n)} ~~|`],
  ["a long lookup", (n: number) => `x(${"(0,0),".repeat(n)}) ~~|`],
  ["bars", (n: number) => "|".repeat(n)],
  ["tildes", (n: number) => "~".repeat(n)],
  ["asterisks", (n: number) => "*".repeat(n)],
  ["group headers", (n: number) => "**** .a ".repeat(n)],
  ["continued lines", (n: number) => `x = 1${"\\\n  ".repeat(n)} ~~|`],
  ["faults", (n: number) => "% ~ ~ |".repeat(n)],
] as const)
  test(`the work is linear in the text: ${what}`, () => {
    const [once, twice] = [repeated(200), repeated(400)];
    expect(stepsFor(twice)).toBeLessThanOrEqual(2.1 * stepsFor(once) + 20);
    expect(stepsFor(twice)).toBeLessThanOrEqual(8 * twice.length + 20);
  });
