import fc from "fast-check";
import { expect, test } from "vitest";
import { readModel } from "../read-model.ts";
import { readSyntax } from "../read-syntax.ts";
import { source } from "../source/source.ts";
import type { Dialect } from "../syntax/syntax-tree.ts";
import { writeModel } from "../write-model.ts";
import { drawnDiagrams } from "./drawing-in.ts";
import { structureOf } from "./structure.ts";

const sketch = `\\\\\\---/// Sketch information - do not modify anything except names
V300  Do not put anything below this section - it will be ignored
*Heat
$192-192-192,0,Arial|10|B|0-0-0|0-0-0|0-0-255|-1--1--1|-1--1--1|72,72,100,0
10,1,heat,307,235,41,23,3,3,0,0,0,0,0,0
12,2,48,479,235,10,8,0,3,0,0,-1,0,0,0
1,3,5,2,4,0,0,22,0,0,0,-1--1--1,,1|(441,235)|
1,4,5,1,100,0,0,22,0,0,0,-1--1--1,,1|(374,235)|
11,5,48,408,235,6,8,34,3,0,0,1,0,0,0
10,6,loss,408,254,49,8,40,3,0,0,-1,0,0,0
12,7,0,286,104,80,20,3,124,0,0,0,0,0,0
heat,0,100`;

const vensim = `heat = INTEG(-loss, 90) ~~| loss = heat / 10 ~~|
INITIAL TIME = 0 ~~| FINAL TIME = 1 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|
${sketch}
///---\\\\\\
:L<%^E!@
15:0,0,0,0,0,0
`;

const view = `<views><style color="red"/><view type="stock_flow" isee:zoom="2">
<stock name="heat" x="100.25" y="50.5"/><flow name="loss" x="180.5" y="50"><pts><pt x="120" y="50"/><pt x="240.75" y="50"/></pts></flow>
<connector uid="1" angle="301.5"><from>heat</from><to>loss</to></connector>
<text_box x="10" y="20" width="33" height="11">Two
lines { and | a brace }
15:0,0,0,5,0,0</text_box></view></views>`;

const xmile = `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0" xmlns:isee="http://iseesystems.com/XMILE"><header><vendor>v</vendor><product version="1">p</product></header>
<sim_specs><start>0</start><stop>1</stop><dt>1</dt></sim_specs><model><variables>
<stock name="heat"><eqn>90</eqn><outflow>loss</outflow></stock><flow name="loss"><eqn>heat / 10</eqn></flow>
</variables>${view}</model></xmile>`;

const read = (text: string, dialect: Dialect) => source(dialect === "vensim" ? "m.mdl" : "m.xmile", text);
const treeOf = (text: string, dialect: Dialect) => readSyntax(read(text, dialect)).value;

function written(text: string, from: Dialect, to: Dialect): string {
  return writeModel(treeOf(text, from), readModel(read(text, from)).model!, to).value!;
}

function drawn(text: string, dialect: Dialect) {
  const tree = treeOf(text, dialect);
  return drawnDiagrams(tree, structureOf(tree));
}

for (const [from, to, text, own] of [
  ["vensim", "xmile", vensim, sketch],
  ["xmile", "vensim", xmile, view],
] as const) {
  const there = written(text, from, to);
  test(`a drawing of ${from}'s is the same in ${to}, and the very text once it is back`, () => {
    expect(drawn(text, from)).toHaveLength(1);
    expect(drawn(there, to)).toEqual(drawn(text, from));
    expect(written(there, to, from)).toContain(own);
    expect(treeOf(there, to).simulation.method).toBe("euler");
  });

  test(`what a program does to spaces and ends of lines in ${to} is no change`, () =>
    expect(drawn(there.replaceAll("\n", "\r\n"), to)).toEqual(drawn(text, from)));

  test(`written in ${to} twice it keeps what it came from`, () =>
    expect(written(there, to, to)).toContain(/sequitur:drawing of="[0-9a-f]+"/u.exec(there)![0]));

  test(`what was drawn otherwise in ${to} since counts`, () => {
    const moved =
      to === "xmile"
        ? there.replace('x="307" y="235"', 'x="300" y="210"')
        : there.replace(/^10,1,heat,100,51/mu, "10,1,heat,300,210");
    expect(moved).not.toBe(there);
    expect(drawn(moved, to)[0]!.nodes.find(({ name }) => name === "heat")).toMatchObject({ x: 300, y: 210 });
    expect(written(moved, to, from)).toContain(from === "vensim" ? "10,1,heat,300,210," : 'x="300" y="210"');
  });
}

test("whatever becomes of what is kept, the file is read and written", () => {
  const texts = { vensim: written(xmile, "xmile", "vensim"), xmile: written(vensim, "vensim", "xmile") };
  const piece = fc.constantFrom(
    "",
    "{",
    "}",
    ":",
    '="',
    '=["heat"]',
    "\n",
    "</views>",
    "<",
    "\\\\\\---///",
    "sequitur:",
    '"',
  );
  const cuts = fc.array(fc.tuple(fc.nat(), fc.nat(40), piece), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom("vensim" as const, "xmile" as const), cuts, (dialect, all) => {
      const start = texts[dialect].indexOf(dialect === "vensim" ? "{sequitur:drawing" : "<views>");
      const spoiled = all.reduce((text, [at, length, put]) => {
        const from = start + (at % (text.length - start + 1));
        return text.slice(0, from) + put + text.slice(from + length);
      }, texts[dialect]);
      const { model } = readModel(read(spoiled, dialect));
      drawn(spoiled, dialect);
      if (model !== undefined) expect(written(spoiled, dialect, "vensim")).toContain("heat");
    }),
    { numRuns: 150 },
  );
});

for (const [what, spoil] of [
  ["without an end", (text: string) => text.replace(/^:.*views>\n\}\n/mu, "")],
  ["of nothing", (text: string) => text.replace(/^:.*\n/gmu, "")],
  ["that is no view", (text: string) => text.replace(/^:/gmu, ":<")],
] as const)
  test(`an origin ${what} is passed over`, () => {
    const text = spoil(written(xmile, "xmile", "vensim"));
    expect(drawn(text, "vensim").flatMap(({ name }) => name)).toEqual(["View 1"]);
    expect(readModel(read(text, "vensim")).model).toBeDefined();
  });
