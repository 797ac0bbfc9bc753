import { expect, test } from "vitest";
import { source } from "../source/source.ts";
import { textOf } from "../source/span.ts";
import { elementNames } from "../syntax/numbered-names.ts";
import type { NameSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { vensimExpression } from "./expression-text.ts";
import { readVensim } from "./read-vensim.ts";

function read(text: string): SyntaxTree {
  const { value, diagnostics } = readVensim(source("m.mdl", text));
  expect(diagnostics).toEqual([]);
  return value;
}

function only(text: string): VariableSyntax {
  const { variables } = read(text);
  expect(variables).toHaveLength(1);
  return variables[0]!;
}

const names = (list: readonly NameSyntax[]): readonly string[] => list.map(({ name }) => name);

for (const [what, text, want] of [
  ["an equation", "x = 1 ~~|", { kind: "equation" }],
  ["a constant that may not change", "x == 1 ~~|", { kind: "unchangeable" }],
  ["data that stand beside the model", "x ~~|", { kind: "data", interpolation: "interpolate", expression: undefined }],
  ["data computed from data", "x := y ~~|", { kind: "data", interpolation: "interpolate" }],
  ["data to interpolate", "x :INTERPOLATE: := y ~~|", { kind: "data", interpolation: "interpolate" }],
  ["keyword and sign without a space", "x:RAW::=y~~|", { kind: "data", interpolation: "raw" }],
  ["data to look forward in", "x :look_forward: ~~|", { kind: "data", interpolation: "look-forward" }],
  ["data to hold", "x :HOLD  BACKWARD: := y ~~|", { kind: "data", interpolation: "hold-backward" }],
  ["a string", "x :IS: 'text' ~~|", { kind: "equation", expression: { kind: "text", value: "text" } }],
  ["a lookup", "x((0,0),(1,2)) ~~|", { kind: "lookup" }],
  [
    "a lookup in a file",
    "x(GET DIRECT LOOKUPS('f', 's', 'a', 'b')) ~~|",
    { kind: "equation", expression: { kind: "call" } },
  ],
] as const)
  test(what, () => expect(only(text).definition).toMatchObject(want));

for (const [what, text, points] of [
  ["points", "x((0,0), (1,2.5) , (2,-3e1)) ~~|", ["0,0", "1,2.5", "2,-30"]],
  ["a range before the points", "x([(0,-1)-(10,10)],(0,0),(1,2)) ~~|", ["0,0", "1,2"]],
  ["a range with reference points in it", "x([(0,0)-(9,9),(3,3),(4,4)],(0,0),(1,2)) ~~|", ["0,0", "1,2"]],
  ["points with no commas between them", "x((0,0)(1,2)) ~~|", ["0,0", "1,2"]],
  ["all x, then all y", "x(0,1,2, 5,6,7) ~~|", ["0,5", "1,6", "2,7"]],
  ["a continued line between numbers", "x((0,0),(\\\n\t\t1,2\\\n\t)) ~~|", ["0,0", "1,2"]],
  ["subscripts", "x[a]((0,1)) ~~|", ["0,1"]],
] as const)
  test(`a lookup with ${what}`, () => {
    const { definition } = only(text);
    if (definition.kind !== "lookup") throw new Error("not a lookup");
    expect(definition.lookup).toMatchObject({ between: "linear", outside: "held" });
    expect(definition.lookup.points.map(({ x, y }) => `${x},${y}`)).toEqual(points);
  });

test("subscripts and exceptions on the left", () => {
  const variable = only('x[a, "b c"] :EXCEPT: [a1, b], [a2 ,b] = 1 ~~|');
  expect(names(variable.subscripts)).toEqual(["a", "b c"]);
  expect(variable.except.map(names)).toEqual([
    ["a1", "b"],
    ["a2", "b"],
  ]);
});

for (const [what, text, elements] of [
  ["elements", 'd: a, b c, "d-e" ~~|', ["a", "b c", "d-e"]],
  ["a range", "d: (a8-a11) ~~|", ["a8", "a9", "a10", "a11"]],
  ["a range with leading zeros", "d: (a08-a11) ~~|", ["a08", "a09", "a10", "a11"]],
  ["a range of numbers only", 'd: ("1"-"3") ~~|', ["1", "2", "3"]],
  ["ranges among elements", "d: x, (a1-a2), y, (b1-b2) ~~|", ["x", "a1", "a2", "y", "b1", "b2"]],
] as const)
  test(`a subscript range with ${what}`, () =>
    expect(names(elementNames(read(text).dimensions[0]!.elements))).toEqual(elements));

test("mappings: to a whole range, element by element, several", () => {
  const { mappings } = read("d: a, b -> e, (f: f1, (g1-g2)), (h: h1) ~~|").dimensions[0]!;
  expect(mappings.map(({ to, elements }) => [to.name, ...names(elementNames(elements))])).toEqual([
    ["e"],
    ["f", "f1", "g1", "g2"],
    ["h", "h1"],
  ]);
});

test("an alias of a range, and a range that stands in a file", () => {
  const [alias, external] = read("d <-> e ~~| f: GET DIRECT SUBSCRIPT('b.xls', 's', 'A1', 'A4', '') ~~|").dimensions;
  expect(alias).toMatchObject({ name: "d", elements: [], aliasOf: { name: "e" }, external: undefined });
  expect(external).toMatchObject({ name: "f", elements: [], external: { kind: "call", name: "GET DIRECT SUBSCRIPT" } });
});

for (const [what, text, want] of [
  ["nothing", "x=1~~|", { units: undefined, comment: "", supplementary: false }],
  ["no comment field", "x=1~|", { units: undefined, comment: "" }],
  ["units only", "x=1~ person/Month |", { units: { text: "person/Month", low: undefined }, comment: "" }],
  ["units and comment", "x=1 ~ m ~ A length. |", { units: { text: "m" }, comment: "A length." }],
  ["a range", "x=1 ~ m [0,10] ~|", { units: { text: "m", low: 0, high: 10, step: undefined } }],
  ["a range with a step", "x=1 ~ m [-1.5,1e3,.5] ~|", { units: { low: -1.5, high: 1000, step: 0.5 } }],
  ["open ends", "x=1 ~ m [?,10] ~|", { units: { text: "m", low: undefined, high: 10 } }],
  ["a range without units", "x=1 ~ [0,?] ~|", { units: { text: "", low: 0, high: undefined } }],
  ["a flag", "x=1 ~~ why ~ :SUPPLEMENTARY |", { comment: "why", supplementary: true }],
  ["a short flag, in any case", "x=1 ~~ ~ :sup |", { supplementary: true }],
  ["a flag for Vensim's own pages", "x=1 ~~ ~ :OTHER |", { supplementary: false }],
  [
    "a long comment",
    'x=1 ~~ one \\\n\t\ttwo\n\t three {not a comment} "four |',
    { comment: 'one two\nthree {not a comment} "four' },
  ],
] as const)
  test(`behind an equation: ${what}`, () => expect(only(text)).toMatchObject(want));

test("groups hold the equations after them", () => {
  const tree = read(
    "a=1~~|\n****\n\t.Market\n****~\n\tPrices.\n\t|\nb=1~~|\n********~~|\n*** .Control ***~|c=1~~|****~~|d=1~~|",
  );
  expect(tree.variables.map(({ name, group }) => [name, group])).toEqual([
    ["a", undefined],
    ["b", "Market"],
    ["c", "Control"],
    ["d", undefined],
  ]);
  expect(tree.groups.map(({ name }) => name)).toEqual(["Market", "Control"]);
});

test("macros hold their equations, wherever they stand", () => {
  const tree = read("a=1~~|\n:MACRO: split(x, y : low, high)\nsplit = x ~~|\nlow = y ~~|\n:END OF MACRO:\nb=1~~|");
  const [macro] = tree.macros;
  expect(tree.macros).toHaveLength(1);
  expect([macro!.name, names(macro!.inputs), names(macro!.outputs)]).toEqual(["split", ["x", "y"], ["low", "high"]]);
  expect(macro!.variables.map(({ name }) => name)).toEqual(["split", "low"]);
  expect(tree.variables.map(({ name }) => name)).toEqual(["a", "b"]);
});

test("reality checks are kept as written", () => {
  const text =
    "no men no work[s] :THE CONDITION: men[s]=0 :IMPLIES: work[s]=0 ~~| rise :TEST INPUT: x = RC STEP(x, 2) ~~|";
  const checks = read(text).realityChecks.map(({ name, kind, text: written, subscripts }) => ({
    name,
    kind,
    text: written,
    on: names(subscripts),
  }));
  expect(checks).toEqual([
    { name: "no men no work", kind: "condition", text: "men[s]=0 :IMPLIES: work[s]=0", on: ["s"] },
    { name: "rise", kind: "test-input", text: "x = RC STEP(x, 2)", on: [] },
  ]);
});

for (const [what, text, condition, consequence] of [
  ["a constraint", "c :THE CONDITION: a = 0 :AND: b > 2 :IMPLIES: x[s] <= 3 ~~|", "a = 0 :AND: b > 2", "x[s] <= 3"],
  [
    "a test input that is the condition",
    "c :THE CONDITION: rise :IMPLIES: (x = 1 :OR: y = 2) ~~|",
    "rise",
    "x = 1 :OR: y = 2",
  ],
  ["a test input", "t :TEST INPUT: x = RC STEP(x, 2) ~~|", "x = RC STEP(x, 2)", undefined],
  ["a qualifier that is no operator", "c :THE CONDITION: a :CROSSING: b :IMPLIES: x = 1 ~~|", undefined, undefined],
  ["one over continued lines", "c :THE CONDITION: a \\\n = 0 :IMPLIES: x = \\\n 1 ~~|", "a = 0", "x = 1"],
] as const)
  test(`the parts of a reality check: ${what}`, () => {
    const [check] = read(text).realityChecks;
    const shown = (expr: SyntaxExpr | undefined) => expr && vensimExpression(expr);
    expect([shown(check!.condition), shown(check!.consequence)]).toEqual([condition, consequence]);
  });

test("the span of an equation is the equation without its fields, over continued lines", () => {
  const { span, nameSpan } = only("{UTF-8}\nwork force[a] = \\\r\n\t\t1 + b {c} ~ person ~ |");
  expect(textOf(nameSpan)).toBe("work force");
  expect(textOf(span)).toBe("work force[a] = \\\r\n\t\t1 + b");
});
