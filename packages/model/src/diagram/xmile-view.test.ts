import { expect, test } from "vitest";
import type { FlowEnds } from "../syntax/syntax-tree.ts";
import { angleOf, bendAt } from "./arc.ts";
import type { Diagram } from "./diagram.ts";
import { laidOut } from "./layout.ts";
import { sketchText } from "./sketch-text.ts";
import { readVensimSketch } from "./vensim-sketch.ts";
import { viewText } from "./view-text.ts";
import { readXmileView } from "./xmile-view.ts";

const ends: ReadonlyMap<string, FlowEnds> = new Map([["cooling, by air", { from: "heat", to: undefined }]]);

const node = (id: number, kind: Diagram["nodes"][number]["kind"], name: string, x: number, y: number) => {
  const sizes = {
    stock: [80, 40],
    flow: [12, 16],
    cloud: [20, 16],
    note: [60, 30],
    variable: [8 * Math.max(4, name.length), 22],
  };
  const [width, height] = sizes[kind] as [number, number];
  return { id, kind, name, shadow: false, x, y, width, height, label: { x, y: kind === "flow" ? y + 20 : y } };
};

const diagram: Diagram = {
  name: "View 1",
  nodes: [
    node(1, "stock", "heat", 100, 100),
    node(2, "flow", "cooling, by air", 220, 100),
    node(3, "variable", 'the "room"', 220, 240),
    node(4, "note", "A note", 400, 300),
    node(5, "cloud", "", 340, 100),
  ],
  edges: [
    { from: 1, to: 2, kind: "flow", bend: undefined, polarity: undefined },
    { from: 2, to: 5, kind: "flow", bend: undefined, polarity: undefined },
    { from: 3, to: 2, kind: "causal", bend: { x: 180, y: 170 }, polarity: "-" },
    { from: 1, to: 2, kind: "causal", bend: undefined, polarity: undefined },
  ],
};

const parts = ({ nodes, edges }: Diagram) => ({
  nodes: nodes.map(({ kind, name, x, y, shadow }) => ({ kind, name, x, y, shadow })),
  edges: edges.map(({ from, to, kind, polarity, bend }) => {
    const at = (id: number) => nodes.find((each) => each.id === id)!.name;
    return {
      from: at(from),
      to: at(to),
      kind,
      polarity,
      bend: bend && { x: Math.round(bend.x), y: Math.round(bend.y) },
    };
  }),
});

const inAnyOrder = (diagram: Diagram) => {
  const { nodes, edges } = parts(diagram);
  const sorted = (all: readonly object[]) => all.map((each) => JSON.stringify(each)).sort();
  return [sorted(nodes), sorted(edges)];
};

test("a sketch that is written is read as it was", () =>
  expect(inAnyOrder(readVensimSketch(sketchText([diagram]))[0]!)).toEqual(inAnyOrder(diagram)));

test("a view that is written is read as it was", () => {
  const text = viewText([diagram]);
  const read = readXmileView({ format: "xmile-view", text }, ends);
  expect(inAnyOrder(read[0]!)).toEqual(inAnyOrder(diagram));
});

test("a shadow is an alias, and its arrows come from it", () => {
  const shadow = { ...node(6, "variable", "heat", 300, 240), shadow: true };
  const drawn: Diagram = {
    name: "",
    nodes: [node(1, "stock", "heat", 100, 100), node(3, "variable", "loss", 220, 240), shadow],
    edges: [{ from: 6, to: 3, kind: "causal", bend: undefined, polarity: undefined }],
  };
  const text = viewText([drawn]);
  const [read] = readXmileView({ format: "xmile-view", text }, new Map());
  expect(inAnyOrder(read!)).toEqual(inAnyOrder(drawn));
  expect(read!.nodes.find(({ id }) => id === read!.edges[0]!.from)!.shadow).toBe(true);
});

for (const [what, from, to, bend, angle] of [
  ["straight to the right", { x: 0, y: 0 }, { x: 10, y: 0 }, undefined, 0],
  ["straight up", { x: 0, y: 0 }, { x: 0, y: -10 }, undefined, 90],
  ["over a half circle above", { x: 0, y: 0 }, { x: 10, y: 0 }, { x: 5, y: -5 }, 90],
  ["over a half circle below", { x: 0, y: 0 }, { x: 10, y: 0 }, { x: 5, y: 5 }, 270],
] as const)
  test(`an arrow leaves ${what} at ${angle} degrees`, () => {
    expect(angleOf(from, to, bend)).toBeCloseTo(angle, 9);
    const back = bendAt(from, to, angle);
    if (bend === undefined) expect(back).toBeUndefined();
    else expect([back!.x, back!.y]).toEqual([expect.closeTo(bend.x, 9), expect.closeTo(bend.y, 9)]);
  });

test("a layout draws each variable once, apart from the others, and a cloud at each open end", () => {
  const names = new Map(["heat", "loss", "room", "rate"].map((name) => [name, name]));
  const flows = new Map([["loss", { from: "heat", to: undefined }]]);
  const causes = [
    ["room", "loss"],
    ["rate", "loss"],
    ["heat", "loss"],
  ] as const;
  const [drawn] = laidOut({ names, stocks: new Set(["heat"]), flows, causes });
  expect(drawn!.nodes.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    "cloud ",
    "flow loss",
    "stock heat",
    "variable rate",
    "variable room",
  ]);
  for (const a of drawn!.nodes)
    for (const b of drawn!.nodes)
      if (a.id < b.id) {
        const apart =
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
        expect([a.name, b.name, apart]).toEqual([a.name, b.name, true]);
      }
});
