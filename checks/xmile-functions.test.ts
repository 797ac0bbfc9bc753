import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { runXmile } from "./xmile-run.ts";

// Functions of XMILE and of Stella over arrays, tables and time, held to numbers worked out by hand.

const specs = (stop: number, dt = 1, start = 0) =>
  `<sim_specs><start>${start}</start><stop>${stop}</stop><dt>${dt}</dt></sim_specs>
  <dimensions><dim name="N" size="4"/><dim name="P"><elem name="a"/><elem name="b"/></dim></dimensions>`;
const over = (...names: readonly string[]) =>
  `<dimensions>${names.map((name) => `<dim name="${name}"/>`).join("")}</dimensions>`;
const each = (...values: readonly string[]) =>
  values.map((value, i) => `<element subscript="${i + 1}"><eqn>${value}</eqn></element>`).join("");

const model = (inside: string) => `<model><variables>${inside}</variables></model>`;

const arrays = `<aux name="A">${over("N")}${each("6", "2", "8", "5")}</aux>
  <aux name="T">${over("N")}${each("5", "1", "5", "1 + TIME")}</aux>
  <aux name="S">${over("N")}${each("4", "3", "2", "1")}</aux>
  <aux name="B">${over("N", "P")}<eqn>10 * N + P</eqn></aux>`;

for (const [equation, want] of [
  ["SUM(A)", 21],
  ["SUM(A[*])", 21],
  ["SUM(A[N.*])", 21],
  ["SUM(B[N.*, b]) + SUM(B[2, P.*])", 12 + 22 + 32 + 42 + 21 + 22],
  ["SUM(A[2:3])", 10],
  ["SUM(A * A)", 36 + 4 + 64 + 25],
  ["SUM(B[2, *])", 21 + 22],
  ["SUM(B[*, b])", 12 + 22 + 32 + 42],
  ["SUM(B)", 4 * 3 + 2 * 100],
  ["PROD(A)", 480],
  ["MEAN(A)", 21 / 4],
  ["MEAN(A[1], 4, 5)", 5],
  ["MIN(A)", 2],
  ["MAX(A)", 8],
  ["MAX(A, 9)", 9],
  ["MIN(A, S)", 1],
  ["SIZE(A)", 4],
  ["SIZE(B)", 8],
  ["SIZE(B[1, *])", 2],
  ["STDDEV(A)", Math.sqrt((0.75 ** 2 + 3.25 ** 2 + 2.75 ** 2 + 0.25 ** 2) / 4)],
  ["STDDEV(A[*] * 0)", 0],
  ["RANK(A, 2)", 4],
  ["RANK(A, 1)", 2],
  ["RANK(A, 4)", 3],
  ["RANK(T, 1)", 2],
  ["RANK(T, 2)", 4],
  ["RANK(T, 3)", 1],
  ["RANK(T, 3, S)", 3],
  ["RANK(B[3, *], 2)", 2],
  ["A[RANK(A, 1)]", 2],
  ["INTERPOLATE(A, 0)", 6],
  ["INTERPOLATE(A, 1)", 5],
  ["INTERPOLATE(A, 0.5)", 5],
  ["INTERPOLATE(A, 7)", 5],
  ["INTERPOLATE(B, 0.5, 0.5)", 26.5],
  ["FACTORIAL(5) + PERMUTATIONS(5, 3) + COMBINATIONS(5, 3)", 190],
  ["ROOTN(-27, 3) + PERCENT(0.5) + SAFEDIV(1, 0, 2)", 49],
] as const)
  test(`${equation} is ${want}`, () => {
    const found = runXmile(specs(0) + model(`${arrays}<aux name="x"><eqn>${equation}</eqn></aux>`));
    expect(found.get("x")![0]).toBeCloseTo(want, 12);
  });

test("functions over arrays inside an array", () => {
  const found = runXmile(
    specs(0) +
      model(`${arrays}<aux name="x">${over("P")}<eqn>RANK(B[*, P], 2) + STDDEV(B[*, P]) + SIZE(SELF)</eqn></aux>
    <aux name="y">${over("N")}<eqn>RANK(A, N)</eqn></aux>`),
  );
  expect(found.get("x[a]")![0]).toBeCloseTo(2 + Math.sqrt(125) + 2, 12);
  expect(found.get("x[b]")![0]).toBeCloseTo(2 + Math.sqrt(125) + 2, 12);
  expect([1, 2, 3, 4].map((n) => found.get(`y[${n}]`)![0])).toEqual([2, 4, 1, 3]);
});

// The values are those of "test_array_extended" and "test_array_2dimensional" in the tests of BPTK-Py, which are Stella's.
test("STDDEV of a population, as Stella has it", () => {
  const found = runXmile(
    `${specs(1, 0.25)}<dimensions><dim name="Products" size="3"/></dimensions>${model(
      `<stock name="Stock">${over("Products")}<eqn>0</eqn><inflow>f</inflow></stock>
      <flow name="f">${over("Products")}<eqn>Products</eqn></flow><aux name="x"><eqn>STDDEV(Stock)</eqn></aux>`,
    )}`,
  );
  for (const [i, want] of [0, 0.2041241452319315, 0.408248290463863, 0.6123724356957945].entries())
    expect(found.get("x")![i]).toBeCloseTo(want, 14);
});

const table = (type: string) =>
  `<gf name="g" type="${type}"><xscale min="0" max="4"/><ypts>0,10,10.5,30,40</ypts></gf>`;

for (const [type, below, between, at, above] of [
  ["continuous", 0, 5, 10, 40],
  ["extrapolate", -10, 5, 10, 50],
  ["discrete", 0, 0, 10, 40],
] as const)
  test(`a ${type} graph`, () => {
    const reads = ["-1", "0.5", "1", "5"].map((x, i) => `<aux name="x${i}"><eqn>g(${x})</eqn></aux>`).join("");
    const own = `<aux name="own"><eqn>TIME - 1</eqn>${table(type).replace(' name="g"', "")}</aux>`;
    const found = runXmile(specs(6) + model(table(type) + own + reads));
    expect([0, 1, 2, 3].map((i) => found.get(`x${i}`)![0])).toEqual([below, between, at, above]);
    expect(found.get("own")).toEqual([below, 0, 10, 10.5, 30, 40, above]);
  });

test("the inverse of a table, and the area under it", () => {
  const found = runXmile(
    specs(6) +
      model(`${table("continuous")}<aux name="h"><eqn>TIME</eqn><gf><xpts>0,2,4</xpts><ypts>8,4,0</ypts></gf></aux>
    <gf name="d" type="discrete"><xscale min="0" max="2"/><ypts>1,2,3</ypts></gf>
    <aux name="inv"><eqn>LOOKUPINV(g, 5 * TIME)</eqn></aux><aux name="falling"><eqn>LOOKUPINV(h, TIME)</eqn></aux>
    <aux name="area"><eqn>LOOKUPAREA(h, TIME)</eqn></aux><aux name="half"><eqn>LOOKUPAREA(h, 1.5)</eqn></aux>
    <aux name="steps"><eqn>LOOKUPAREA(d, 1.5)</eqn></aux>`),
  );
  expect(found.get("inv")!.slice(0, 3)).toEqual([0, 0.5, 1]);
  expect(found.get("falling")).toEqual([4, 3.5, 3, 2.5, 2, 1.5, 1]);
  expect(found.get("area")).toEqual([0, 7, 12, 15, 16, 16, 16]);
  expect(found.get("half")![0]).toBe(9.75);
  expect(found.get("steps")![0]).toBe(2);
});

// "test_lookuparea" in the tests of BPTK-Py.
test("the area under a table, as Stella has it", () => {
  const found = runXmile(
    specs(13, 0.25, 1) +
      model(`<aux name="gf"><eqn>TIME</eqn><gf><xscale min="1" max="13"/>
      <ypts>50.5,50.5,50.5,50.2,50.2,50.2,83.9,76.7,72.6,72.6,72.2,69.4,57.7</ypts></gf></aux>
      <aux name="area"><eqn>LOOKUPAREA(gf, TIME)</eqn></aux>`),
  );
  const area = found.get("area")!;
  for (const [i, want] of [
    [1, 12.625],
    [9, 113.616],
    [21, 265.353],
    [47, 738.309],
    [48, 753.1],
  ] as const)
    expect(area[i]).toBeCloseTo(want, 3);
});

for (const [equation, want] of [
  ["COUNTER(1, 3)", [1, 1.5, 2, 2.5, 1, 1.5, 2]],
  ["CGROWTH(44)", [0.4, 0.4, 0.4]],
  ["DERIVN(TIME ^ 2, 1)", [0, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5]],
  ["DERIVN(TIME ^ 2, 2)", [0, 0, 2, 2, 2, 2, 2]],
  ["ENDVAL(TIME + 4)", [4, 4, 4, 4, 4, 4, 4]],
  ["ENDVAL(TIME, 9)", [9, 9, 9, 9, 9, 9, 9]],
  ["PREVIOUS(SELF, 1) * 2", [2, 4, 8, 16, 32, 64, 128]],
  ["PREVIOUS(TIME, -1)", [-1, 0, 0.5, 1, 1.5, 2, 2.5]],
  ["INIT(TIME + 3)", [3, 3, 3, 3, 3, 3, 3]],
  ["PULSE(3, 1)", [0, 0, 6, 0, 0, 0, 0]],
  ["PULSE(3, 1, 1)", [0, 0, 6, 0, 6, 0, 6]],
  ["STEP(3, 1)", [0, 0, 3, 3, 3, 3, 3]],
  ["RAMP(2, 1)", [0, 0, 0, 1, 2, 3, 4]],
  ["DELAY(TIME, 1)", [0, 0, 0, 0.5, 1, 1.5, 2]],
  ["DELAY(TIME, 1, 7)", [7, 7, 0, 0.5, 1, 1.5, 2]],
  ["SMTH1(STEP(8, 0), 1, 0)", [0, 4, 6, 7, 7.5, 7.75, 7.875]],
  ["SMTHN(STEP(8, 0), 1, 1, 0)", [0, 4, 6, 7, 7.5, 7.75, 7.875]],
  ["DELAY1(STEP(8, 0), 1, 0)", [0, 4, 6, 7, 7.5, 7.75, 7.875]],
  ["DELAYN(STEP(8, 0), 2, 2, 0)", [0, 0, 2, 4, 5.5, 6.5, 7.125]],
  ["TREND(10 + TIME, 1)", [0, 0.05, 0.07317073170731714]],
  ["FORCST(10 + TIME, 1, 2)", [10, 11.55, 12.60975609756098]],
] as const)
  test(`${equation} over time`, () => {
    const found = runXmile(specs(3, 0.5) + model(`<aux name="x"><eqn>${equation}</eqn></aux>`)).get("x")!;
    for (const [i, value] of want.entries()) expect(found[i]).toBeCloseTo(value, 12);
  });

for (const [equation, code] of [
  ["LOOKUPAREA(graphs[2], 1)", "table-of-many"],
  ["INTERPOLATE(A, 0.5, 0.5)", "argument-count"],
] as const)
  test(`${equation} is refused`, () => {
    const graphs = `<aux name="graphs">${over("N")}<gf><xscale min="0" max="1"/><ypts>0,1</ypts></gf></aux>`;
    const inside = `${arrays}${graphs}<aux name="x"><eqn>${equation}</eqn></aux>`;
    const { diagnostics } = readModel(source("x.xmile", `<xmile>${specs(0)}${model(inside)}</xmile>`));
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
  });

test("a function that is known but not computed is said to be so, with brackets and without", () => {
  const text = `<xmile><sim_specs><start>0</start><stop>1</stop><dt>1</dt></sim_specs><model><variables>
    <aux name="x"><eqn>MONTECARLO(10)</eqn></aux>
    <aux name="y"><eqn>SENSIRUNCOUNT + SENSIRUNCOUNT()</eqn></aux></variables></model></xmile>`;
  expect(readModel(source("m.xmile", text)).diagnostics.map(({ code }) => code)).toEqual([
    "refused-function",
    "refused-function",
    "refused-function",
  ]);
});

// Requests of 3 and 2 with priorities 1 and 2 and a width of 1: one after the other, the higher first.
test("ALLOCATE shares what there is by priority, along a dimension that is named before it", () => {
  const named = (name: string, ...values: readonly string[]) =>
    `<aux name="${name}">${over("P")}${values
      .map((value, i) => `<element subscript="${"ab"[i]}"><eqn>${value}</eqn></element>`)
      .join("")}</aux>`;
  const found = runXmile(
    specs(3) +
      model(
        `${named("want", "3", "2")}${named("rank", "1", "2")}<aux name="x">${over("P")}<eqn>ALLOCATE(2 * TIME, P, want[P.*], rank[P.*], 1)</eqn></aux>`,
      ),
  );
  expect(found.get("x[a]")!.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([0, 0, 2, 3]);
  expect(found.get("x[b]")!.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([0, 2, 2, 2]);
});
