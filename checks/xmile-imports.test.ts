import { compile, instantiateNow, interpret } from "@sequitur/engine";
import {
  type Beside,
  type FileContent,
  type Model,
  readModel,
  readSyntax,
  source,
  wantsOf,
  writeModel,
} from "@sequitur/model";
import { expect, test } from "vitest";

// What an XMILE file imports (1.0, 2.9) takes the place of what stands in it, whatever program the files were written for.

const over = (...names: readonly string[]) =>
  `<dimensions>${names.map((name) => `<dim name="${name}"/>`).join("")}</dimensions>`;

const file = (imports: string) =>
  `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"><header><vendor>v</vendor><product version="1">p</product></header>
<sim_specs><start>0</start><stop>2</stop><dt>1</dt></sim_specs>
<dimensions><dim name="d"><elem name="a"/><elem name="b"/></dim><dim name="N" size="2"/></dimensions><data>${imports}</data>
<model><variables><stock name="Stock A"><eqn>1</eqn><inflow>in</inflow></stock><flow name="in"><eqn>2</eqn></flow>
<aux name="rate"><eqn>3</eqn></aux><aux name="made"><eqn>rate + 1</eqn></aux>
<aux name="each">${over("d", "N")}<eqn>5</eqn></aux>
<aux name="own">${over("d")}<element subscript="a"><eqn>6</eqn></element><element subscript="b"><eqn>7</eqn></element></aux>
<aux name="graph"><eqn>TIME</eqn><gf><xscale min="0" max="2"/><ypts>0,1,2</ypts></gf></aux>
<aux name="table"><gf><xscale min="0" max="1"/><ypts>0,1</ypts></gf></aux><aux name="x"><eqn>table(0.5)</eqn></aux>
</variables></model></xmile>`;

const text = (csv: string): FileContent => ({ kind: "text", text: csv });
const beside = (files: Readonly<Record<string, FileContent>>): Beside => ({
  files: new Map(Object.entries(files)),
  dataSets: [],
});

function columnsOf(model: Model): Readonly<Record<string, readonly number[]>> {
  const { outputs, columns } = interpret(model).value!;
  return Object.fromEntries(outputs.map((name, k) => [name, [...columns[k]!]]));
}

const down = text('Stock_A,in,"each[b, 2]",own[b],graph,table\n10,20,30,40,50,60\n,,,,51,62\n,,,,52\n');
const across = text('Stock A,10\nin,20\neach[b;2],1\n"each[b,2]",30\nown[b],40\ngraph,50,51,52\ntable,60,62\n');

const want = {
  "Stock A": [10, 30, 50],
  in: [20, 20, 20],
  "each[a,1]": [5, 5, 5],
  "each[b,2]": [30, 30, 30],
  "own[a]": [6, 6, 6],
  "own[b]": [40, 40, 40],
  graph: [50, 51, 52],
  x: [61, 61, 61],
};

const sheet: FileContent = {
  kind: "workbook",
  workbook: {
    names: [],
    sheets: [
      { name: "Other", cells: [] },
      {
        name: "In",
        cells: [
          { row: 0, column: 0, value: "rate" },
          { row: 1, column: 0, value: 9 },
        ],
      },
    ],
  },
};

for (const [what, imports, files] of [
  ["down the columns of a text", '<import resource="a.csv"/>', { "a.csv": down }],
  ["along its rows", '<import resource="a.csv" orientation="horizontal"/>', { "a.csv": across }],
] as const)
  test(`values are imported ${what}, to the same bits in compiled code and in both languages`, () => {
    const read = source("m.xmile", file(imports));
    expect(wantsOf(read).files).toEqual(["a.csv"]);
    const { model, diagnostics } = readModel(read, beside(files));
    expect(diagnostics.map(({ code }) => code)).toEqual(what === "along its rows" ? ["import-unused"] : []);
    expect(columnsOf(model!)).toMatchObject(want);
    const { program } = compile(model!, { inputs: [], outputs: ["Stock A", "graph"] });
    const out = new Float64Array(12);
    instantiateNow(program!).runMany(new Float64Array(0), out, 2);
    expect([...out.subarray(0, 6)]).toEqual([10, 50, 30, 51, 50, 52]);
    const vensim = writeModel(readSyntax(read).value, model!, "vensim");
    expect(columnsOf(readModel(source("m.mdl", vensim.value!)).model!)).toMatchObject(want);
    const again = writeModel(readSyntax(read).value, model!, "xmile").value!;
    expect(again).toContain(`<data>${imports}</data>`);
    expect(columnsOf(readModel(source("m.xmile", again), beside(files)).model!)).toMatchObject(want);
  });

test("a sheet is named, or the first", () => {
  const named = file('<import type="Excel" resource="b.xlsx" worksheet="In"/><import type="Excel" resource="b.xlsx"/>');
  const { model, diagnostics } = readModel(source("m.xmile", named), beside({ "b.xlsx": sheet }));
  expect(diagnostics).toEqual([]);
  expect(columnsOf(model!)).toMatchObject({ rate: [9, 9, 9], made: [10, 10, 10] });
});

for (const [what, imports, codes] of [
  ["a file that is not there", '<import resource="none.csv"/>', ["passed-over-in-xmile"]],
  ["XML", '<import resource="a.csv" type="XML"/>', ["passed-over-in-xmile"]],
  ["what is not enabled", '<import resource="a.csv" enabled="false"/>', []],
  ["what is brought in on demand", '<import resource="a.csv" frequency="on_demand"/>', []],
  ["an export", '<export resource="a.csv"><all/></export>', []],
  ["names and numbers of values that fit nothing", '<import resource="b.csv"/>', Array(5).fill("import-unused")],
] as const)
  test(`the file's own values stand where there is ${what}`, () => {
    const odd = text("rate,made,nobody,graph,each[c]\n1,2,3,4,5\n6,,,7");
    const { model, diagnostics } = readModel(source("m.xmile", file(imports)), beside({ "a.csv": down, "b.csv": odd }));
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(columnsOf(model!)).toMatchObject({ rate: [3, 3, 3], "Stock A": [1, 3, 5], graph: [0, 1, 2] });
  });

test("an import without a place is said to have none", () =>
  expect(readModel(source("m.xmile", file("<import/>"))).diagnostics.map(({ code }) => code)).toEqual([
    "missing-attribute",
  ]));
