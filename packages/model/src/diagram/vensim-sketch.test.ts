import fc from "fast-check";
import { expect, test } from "vitest";
import { readVensimSketch } from "./vensim-sketch.ts";

const HEAD =
  "\\\\\\---/// Sketch information - do not modify anything except names\r\nV300  Do not put anything below\r\n";

// A stock with one outflow into a cloud, as Vensim writes it.
const TEACUP = `${HEAD}*View 1\r
$192-192-192,0,Times New Roman|12||0-0-0|0-0-0|0-0-255|-1--1--1|-1--1--1|72,72,100,0\r
10,1,Teacup Temperature,307,235,40,20,3,3,0,0,0,0,0,0\r
12,2,48,479,235,10,8,0,3,0,0,-1,0,0,0\r
1,3,5,2,4,0,0,22,0,0,0,-1--1--1,,1|(441,235)|\r
1,4,5,1,100,0,0,22,0,0,0,-1--1--1,,1|(374,235)|\r
11,5,48,408,235,6,8,34,3,0,0,1,0,0,0\r
10,6,Heat Loss to Room,408,251,49,8,40,3,0,0,-1,0,0,0\r
10,8,"Time, \\"chars\\"",408,174,49,8,8,2,0,0,0,0,0,0\r
1,9,8,5,0,0,43,0,0,64,0,-1--1--1,,1|(408,198)|\r
1,10,1,6,1,0,45,0,0,64,0,-1--1--1,,1|(340,296)|\r
`;

const [teacup] = readVensimSketch(TEACUP);

test("the view has its name, and its parts one node each", () => {
  expect(teacup!.name).toBe("View 1");
  expect(teacup!.nodes.map(({ kind, name }) => [kind, name])).toEqual([
    ["stock", "Teacup Temperature"],
    ["cloud", ""],
    ["flow", "Heat Loss to Room"],
    ["variable", 'Time, "chars"'],
  ]);
});

test("sizes are whole, though the file gives half of them", () =>
  expect(teacup!.nodes[0]).toMatchObject({ x: 307, y: 235, width: 80, height: 40, shadow: false }));

test("a flow stands where its valve is, and its name beside it", () =>
  expect(teacup!.nodes[2]).toMatchObject({ x: 408, y: 235, width: 12, height: 16, label: { x: 408, y: 251 } }));

test("a shadow is marked", () => expect(teacup!.nodes[3]!.shadow).toBe(true));

test("pipes run with the material, and arrows to a valve or its name end at the flow", () =>
  expect(teacup!.edges).toEqual([
    { from: 6, to: 2, kind: "flow", bend: undefined, polarity: undefined },
    { from: 1, to: 6, kind: "flow", bend: undefined, polarity: undefined },
    { from: 8, to: 6, kind: "causal", bend: undefined, polarity: "+" },
    { from: 1, to: 6, kind: "causal", bend: { x: 340, y: 296 }, polarity: "-" },
  ]));

test("a flow that runs both ways has two pipes out of its valve", () => {
  const [view] = readVensimSketch(TEACUP.replace("1,4,5,1,100,", "1,4,5,1,4,"));
  expect(view!.edges.slice(0, 2).map(({ from, to }) => [from, to])).toEqual([
    [6, 2],
    [6, 1],
  ]);
});

const after = (line: string): string => `${TEACUP}${line}\r\n`;

for (const [what, text, names] of [
  [
    "a note has its text from the next line",
    after("12,20,0,315,86,45,14,8,7,0,0,-1,0,0,0\r\nA note, with a comma"),
    ["A note, with a comma"],
  ],
  [
    "a slider is passed over with its line",
    after("12,20,0,286,104,80,20,3,124,0,0,0,0,0,0\r\n10,30,x,1,1,1,1,8,3,0"),
    [],
  ],
  ["what is hidden is passed over", after("10,20,hidden,1,1,1,1,8,3,1,0,0,0,0,0"), []],
  ["a picture is passed over", after("30,20,a.bmp,1,1,8,8,8,0,0,0,-1,0"), []],
  ["of two with one id the first stays", after("10,1,again,1,1,1,1,8,3,0,0,0,0,0,0"), []],
  ["a broken line is passed over", after("10,20,broken,1,x,1,1,8,3,0,0,0,0,0,0\r\n10,21"), []],
] as const)
  test(what, () =>
    expect(
      readVensimSketch(text)[0]!
        .nodes.slice(4)
        .map(({ name }) => name),
    ).toEqual(names),
  );

test("an arrow to nothing is passed over", () =>
  expect(readVensimSketch(after("1,40,1,99,0,0,0,0,0,64,0,-1--1--1,,1|(0,0)|"))[0]!.edges).toHaveLength(4));

test("each view is a diagram, and an empty one is none", () => {
  const second = `${HEAD}*Second\r\n10,1,x,1,2,3,4,8,3,0,0,0,0,0,0\r\n`;
  expect(readVensimSketch(`${TEACUP}${second}${HEAD}*Third\r\n`).map(({ name }) => name)).toEqual(["View 1", "Second"]);
});

test("any text is read without a throw, and every edge joins two nodes of its view", () => {
  const piece = fc.oneof(fc.constantFrom(...TEACUP.split(/(?<=,)|(?=[\r\n"|(])/)), fc.string({ maxLength: 3 }));
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => HEAD + pieces.join(""));
  fc.assert(
    fc.property(text, (sketch) => {
      for (const { nodes, edges } of readVensimSketch(sketch)) {
        const ids = new Set(nodes.map(({ id }) => id));
        expect(ids.size).toBe(nodes.length);
        for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
