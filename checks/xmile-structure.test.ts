import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { runXmile } from "./xmile-run.ts";

// What XMILE 1.0 says of stocks, modules, macros, slices, names and runs, held to numbers worked out by hand.

const specs = (stop: number, dt = 1, method = "euler") =>
  `<sim_specs method="${method}"><start>0</start><stop>${stop}</stop><dt>${dt}</dt></sim_specs>
  <dimensions><dim name="N" size="2"/><dim name="P"><elem name="a"/><elem name="b"/></dim><dim name="Q" size="4"/></dimensions>`;
const over = (...names: readonly string[]) =>
  `<dimensions>${names.map((name) => `<dim name="${name}"/>`).join("")}</dimensions>`;
const aux = (name: string, equation: string, inside = "") =>
  `<aux name="${name}">${inside}<eqn>${equation}</eqn></aux>`;
const model = (...variables: readonly string[]) => `<model><variables>${variables.join("")}</variables></model>`;

function expectColumns(text: string, columns: Readonly<Record<string, readonly number[]>>): void {
  const found = runXmile(text);
  for (const [name, want] of Object.entries(columns)) expect([name, found.get(name)]).toEqual([name, want]);
}

const drained = `<stock name="s"><eqn>10</eqn><outflow>a</outflow><outflow>b</outflow><non_negative/></stock>
  <stock name="t"><eqn>0</eqn><inflow>a</inflow><inflow>b</inflow></stock>${flow("a", "4")}${flow("b", "3")}`;

function flow(name: string, equation: string): string {
  return `<flow name="${name}"><eqn>${equation}</eqn></flow>`;
}

// What is there is taken in the order of the outflows; a Runge-Kutta step takes no less while there is enough for all of it.
for (const method of ["euler", "rk2", "rk4"])
  test(`a non-negative stock by ${method}`, () =>
    expectColumns(specs(3, 1, method) + model(drained), {
      s: [10, 3, 0, 0],
      a: [4, 3, 0, 0],
      b: [3, 0, 0, 0],
      t: [0, 7, 10, 10],
    }));

test("three outflows of a non-negative stock, and what flows in meanwhile", () =>
  expectColumns(
    specs(2) +
      model(
        `<stock name="s"><eqn>10</eqn><inflow>i</inflow><outflow>a</outflow><outflow>b</outflow><outflow>c</outflow><non_negative/></stock>`,
        flow("i", "1"),
        flow("a", "4"),
        flow("b", "3"),
        flow("c", "5"),
      ),
    { s: [10, 0, 0], a: [4, 1, 1], b: [3, 0, 0], c: [4, 0, 0] },
  ));

test("by RK4 a stock that drains by itself stays what it is without the mark", () => {
  const pot = (mark: string) =>
    specs(4, 0.5, "rk4") +
    model(`<stock name="s"><eqn>8</eqn><outflow>f</outflow>${mark}</stock>${flow("f", "s / 2")}`);
  expect(runXmile(pot("<non_negative/>")).get("s")).toEqual(runXmile(pot("")).get("s"));
});

test("a non-negative stock of an array, and a flow that may not be negative", () =>
  expectColumns(
    specs(2) +
      model(
        `<stock name="s">${over("N")}<eqn>3 * N</eqn><outflow>f</outflow><non_negative/></stock>`,
        `<flow name="f">${over("N")}<eqn>4</eqn></flow><flow name="g"><eqn>1 - TIME * 2</eqn><non_negative/></flow>`,
      ),
    { "s[1]": [3, 0, 0], "s[2]": [6, 2, 0], "f[2]": [4, 2, 0], g: [1, 0, 0] },
  ));

test("modules two deep with arrays", () =>
  expectColumns(
    `${specs(1)}<model><variables><module name="A"><connect to="A.x" from="src"/></module>
    ${aux("src", "10 * N", over("N"))}${aux("out", "SUM(A.B.y)")}${aux("one", "A.B.y[2] + .src[1]")}</variables></model>
    <model name="A"><variables><module name="B"><connect to="B.z" from="A.x"/></module>
    <aux name="x" access="input">${over("N")}</aux>${aux("mine", "B.y[N] * 2", over("N"))}</variables></model>
    <model name="B"><variables>${aux("z", "0", over("N"))}${aux("y", "z + k", over("N"))}${aux("k", "1")}
    <stock name="s">${over("N")}<eqn>y</eqn><inflow>f</inflow></stock><flow name="f">${over("N")}<eqn>s[N]</eqn></flow></variables></model>`,
    {
      out: [32, 32],
      one: [31, 31],
      "A.x[2]": [20, 20],
      "A.mine[1]": [22, 22],
      "A.B.y[2]": [21, 21],
      "A.B.s[1]": [11, 22],
    },
  ));

test("macros of several statements, in macros and over arrays", () =>
  expectColumns(
    `${specs(2)}<macro name="M"><parm>a</parm><parm default="a * 2">b</parm><eqn>r + s</eqn><variables>${aux("q", "a + b")}
    ${aux("r", "q * 2")}<stock name="s"><eqn>b</eqn><inflow>f</inflow></stock>${flow("f", "r")}</variables></macro>
    <macro name="TWICE"><parm>z</parm><eqn>M(z, z) + M(z)</eqn></macro>${model(aux("u", "TWICE(3)"), aux("w", "M(N, 1)", over("N")))}`,
    { u: [12 + 3 + 18 + 6, 69, 99], "w[1]": [4 + 1, 9, 13], "w[2]": [6 + 1, 13, 19] },
  ));

const square = aux("A", "10 * N + P", over("N", "P"));
const line = aux("L", "Q * Q", over("Q"));

// XMILE 1.0, 3.7.1: rows, columns and ranges.
for (const [equation, dimensions, want] of [
  ["A[*, b]", ["N"], [12, 22]],
  ["A[2, *]", ["P"], [21, 22]],
  ["A[*, *]", ["N", "P"], [11, 12, 21, 22]],
  ["A'", ["P", "N"], [11, 21, 12, 22]],
  ["L[2:3]", ["N"], [4, 9]],
  ["L[3:4]", ["P"], [9, 16]],
  ["L[1:2] + A[1, P]", ["P"], [12, 16]],
  ["A[1:2, a]", ["N"], [11, 21]],
  ["A[P, a]", ["P"], [11, 21]],
  ["A[@2, @1]", ["P", "N"], [11, 21, 12, 22]],
  ["A[3 - N, b]", ["N"], [22, 12]],
  ["A[N * 2, a]", ["N"], [21, 0]],
] as const)
  test(`${equation} over ${dimensions.join(" and ")}`, () => {
    const found = runXmile(specs(0) + model(square, line, aux("x", equation, over(...dimensions))));
    expect([...found].filter(([name]) => name.startsWith("x[")).map(([, [value]]) => value)).toEqual(want);
  });

// XMILE 1.0, 3.7.1: an index that no element has gives 0.
for (const [index, want] of [
  ["TIME", [0, 0, 10, 20, 30, 40, 0]],
  ["TIME + 0.75", [0, 0, 10, 20, 30, 40, 0]],
  ["TIME / 0", [0, 0, 0, 0, 0, 0, 0]],
  ["3 - TIME", [40, 30, 20, 10, 0, 0, 0]],
  // An element's name is its place in its dimension.
  ["chosen", [0, 0, 0, 20, 20, 20, 20]],
] as const)
  test(`the element at ${index}, which is computed`, () =>
    expectColumns(
      `<sim_specs><start>-1</start><stop>5</stop><dt>1</dt></sim_specs>
      <dimensions><dim name="P"><elem name="a"/><elem name="b"/></dim><dim name="Q" size="4"/></dimensions>` +
        model(
          aux("line", "10 * Q", over("Q")),
          aux("box", "100 * P + 10 * Q", over("P", "Q")),
          aux("chosen", "IF TIME >= 2 THEN b ELSE TIME - 10"),
          aux("x", `line[${index}]`),
          aux("y", `box[b, ${index}] - IF line[${index}] = 0 THEN 0 ELSE 200`),
          aux("z", `SUM(box[${index}, *])`),
        ),
      { x: want, y: want, z: want.map((value) => (value === 10 ? 500 : value === 20 ? 900 : 0)) },
    ));

// XMILE 1.0, 3.3.2: an array's name with a number counts its elements row by row.
test("an element by its number among all", () =>
  expectColumns(
    specs(8) +
      model(
        aux("box", "10 * P + Q", over("P", "Q")),
        aux("line", "Q * Q", over("Q")),
        aux("x", "box(TIME)"),
        aux("y", "box(6) + line(TIME + 1)"),
        aux("z", "box(RANK(box, SIZE(box)))"),
      ),
    {
      x: [0, 11, 12, 13, 14, 21, 22, 23, 24],
      y: [23, 26, 31, 38, 22, 22, 22, 22, 22],
      z: Array(9).fill(24),
    },
  ));

test("what converters write for an equation that begins with a value of its own", () =>
  expectColumns(
    specs(2) +
      model(
        `<aux name="x"><eqn>y + 1</eqn><init_eqn>3</init_eqn></aux><stock name="y"><eqn>10 * x</eqn><inflow>f</inflow></stock>${flow("f", "x")}`,
        `<aux name="a">${over("N")}<element subscript="1"><eqn>TIME</eqn><init_eqn>7</init_eqn></element><element subscript="2"><eqn>9</eqn></element></aux>`,
      ),
    { x: [31, 62, 124], y: [30, 61, 123], "a[1]": [0, 1, 2], "a[2]": [9, 9, 9] },
  ));

// XMILE 1.0, 4.3: of a flow of 4 with a multiplier of 3, 4 leave the stock upstream and 12 come to the one downstream.
test("a flow that changes its units on the way", () => {
  const stocks = (dims: string) =>
    `<stock name="logs">${dims}<eqn>10</eqn><outflow>saw</outflow><non_negative/></stock><stock name="boards">${dims}<eqn>0</eqn><inflow>saw</inflow><outflow>sell</outflow></stock>`;
  const saw = (dims: string, times: string) =>
    `<flow name="saw">${dims}<eqn>4</eqn><multiplier>${times}</multiplier></flow>`;
  expectColumns(specs(3) + model(stocks(""), saw("", "per_log"), flow("sell", "boards / 2"), aux("per log", "3")), {
    logs: [10, 6, 2, 0],
    saw: [4, 4, 2, 0],
    boards: [0, 12, 18, 15],
  });
  const array = model(
    stocks(over("N")),
    saw(over("N"), "N + TIME"),
    `<flow name="sell">${over("N")}<eqn>0</eqn></flow>`,
  );
  expectColumns(specs(2) + array, { "boards[1]": [0, 4, 12], "boards[2]": [0, 8, 20], "logs[2]": [10, 6, 2] });
  const one = model(stocks(""), saw("", "1"), flow("sell", "0"));
  expectColumns(specs(1) + one, { boards: [0, 4] });
});

test("functions by the library that they are of", () =>
  expectColumns(specs(0) + model(aux("x", "std.MAX(1, 2) + isee.PERCENT(0.1)")), { x: [12] }));

test("an index that no element has gives no number where the options say so", () =>
  expectColumns(
    `<header><options><uses_arrays maximum_dimensions="1" invalid_index_value="NaN"/></options></header>
    <sim_specs><start>0</start><stop>2</stop><dt>1</dt></sim_specs><dimensions><dim name="Q" size="1"/></dimensions>` +
      model(aux("line", "10 * Q", over("Q")), aux("x", "line[TIME]")),
    { x: [Number.NaN, 10, Number.NaN] },
  ));

for (const [equation, want] of [
  ["1 + {a comment\n over lines} 2\n\t* 3", 7],
  ["-2^2", -4],
  ["2^3^2", 512],
  ["7 MOD 3 * 2", 2],
  ["IF 1 &gt; 2 OR NOT (3 = 4) AND 1 &lt;&gt; 2 THEN 5 ELSE 6", 5],
  ["not 0 and 1", 1],
  ["2 * if 1 then 3 else 4 + 1", 6],
  ["if(1 &gt; 0) then(2) else(3)", 2],
  ["max(1, 2) + MIN(3, 4) + Abs(-5)", 10],
  ["größe_der_Stadt + &quot;größe\\nder stadt&quot; + GRÖSSE", 7],
  ["日本_人口 * 2", 8],
  ["&quot;a-b (c)&quot; + &quot;q.r&quot;", 12],
] as const)
  test(`the equation ${equation}`, () => {
    const names = [
      ["größe\\nder Stadt", "3"],
      ["grösse", "1"],
      ["日本 人口", "4"],
      ["a-b (c)", "7"],
      ["q.r", "5"],
    ];
    const text = specs(0) + model(...names.map(([name, value]) => aux(name!, value!)), aux("x", equation));
    expect(runXmile(text).get("x")![0]).toBe(want);
  });

const run = (attributes: string, inside = "") =>
  `<sim_specs ${attributes}><start>1</start><stop>2</stop><dt reciprocal="true">4</dt>${inside}</sim_specs>`;

for (const [what, text] of [
  ["Stella's attribute", run('isee:save_interval="0.5"') + model(aux("x", "TIME"))],
  ["an element", run("", "<savestep>0.5</savestep>") + model(aux("x", "TIME"))],
  ["the model's own specs", `<model>${run('save_interval="0.5"')}<variables>${aux("x", "TIME")}</variables></model>`],
] as const)
  test(`what is saved, by ${what}`, () => expectColumns(text, { x: [1, 1.5, 2] }));

test("a module may say of the run what the whole says, but nothing else", () => {
  const inside = (own: string) =>
    `<xmile>${run("")}${model('<module name="m"/>')}<model name="m">${own}<variables>${aux("x", "TIME")}</variables></model></xmile>`;
  const codes = (own: string) => readModel(source("m.xmile", inside(own))).diagnostics.map(({ code }) => code);
  expect(codes(run('method="Euler"'))).toEqual([]);
  expect(codes("<sim_specs><dt>0.25</dt></sim_specs>")).toEqual([]);
  expect(codes("<sim_specs><dt>0.5</dt></sim_specs>")).toEqual(["unsupported-in-xmile"]);
  expect(codes(run('method="RK4"'))).toEqual(["unsupported-in-xmile"]);
});

test("a file as STELLA 10 wrote it", () =>
  expectColumns(
    `<?xml version="1.0" encoding="utf-8" ?>
<xmile version="1.0" level="2" xmlns="http://www.systemdynamics.org/XMILE" xmlns:isee="http://iseesystems.com/XMILE">
<header><smile version="1.0" namespace="std, isee"/><name>t</name><vendor>isee systems, inc.</vendor><product version="10.0.3" lang="en">STELLA</product></header>
<sim_specs method="Euler" time_units="Months" isee:sim_duration="1.5" isee:run_prefix="Run"><start>1</start><stop>3</stop><dt>1</dt></sim_specs>
<prefs xmlns="isee" layer="model" grid_width="20"/><model_units/>
<model>
<stock name="Pop"><doc/><eqn>100</eqn><inflow>births</inflow><outflow>deaths</outflow><non_negative/></stock>
<flow name="births"><eqn>Pop*rate</eqn><non_negative/></flow>
<flow name="deaths"><eqn>Pop*effect</eqn></flow>
<aux name="rate"><eqn>if TIME > 1 then 0.1 else 0.2</eqn></aux>
<aux name="effect"><eqn>Pop/100</eqn><gf><xscale min="0" max="2"/><yscale min="0" max="1"/><ypts>0,0.1,0.3</ypts></gf></aux>
<isee:dependencies/><display><view/></display><views/>
</model></xmile>`,
    { Pop: [100, 110, 110 + 11 - 110 * (0.1 + 0.2 * (1.1 - 1))] },
  ));
