import { expect, test } from "vitest";
import { source } from "../source/source.ts";
import { textOf } from "../source/span.ts";
import { elementNames } from "../syntax/numbered-names.ts";
import type { SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { readXmile } from "./read-xmile.ts";

function read(inside: string): SyntaxTree {
  const { value, diagnostics } = readXmile(source("folder/some model.stmx", `<xmile>${inside}</xmile>`));
  expect(diagnostics).toEqual([]);
  return value;
}

const dimensions =
  "<dimensions><dim name='N' size='2'/><dim name='Place'><elem name='Boston'/><elem name='L A'/></dim></dimensions>";

function only(variable: string): VariableSyntax {
  const { variables } = read(`${dimensions}<model><variables>${variable}</variables></model>`);
  expect(variables).toHaveLength(1);
  return variables[0]!;
}

test("the name of the model, or of its file", () => {
  expect(read("<header><name> Teacup </name></header><model/>").name).toBe("Teacup");
  expect(read("<model/>").name).toBe("some model");
});

// XMILE 1.0, 2.4.
for (const [what, specs, want] of [
  [
    "times",
    "<sim_specs><start>-1</start><stop>1e2</stop></sim_specs>",
    { initialTime: -1, finalTime: 100, timeStep: 1 },
  ],
  ["a step", "<sim_specs><dt> 0.25 </dt></sim_specs>", { timeStep: 0.25, saveStep: 0.25 }],
  ["a step as a reciprocal", "<sim_specs><dt reciprocal='true'>16</dt></sim_specs>", { timeStep: 0.0625 }],
  ["a step that is none", "<sim_specs><dt reciprocal='false'>16</dt></sim_specs>", { timeStep: 16 }],
  ["a save interval", "<sim_specs isee:save_interval='2'/>", { timeStep: 1, saveStep: 2 }],
  ["units of time", "<sim_specs time_units='Months'/>", { timeUnits: "Months" }],
  ["no method", "<sim_specs/>", { method: "euler" }],
  ["Stella's way of writing a method", "<sim_specs method='RK4'/>", { method: "rk4" }],
  ["the first method that there is", "<sim_specs method='gear, RK45, euler'/>", { method: "rk45" }],
  ["no specs at all", "", { initialTime: undefined, timeStep: 1, method: "euler" }],
] as const)
  test(`a run with ${what}`, () => expect(read(`${specs}<model/>`).simulation).toMatchObject(want));

test("the run of the whole model goes before that of the file", () => {
  const specs = (start: number) => `<sim_specs><start>${start}</start></sim_specs>`;
  expect(read(`${specs(1)}<model>${specs(2)}</model>`).simulation.initialTime).toBe(2);
});

test("units: aliases, equations, and those that are disabled", () => {
  const { unitSynonyms, unitDefinitions } = read(`<model_units>
    <unit name="Rabbits"><alias>Rabbit</alias><eqn/></unit>
    <unit name="models_per_year"><eqn>models/year</eqn><alias>mpy</alias></unit>
    <unit name="folk"><eqn>people</eqn></unit>
    <unit name="Joules" disabled="true"><alias>J</alias></unit>
    <units name="Years"><alias>yr, year</alias></units>
    <unit name="alone"/></model_units><model/>`);
  expect(unitSynonyms).toEqual([
    ["Rabbits", "Rabbit"],
    ["models_per_year", "mpy"],
    ["folk", "people"],
    ["Years", "yr", "year"],
  ]);
  expect(unitDefinitions?.map(({ name, equation }) => [name, equation.text])).toEqual([
    ["models_per_year", "models/year"],
  ]);
});

test("dimensions by size and by name", () => {
  const named = read(`${dimensions}<model/>`).dimensions.map(({ name, elements }) => [
    name,
    elementNames(elements).map((each) => each.name),
  ]);
  expect(named).toEqual([
    ["N", ["1", "2"]],
    ["Place", ["Boston", "L A"]],
  ]);
});

test("a stock", () => {
  const stock = only(`<stock name="a stock"><eqn>100</eqn><inflow>birth_rate</inflow><inflow>"in 2"</inflow>
    <outflow>deaths</outflow><units>people</units><range min="0" max="1e3"/><doc>line one\\nline two</doc></stock>`);
  expect(stock).toMatchObject({
    name: "a stock",
    units: { text: "people", low: 0, high: 1000 },
    comment: "line one\nline two",
  });
  expect(stock.definition).toMatchObject({
    kind: "stock",
    initial: { kind: "number", value: 100 },
    inflows: [{ name: "birth_rate" }, { name: "in 2" }],
    outflows: [{ name: "deaths" }],
    nonNegative: false,
  });
});

for (const [what, written, name] of [
  ["with spaces", "birth rate", "birth rate"],
  ["with a line break", "birth\\nrate", "birth rate"],
  ["with a true line break", "birth&#10;rate", "birth\nrate"],
  ["in quotes", "&quot;a, \\&quot;b\\&quot;&quot;", 'a, "b"'],
  ["with entities", "profit &amp; loss", "profit & loss"],
] as const)
  test(`a name ${what}`, () => expect(only(`<aux name="${written}"><eqn>1</eqn></aux>`).name).toBe(name));

test("a range without units", () => {
  expect(only("<aux name='x'><eqn>1</eqn><range min='0' max='2'/></aux>").units).toMatchObject({
    text: "",
    low: 0,
    high: 2,
  });
});

// XMILE 1.0, 2.7: the entity's own mark, then the model's, then the file's; what is said of one kind goes first.
for (const [what, file, model, own, want] of [
  ["not by itself", "", "", "", false],
  ["its own mark", "", "", "<non_negative/>", true],
  ["its own mark in words", "", "", "<non_negative> True </non_negative>", true],
  ["everything in the file", "<non_negative/>", "", "", true],
  ["every flow in the file", "<flow><non_negative/></flow>", "", "", true],
  ["every stock in the file", "<stock><non_negative/></stock>", "", "", false],
  ["its own mark against the file's", "<non_negative/>", "", "<non_negative> FALSE </non_negative>", false],
  ["the model's against the file's", "<flow><non_negative/></flow>", "<non_negative>false</non_negative>", "", false],
  ["flows against everything", "<non_negative/><flow><non_negative>false</non_negative></flow>", "", "", false],
] as const)
  test(`a flow that cannot be negative: ${what}`, () => {
    const flow = `<variables><flow name="f"><eqn>1</eqn>${own}</flow></variables>`;
    const tree = read(`<behavior>${file}</behavior><model><behavior>${model}</behavior>${flow}</model>`);
    expect(tree.variables[0]!.definition).toMatchObject({ kind: "flow", nonNegative: want });
  });

// XMILE 1.0, 3.1.4 and 4.1.3.
for (const [what, graph, points, between, outside] of [
  ["x and y", "<gf><xpts>0, 1,3</xpts><ypts>5,6,-7e0</ypts></gf>", "0:5 1:6 3:-7", "linear", "held"],
  ["a scale", "<gf><xscale min='1' max='2'/><ypts>5,6,7</ypts></gf>", "1:5 1.5:6 2:7", "linear", "held"],
  ["one point", "<gf><xscale min='1' max='2'/><ypts>5</ypts></gf>", "1:5", "linear", "held"],
  [
    "a scale beside the x",
    "<gf><xscale min='0' max='0'/><xpts>1,2</xpts><ypts>5,6</ypts></gf>",
    "1:5 2:6",
    "linear",
    "held",
  ],
  ["another separator", "<gf><xpts sep=';'>1;2;</xpts><ypts sep='|'>5|6</ypts></gf>", "1:5 2:6", "linear", "held"],
  [
    "white space for a separator",
    "<gf><xpts sep=' '> 1  2 </xpts><ypts sep='\t'>5\t6</ypts></gf>",
    "1:5 2:6",
    "linear",
    "held",
  ],
  ["a last comma", "<gf><xpts>1,2,\n</xpts><ypts>5,6,</ypts></gf>", "1:5 2:6", "linear", "held"],
  ["extrapolation", "<gf type='extrapolate'><xpts>1</xpts><ypts>5</ypts></gf>", "1:5", "linear", "extrapolated"],
  ["steps", "<gf type='Discrete'><xpts>1</xpts><ypts>5</ypts></gf>", "1:5", "step", "held"],
  ["steps as Stella wrote them", "<gf discrete='true'><xpts>1</xpts><ypts>5</ypts></gf>", "1:5", "step", "held"],
  ["no steps", "<gf discrete='false'><xpts>1</xpts><ypts>5</ypts></gf>", "1:5", "linear", "held"],
] as const)
  test(`a graph with ${what}`, () => {
    const { definition } = only(graph.replace("<gf", "<gf name='g'"));
    if (definition.kind !== "lookup") throw new Error("not a graph");
    expect(definition.lookup.points.map(({ x, y }) => `${x}:${y}`).join(" ")).toBe(points);
    expect(definition.lookup).toMatchObject({ between, outside });
  });

test("a graph on an equation", () => {
  const { definition } = only("<aux name='x'><eqn>TIME</eqn><gf><xpts>1,2</xpts><ypts>5,6</ypts></gf></aux>");
  expect(definition).toMatchObject({
    kind: "equation",
    expression: { kind: "call", name: "WITH LOOKUP", args: [{ name: "TIME" }, { kind: "lookup" }] },
  });
});

test("a graph without an equation is a lookup", () => {
  expect(only("<aux name='x'><eqn/><gf><xpts>1</xpts><ypts>5</ypts></gf></aux>").definition.kind).toBe("lookup");
});

test("a graph in a variable can have a name of its own, and be used elsewhere by it", () => {
  const points = "<xpts>1</xpts><ypts>5</ypts>";
  const { variables } = read(`<model><variables><aux name="x"><eqn>1</eqn><gf name="rising">${points}</gf></aux>
    <flow name="y"><eqn>2</eqn><gf name="rising"/></flow></variables></model>`);
  expect(variables.map(({ name, definition }) => [name, definition.kind])).toEqual([
    ["x", "equation"],
    ["rising", "lookup"],
    ["y", "flow"],
  ]);
  expect(variables[2]!.definition).toMatchObject({
    expression: { kind: "call", name: "rising", args: [{ value: 2 }] },
  });
});

const over = (...names: readonly string[]) =>
  `<dimensions>${names.map((name) => `<dim name="${name}"/>`).join("")}</dimensions>`;

test("one equation for a whole array", () => {
  expect(only(`<aux name="x">${over("place", "N", "N")}<eqn>1</eqn></aux>`).subscripts).toMatchObject([
    { name: "Place" },
    { name: "N" },
    { name: "N (2)" },
  ]);
});

test("an equation for each element", () => {
  const { variables } = read(`${dimensions}<model><variables><stock name="x">${over("Place", "N")}
    <element subscript="Boston, 2"><eqn>1</eqn></element><element subscript="L_A,1"><eqn>N</eqn></element>
    <inflow>f</inflow><units>m</units></stock></variables></model>`);
  expect(variables.map(({ subscripts }) => subscripts.map(({ name, dimension }) => `${dimension}.${name}`))).toEqual([
    ["Place.Boston", "N.2"],
    ["Place.L A", "N.1"],
  ]);
  expect(variables.map(({ definition }) => definition)).toMatchObject([
    { kind: "stock", initial: { value: 1 }, inflows: [{ name: "f" }] },
    { kind: "stock", initial: { value: 1 } },
  ]);
});

test("equations one after the other, as Vensim writes them", () => {
  const { variables } = read(`${dimensions}<model><variables><aux name="x">${over("Place", "N")}
    <eqn>1</eqn><eqn>2</eqn><eqn>3</eqn><eqn>4 * N</eqn></aux></variables></model>`);
  const shown = variables.map(({ subscripts, span, definition }) => {
    if (definition.kind !== "equation") throw new Error(`no equation at ${span.start}`);
    return `${subscripts.map(({ name }) => name).join(",")} = ${textOf(definition.expression.span)}`;
  });
  expect(shown).toEqual(["Boston,1 = 1", "Boston,2 = 2", "L A,1 = 3", "L A,2 = 4 * N"]);
});

test("one equation for an array with a graph for each element", () => {
  const element = (name: string, y: number) =>
    `<element subscript="${name}"><gf><xpts>0</xpts><ypts>${y}</ypts></gf></element>`;
  const { variables } =
    read(`${dimensions}<model><variables><aux name="x">${over("N")}${element("1", 7)}${element("2", 8)}
    <eqn>y * N</eqn></aux><aux name="y">${over("N")}<eqn>1</eqn></aux></variables></model>`);
  expect(variables.map(({ definition }) => definition).slice(0, 2)).toMatchObject([
    {
      expression: {
        args: [{ left: { subscripts: [{ name: "1" }] }, right: { value: 1 } }, { lookup: { points: [{ y: 7 }] } }],
      },
    },
    {
      expression: {
        args: [{ left: { subscripts: [{ name: "2" }] }, right: { value: 2 } }, { lookup: { points: [{ y: 8 }] } }],
      },
    },
  ]);
});

test("groups, as the standard and as Stella write them", () => {
  const tree = read(`<model><variables><group name="Money"><entity name="cash flow"/></group>
    <group name="People"><var>births</var></group>
    <aux name="cash_flow"><eqn>1</eqn></aux><aux name="Births"><eqn>1</eqn></aux><aux name="x"><eqn>1</eqn></aux></variables></model>`);
  expect(tree.groups.map(({ name }) => name)).toEqual(["Money", "People"]);
  expect(tree.variables.map(({ group }) => group)).toEqual(["Money", "People", undefined]);
});

// The two ways in which files write connections: XMILE 1.0, 4.7.1, and Stella.
for (const [how, to] of [
  ["its own name", "area"],
  ["the module's name too", "hares.area"],
] as const)
  test(`modules, connected by ${how}`, () => {
    const tree = read(`<model><variables>
      <module name="hares"><connect to="${to}" from=".area"/><module name="unused"/></module>
      <module name="lynxes"><connect to="prey" from="hares.total number"/><connect to=".answer" from="lynxes.food"/></module>
      <aux name="area"><eqn>1000</eqn></aux><aux name="answer"/></variables></model>
      <model name="hares"><aux name="area"><eqn>{from outside}</eqn></aux><aux name="total_number"><eqn>area</eqn></aux></model>
      <model name="lynxes"><variables><stock name="prey" access="input"><eqn>5</eqn></stock>
        <aux name="food"><eqn>prey + .area + hares.area</eqn></aux></variables></model>`);
    const named = tree.variables.map(({ modulePath, name, definition }) => {
      if (definition.kind !== "equation") throw new Error(`${name} is no equation`);
      return [...modulePath, `${name} = ${textOf(definition.expression.span)}`].join(".");
    });
    expect(named).toEqual([
      "area = 1000",
      "answer = lynxes.food",
      "hares.area = .area",
      "hares.total_number = area",
      "lynxes.prey = hares.total number",
      "lynxes.food = prey + .area + hares.area",
    ]);
    expect(tree.variables[4]!.definition).toMatchObject({ expression: { name: ".hares.total number" } });
    expect(tree.modules.map(({ path, model, connections }) => [path, model, connections.length])).toEqual([
      [["hares"], "hares", 1],
      [["lynxes"], "lynxes", 2],
    ]);
  });

test("modules in modules, and names from the top", () => {
  const tree =
    read(`<model><module name="a"/></model><model name="a"><module name="b"/><aux name="x"><eqn>b.y</eqn></aux></model>
    <model name="b"><aux name="y"><eqn>a.x</eqn></aux></model>`);
  expect(tree.variables.map(({ modulePath }) => modulePath)).toEqual([["a"], ["a", "b"]]);
  expect(tree.variables.map(({ definition }) => definition)).toMatchObject([
    { expression: { name: ".a.b.y" } },
    { expression: { name: ".a.x" } },
  ]);
});

test("macros: their value, their inputs and what is inside", () => {
  const tree =
    read(`<model/><macro name="SMOOTHED"><parm>input</parm><parm>time</parm><parm default="input * 2">initial</parm>
    <eqn>Level</eqn><variables><stock name="Level"><eqn>initial</eqn><inflow>change</inflow></stock>
    <flow name="change"><eqn>(input - Level) / time</eqn></flow></variables></macro>
    <macro name="FACT"><parm>x</parm><eqn>Fact</eqn><variables><stock name="Fact"><eqn>x</eqn></stock></variables></macro>`);
  expect(tree.macros.map(({ name, variables }) => [name, variables.map((each) => each.name)])).toEqual([
    ["SMOOTHED", ["SMOOTHED", "Level", "change"]],
    ["FACT", ["Fact"]],
  ]);
  expect(tree.macros[0]!.inputs).toMatchObject([
    { name: "input" },
    { name: "time" },
    { name: "initial", default: { op: "multiply" } },
  ]);
});

test("the views are kept as they stand", () => {
  const views = "<views><view><aux x='1' name='a'/></view></views>";
  expect(read(`<model>${views}</model>`).drawing).toMatchObject({ format: "xmile-view", text: views });
});

for (const [what, root] of [
  ["no name space", "<xmile>"],
  ["the standard's", '<xmile xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">'],
  ["the one before", '<xmile xmlns="http://www.systemdynamics.org/XMILE">'],
] as const)
  test(`a file with ${what}, and with what is a vendor's own`, () => {
    const text = `\ufeff<?xml version="1.0" encoding="utf-8"?><!-- a -->${root}<isee:prefs><a/></isee:prefs>
      <equation_prefs xmlns="isee"/><model><isee:x/><variables><aux name="x" isee:y="1"><eqn isee:z="1">1</eqn><isee:q/></aux>
      <isee:dependencies/></variables></model></xmile>`;
    const { value, diagnostics } = readXmile(source("m.stmx", text));
    expect([value.variables.length, diagnostics]).toEqual([1, []]);
  });

test("the name space under a prefix of its own", () => {
  const uri = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0";
  const text = `<a:xmile xmlns:a="${uri}"><a:model><a:aux name="x"><a:eqn>1</a:eqn></a:aux></a:model></a:xmile>`;
  expect(readXmile(source("m.xmile", text)).value.variables.map(({ name }) => name)).toEqual(["x"]);
});
