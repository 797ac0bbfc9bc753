import { interpret } from "@sequitur/engine";
import {
  codeFrame,
  type Dialect,
  type Model,
  modelDiagnostics,
  nameKey,
  readModel,
  readSyntax,
  source,
  writeModel,
} from "@sequitur/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { faceOf, plainModel } from "./conformance/same-model.ts";

// Models put together from pieces of structure, with numbers made up: arrays over parts, exceptions and mappings, tables, delays, macros, modules,
// conveyors, limits. Each is written in both languages, and there and back, and is the same model with the same bits.

/** A piece of a model; `n` makes a number up, `own` its names, so that a piece may be there twice. */
type Piece = (own: string, n: (k: number) => string) => string;

const vensimPieces: Readonly<Record<string, Piece>> = {
  "a stock with flows": (own, n) =>
    `${own} = INTEG(${own} in - ${own} out, ${n(0)}) ~ Person ~ A stock. |
${own} in = ${n(1)} ~ Person/Month ~ |
${own} out = ${own} / ${n(2)} ~ Person/Month ~ |
`,
  "parts of a range, and an exception": (own, n) =>
    `${own}[part] = ${n(0)} * Time ~~|
${own}[e3] = ${n(1)} ~~|
${own} but[d] :EXCEPT: [e2] = ${own}[d] + ${n(2)} ~~|
${own} but[e2] = ${n(3)} ~~|
${own} all = SUM(${own}[d!]) + VMAX(${own} but[d!]) ~~|
`,
  "a mapping": (own, n) =>
    `${own}[d] = ${n(0)}, ${n(1)}, ${n(2)} ~~|
${own} there[m] = ${own}[d] * ${n(3)} ~~|
`,
  "two dimensions": (own, n) =>
    `${own}[d, g] = ${n(0)} * d + g ~~|
${own} turned[g, d] = ${own}[d, g] - ${n(1)} ~~|
${own} rows[d] = SUM(${own}[d, g!]) ~~|
${own} table[d, g] = ${n(0)}, ${n(1)}; ${n(2)}, ${n(3)}; 5, 6; ~~|
`,
  "a table of each kind": (own, n) =>
    `${own} table((0, ${n(0)}), (2, ${n(1)}), (3, ${n(2)})) ~~|
${own} = ${own} table(Time) + WITH LOOKUP(Time / 2, ([(0,0)-(10,10)], (0, 1), (1, ${n(3)}))) ~~|
${own} far = LOOKUP EXTRAPOLATE(${own} table, Time) - LOOKUP FORWARD(${own} table, Time) ~~|
`,
  "delays and smooths over an array": (own, n) =>
    `${own}[d] = SMOOTH3I(Time * d, ${n(0)} + 1, ${n(1)}) + DELAY1(d, 2) ~~|
${own} n = DELAY N(Time, ${n(2)} + 1, 1, 3) + SMOOTH N(Time, 2, 0, 2) ~~|
${own} fixed = DELAY FIXED(Time, 1, ${n(3)}) ~~|
`,
  "a macro": (own, n) => `${own} = TWICE(${n(0)} + Time, ${n(1)}) + STOCKED(${n(2)}) ~~|
${own} each[d] = TWICE(d, ${n(3)}) ~~|
`,
  "a macro with more than one value": (own, n) => `${own} = PARTED(${n(0)} + Time : ${own} rest) ~~|
${own} both = ${own} + ${own} rest ~~|
`,
  "start values": (own, n) =>
    `${own} = INITIAL(Time + ${n(0)}) ~~|
${own} active = ACTIVE INITIAL(${own} * Time, ${n(1)}) ~~|
${own} kept = SAMPLE IF TRUE(Time > ${n(2)}, Time, ${n(3)}) ~~|
`,
};

const vensimFrame = (pieces: string, method: number) => `{UTF-8}
:MACRO: TWICE(x, y)
TWICE = x * y + x ~~|
:END OF MACRO:
:MACRO: STOCKED(rate)
STOCKED = INTEG(rate - STOCKED / 2, rate) ~~|
:END OF MACRO:
:MACRO: PARTED(whole : rest)
PARTED = INTEGER(whole) ~~|
rest = whole - PARTED ~~|
:END OF MACRO:
d: (e1-e3) -> m ~~|
part: e1, e2 ~~|
m: m1, m2, m3 ~~|
g: g1, g2 ~~|
******
 .Made
******~
|
${pieces}
INITIAL TIME = 0 ~ Month ~ |
FINAL TIME = 4 ~ Month ~ |
TIME STEP = 0.5 ~ Month ~ |
SAVEPER = TIME STEP ~ Month ~ |
///---\\\\\\
:L<%^E!@
15:0,0,0,${method},0,0
`;

const eqn = (text: string) => `<eqn>${text.replaceAll("<", "&lt;")}</eqn>`;
const aux = (name: string, text: string, inside = "") => `<aux name="${name}">${inside}${eqn(text)}</aux>\n`;
const over = (...names: readonly string[]) =>
  `<dimensions>${names.map((name) => `<dim name="${name}"/>`).join("")}</dimensions>`;

const xmilePieces: Readonly<Record<string, Piece>> = {
  "stocks that may not fall below zero": (own, n) =>
    `<stock name="${own}">${eqn(n(0))}<inflow>${own}_in</inflow><outflow>${own}_a</outflow><outflow>${own}_b</outflow><non_negative/></stock>
<flow name="${own}_in">${eqn(`TIME / ${n(1)}`)}<non_negative/></flow><flow name="${own}_a">${eqn(n(2))}</flow><flow name="${own}_b">${eqn(n(3))}</flow>
`,
  "a conveyor that leaks": (own, n) =>
    `<stock name="${own}">${eqn(n(0))}<inflow>${own}_in</inflow><outflow>${own}_out</outflow><outflow>${own}_lost</outflow><conveyor><len>${n(1)} / 20 + 1</len></conveyor></stock>
<flow name="${own}_in">${eqn(`TIME + ${n(2)}`)}</flow><flow name="${own}_out"/><flow name="${own}_lost"><leak>${n(3)} / 100</leak></flow>
`,
  "conveyors over an array, of a length that changes": (own, n) =>
    `<stock name="${own}">${over("d")}${eqn(n(0))}<inflow>${own}_in</inflow><outflow>${own}_out</outflow><conveyor><len>1 + d / 2 + STEP(1, 2)</len><capacity>${n(1)} + 40</capacity></conveyor></stock>
<flow name="${own}_in">${over("d")}${eqn(`d * ${n(2)}`)}</flow><flow name="${own}_out">${over("d")}</flow>
`,
  "arrays, slices and what is taken together": (own, n) =>
    `<aux name="${own}">${over("d", "g")}${eqn(`d * ${n(0)} + g - TIME`)}</aux>
${aux(`${own}_sum`, `SUM(${own}[*, 1]) + MEAN(${own}[2, *]) + STDDEV(${own}[*, *])`)}${aux(`${own}_at`, `${own}[TIME / ${n(1)}, 2]`)}
<aux name="${own}_by">${over("d")}<element subscript="e1">${eqn(n(2))}</element><element subscript="e2">${eqn("TIME")}</element><element subscript="e3">${eqn(n(3))}</element></aux>
`,
  "graphs of each kind": (own, n) =>
    ["continuous", "extrapolate", "discrete"]
      .map(
        (type) =>
          `<aux name="${own}_${type}">${eqn("TIME - 1")}<gf type="${type}"><xscale min="0" max="3"/><ypts>1,${n(0)},${n(1)},${n(2)}</ypts></gf></aux>\n`,
      )
      .join(""),
  "delays and smooths": (own, n) =>
    aux(own, `SMTH3(TIME, ${n(0)} + 1) + DELAYN(TIME, 2 + TIME / 4, 3, ${n(1)}) + SMTHN(TIME, 2, 2)`) +
    aux(`${own}_before`, `PREVIOUS(TIME, ${n(2)}) + DELAY(TIME, 1, ${n(3)}) + INIT(TIME + 1)`),
  "a macro": (own, n) =>
    aux(own, `TWICE(${n(0)} + TIME) + STOCKED(${n(1)}, ${n(2)})`) + aux(`${own}_each`, "TWICE(d)", over("d")),
  "a macro with a conveyor in it": (own, n) => aux(own, `BELT(${n(0)} + TIME) - BELT(${n(1)})`),
  "a module that is used": (own, n) => aux(own, `Mod.y * ${n(0)} + Mod.s`),
  draws: (own, n) => aux(own, `NORMAL(${n(0)}, 2) + UNIFORM(1, ${n(1)} + 1) + POISSON(3)`),
};

const xmileFrame = (
  pieces: string,
  method: string,
) => `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"><header><vendor>v</vendor><product version="1">p</product></header>
<sim_specs time_units="Month" method="${method}"><start>0</start><stop>4</stop><dt>0.5</dt></sim_specs>
<dimensions><dim name="d"><elem name="e1"/><elem name="e2"/><elem name="e3"/></dim><dim name="g" size="2"/></dimensions>
<macro name="TWICE"><parm>x</parm><parm default="x + 1">y</parm><eqn>x * y + x</eqn></macro>
<macro name="STOCKED"><parm>rate</parm><parm>first</parm><eqn>s</eqn><variables><stock name="s"><eqn>first</eqn><inflow>f</inflow></stock><flow name="f"><eqn>rate - s / 2</eqn></flow></variables></macro>
<macro name="BELT"><parm>rate</parm><eqn>c + off</eqn><variables><stock name="c"><eqn>4</eqn><inflow>on</inflow><outflow>off</outflow><conveyor><len>2</len></conveyor></stock><flow name="on"><eqn>rate</eqn></flow><flow name="off"/></variables></macro>
<model><variables>${aux("given", "TIME * 2")}<module name="Mod"><connect to="Mod.x" from="given"/></module>
${pieces}</variables></model>
<model name="Mod"><variables><aux name="x" access="input">${eqn("1")}</aux>${aux("y", "x + 1")}<stock name="s">${eqn("y")}<inflow>f</inflow></stock><flow name="f">${eqn("y / 2")}</flow></variables></model></xmile>`;

const numbers = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 4 });

function madeOf(pieces: Readonly<Record<string, Piece>>) {
  const one = fc.tuple(fc.constantFrom(...Object.keys(pieces)), numbers);
  return fc
    .array(one, { minLength: 1, maxLength: 4 })
    .map((all) => all.map(([which, made], k) => pieces[which]!(`v${k + 1}`, (at) => String(made[at]))).join(""));
}

const models: Readonly<Record<Dialect, fc.Arbitrary<string>>> = {
  vensim: fc.tuple(madeOf(vensimPieces), fc.constantFrom(0, 5)).map(([pieces, method]) => vensimFrame(pieces, method)),
  xmile: fc
    .tuple(madeOf(xmilePieces), fc.constantFrom("euler", "rk4"))
    .map(([pieces, method]) => xmileFrame(pieces, method)),
};

for (const dialect of ["vensim", "xmile"] as const)
  test(`any structure of ${dialect} comes back from both languages`, () => {
    fc.assert(
      fc.property(models[dialect], (text) => {
        const model = opened(text, dialect);
        for (const target of ["vensim", "xmile"] as const) {
          const there = written(text, dialect, target);
          const again = opened(there, target);
          if (target === dialect) expect(plainModel(again)).toEqual(plainModel(model));
          expectSame(again, model);
          expectSame(opened(written(there, target, dialect), dialect), model);
        }
      }),
      { numRuns: 60 },
    );
  });

const fileOf = (dialect: Dialect) => (dialect === "vensim" ? "made.mdl" : "made.xmile");

function opened(text: string, dialect: Dialect): Model {
  const { model, diagnostics } = readModel(source(fileOf(dialect), text));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
  return model!;
}

function written(text: string, dialect: Dialect, target: Dialect): string {
  const read = source(fileOf(dialect), text);
  const { value, diagnostics } = writeModel(readSyntax(read).value, readModel(read).model!, target);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
  return value!;
}

/** Nothing that has a name is lost, and a run gives the same; -0 is 0 in what it shows. */
function expectSame(again: Model, model: Model): void {
  const face = faceOf(again);
  for (const [name, want] of faceOf(model)) expect([name, face.get(name)]).toEqual([name, want]);
  const [got, want] = [interpret(again).value!, interpret(model).value!];
  const places = new Map(got.outputs.map((name, column) => [nameKey(name), column]));
  const plain = (column: Float64Array | undefined) => column && Array.from(column, (value) => value + 0);
  for (const [column, name] of want.outputs.entries())
    expect([name, plain(got.columns[places.get(nameKey(name)) ?? -1])]).toEqual([name, plain(want.columns[column])]);
}
