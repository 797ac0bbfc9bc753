import { interpret } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";

// What XMILE says of arrays, modules and macros, held to numbers worked out by hand or to a built-in that does the same.

/** The columns of a run, by name. */
function run(file: string, text: string): ReadonlyMap<string, readonly number[]> {
  const { model, diagnostics } = readModel(source(file, text));
  expect(
    diagnostics.filter(({ severity }) => severity === "error").map(({ code, facts }) => ({ code, facts })),
  ).toEqual([]);
  const { value } = interpret(model!);
  return new Map(value!.outputs.map((name, index) => [name, [...value!.columns[index]!]]));
}

const specs = (stop: number, dt = 1) =>
  `<sim_specs><start>0</start><stop>${stop}</stop><dt>${dt}</dt></sim_specs>
  <dimensions><dim name="N" size="2"/><dim name="M" size="2"/><dim name="P" size="3"/></dimensions>`;
const over = (...names: readonly string[]) =>
  `<dimensions>${names.map((name) => `<dim name="${name}"/>`).join("")}</dimensions>`;

const arrays = run(
  "arrays.xmile",
  `<xmile>${specs(1)}<model><variables>
  <stock name="s">${over("M")}<element subscript="1"><eqn>1</eqn></element><element subscript="2"><eqn>2</eqn></element>
    <inflow>f</inflow></stock>
  <flow name="f">${over("M")}<eqn>s * g[2, M]</eqn></flow>
  <aux name="g">${over("P", "M")}<eqn>P + M * 10</eqn></aux>
  <aux name="rows">${over("N", "N")}<eqn>N + 5</eqn></aux>
  <aux name="turned">${over("N", "N")}<eqn>rows[@2, @1] + SUM(rows[N, *]) + SUM(h)</eqn></aux>
  <aux name="h">${over("N")}<eqn>MEAN(g) + SUM(g[1:2, *]) + MAX(g, 3)</eqn></aux>
  <stock name="square">${over("N", "N")}<eqn>1</eqn><eqn>2</eqn><eqn>3</eqn><eqn>4</eqn><inflow>growth</inflow></stock>
  <flow name="growth">${over("N", "N")}<eqn>square</eqn></flow>
  <aux name="each">${over("N", "N")}<eqn>growth[1, 1]</eqn><eqn>10 * N</eqn><eqn>SUM(square[*, 1])</eqn><eqn>SUM(square[2, *])</eqn></aux>
  </variables></model></xmile>`,
);

for (const [name, want] of [
  ["s[1]", [1, 1 + 12]],
  ["s[2]", [2, 2 + 2 * 22]],
  ["g[3,1]", [13, 13]],
  ["rows[1,2]", [6, 6]],
  ["rows[2,1]", [7, 7]],
  ["h[1]", [17 + 66 + 23, 106]],
  ["turned[1,2]", [7 + 12 + 212, 231]],
  ["turned[2,1]", [6 + 14 + 212, 232]],
  ["square[2,1]", [3, 6]],
  ["each[1,1]", [1, 2]],
  ["each[1,2]", [10, 10]],
  ["each[2,1]", [1 + 3, 8]],
  ["each[2,2]", [3 + 4, 14]],
] as const)
  test(`${name} of an array`, () => expect(arrays.get(name)).toEqual(want));

/** A first-order smooth written out as a macro, in each dialect. */
const smoothXmile = `<macro name="SLOW"><parm>input</parm><parm>time</parm><parm default="input">initial</parm><eqn>level</eqn>
  <variables><stock name="level"><eqn>initial</eqn><inflow>change</inflow></stock>
  <flow name="change"><eqn>(input - level) / time</eqn></flow></variables></macro>`;
const smoothVensim = ":MACRO: SLOW(input, time) SLOW = INTEG((input - SLOW) / time, input) ~~| :END OF MACRO:";
const times = "INITIAL TIME = 0 ~~| FINAL TIME = 5 ~~| TIME STEP = 0.25 ~~| SAVEPER = TIME STEP ~~|";

for (const [dialect, columns] of [
  [
    "XMILE",
    run(
      "m.xmile",
      `<xmile>${specs(5, 0.25)}<model><variables><aux name="x"><eqn>SIN(TIME) * 10</eqn></aux>
      <aux name="twice"><eqn>SLOW(SLOW(x, 2, 3), 4)</eqn></aux><aux name="same"><eqn>SMTH1(SMTH1(x, 2, 3), 4)</eqn></aux>
      <aux name="y">${over("N")}<eqn>x * N</eqn></aux>
      <aux name="total"><eqn>SUM(SLOW(y, 3))</eqn></aux><aux name="total same"><eqn>SMTH1(y[1], 3) + SMTH1(y[2], 3)</eqn></aux>
      </variables></model>${smoothXmile}</xmile>`,
    ),
  ],
  [
    "Vensim",
    run(
      "m.mdl",
      `${smoothVensim} N: A1, A2 ~~| x = SIN(Time) * 10 ~~| twice = SLOW(SLOW(x, 2), 4) ~~| same = SMOOTH(SMOOTH(x, 2), 4) ~~|
      y[N] = x * N ~~| total = SUM(SLOW(y[N!], 3)) ~~| total same = SMOOTH(y[A1], 3) + SMOOTH(y[A2], 3) ~~| ${times}`,
    ),
  ],
] as const) {
  test(`a smooth written as a macro does what the built-in does: ${dialect}`, () => {
    expect(columns.get("twice")).toHaveLength(21);
    expect(columns.get("twice")).toEqual(columns.get("same"));
  });
  test(`a sum over a macro has a stock for each element: ${dialect}`, () => {
    expect(columns.get("total")!.at(-1)).not.toBe(0);
    expect(columns.get("total")).toEqual(columns.get("total same"));
  });
  test(`the inside of a macro is not among the outputs: ${dialect}`, () => {
    expect([...columns.keys()].filter((name) => name.includes("SLOW"))).toEqual([]);
  });
}
