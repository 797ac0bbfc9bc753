import fc from "fast-check";
import { type Chance, sketchOf, viewOf } from "./drawing.ts";

// Models put together from pieces of structure, with numbers made up and a drawing of some of what is in them.

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
  "documents, a range of a slider and a group": (own, n) =>
    `********************************************************
 .${own} group
********************************************************~
 What the group is about.
|
${own} = ${n(0)} ~ Person [0,${n(1)}00,0.5] ~ Said of it: "quoted", <tagged> & more,\\
 over lines. ~ :SUPPLEMENTARY |
${own} doubled = ${own} * 2 ~ Persons ~ |
`,
  "vectors and a matrix": (own, n) =>
    `${own}[d] = ${n(0)} - d * Time ~~|
${own} order[d] = VECTOR SORT ORDER(${own}[d], 1) ~~|
${own} moved[d] = VECTOR ELM MAP(${own}[e1], ${own} order[d]) + VECTOR SELECT(${own} order[d!], ${own}[d!], 0, 0, 0) ~~|
${own} pick = ELMCOUNT(d) + IF THEN ELSE(Time > ${n(1)}, 1, 0) ~~|
`,
  "draws and test inputs": (own, n) =>
    `${own} = RANDOM NORMAL(-100, 100, ${n(0)}, 2, ${n(1)}) + RANDOM UNIFORM(1, ${n(2)} + 1, 0) + RANDOM POISSON(0, 99, 3, 0, 1, 0) ~~|
${own} input = PULSE(1, ${n(3)} / 10) + PULSE TRAIN(0, 0.5, 1, 3) + STEP(${n(0)}, 2) + RAMP(1, 1, 3) + QUANTUM(Time, 0.7) ~~|
`,
  "a stock moved at once, and slow values": (own, n) =>
    `${own}[d] = INTEG(SHIFT IF TRUE(${own}[e1], Time > 2, ELMCOUNT(d), 1, ${n(0)}), ${n(1)} + d) ~~|
${own} trend = TREND(Time + ${n(2)}, 2, 0) + FORECAST(Time, 2, 3) + NPV(Time, 0.1, 0, 1) ~~|
`,
  "start values": (own, n) =>
    `${own} = INITIAL(Time + ${n(0)}) ~~|
${own} active = ACTIVE INITIAL(${own} * Time, ${n(1)}) ~~|
${own} kept = SAMPLE IF TRUE(Time > ${n(2)}, Time, ${n(3)}) ~~|
`,
};

const vensimFrame = (pieces: string, method: number, sketch: string) => `{UTF-8}
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
${sketch}///---\\\\\\
:L<%^E!@
22:Person,People,Persons
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
  "elements by number": (own, n) =>
    `<aux name="${own}">${over("d", "g")}${eqn(`10 * d + g * TIME + ${n(0)}`)}</aux>
${aux(`${own}_flat`, `${own}(TIME + ${n(1)} / 10) + ${own}[RANK(${own}[*, 1], 2), 2] + row_of[TIME]`.replace("row_of", `${own}_row`))}<aux name="${own}_row">${over("d")}${eqn(`d * ${n(2)}`)}</aux>
`,
  "an equation that begins with a value of its own": (own, n) =>
    `<aux name="${own}">${eqn(`${own}_kept + TIME`)}<init_eqn>${n(0)}</init_eqn></aux><stock name="${own}_kept">${eqn(`${n(1)} + ${own}`)}</stock>
`,
  "what is said of a variable, and its group": (own, n) =>
    `<aux name="${own}"><doc>It is "this" &lt;b&gt; &amp; that\\nover lines</doc><units>Person/Month</units><range min="0" max="${n(0)}"/>${eqn(n(1))}</aux>
<group name="${own} group"><doc>What it is about,\\\\nover lines</doc><entity name="${own}"/></group>
`,
  "stocks in a row": (own, n) =>
    `<stock name="${own}_a">${eqn(n(0))}<outflow>${own}_ab</outflow></stock><stock name="${own}_b">${eqn("0")}<inflow>${own}_ab</inflow><non_negative/></stock>
<flow name="${own}_ab">${eqn(`${own}_a / ${n(1)}`)}<multiplier>${n(2)} + TIME</multiplier></flow>
`,
  draws: (own, n) => aux(own, `NORMAL(${n(0)}, 2) + UNIFORM(1, ${n(1)} + 1) + POISSON(3)`),
};

const xmileFrame = (
  pieces: string,
  method: string,
  view: string,
) => `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0" xmlns:isee="http://iseesystems.com/XMILE"><header><vendor>v</vendor><product version="1">p</product></header>
<sim_specs time_units="Month" method="${method}"><start>0</start><stop>4</stop><dt>0.5</dt></sim_specs>
<dimensions><dim name="d"><elem name="e1"/><elem name="e2"/><elem name="e3"/></dim><dim name="g" size="2"/></dimensions>
<macro name="TWICE"><parm>x</parm><parm default="x + 1">y</parm><eqn>x * y + x</eqn></macro>
<macro name="STOCKED"><parm>rate</parm><parm>first</parm><eqn>s</eqn><variables><stock name="s"><eqn>first</eqn><inflow>f</inflow></stock><flow name="f"><eqn>rate - s / 2</eqn></flow></variables></macro>
<macro name="BELT"><parm>rate</parm><eqn>c + off</eqn><variables><stock name="c"><eqn>4</eqn><inflow>on</inflow><outflow>off</outflow><conveyor><len>2</len></conveyor></stock><flow name="on"><eqn>rate</eqn></flow><flow name="off"/></variables></macro>
<model><variables>${aux("given", "TIME * 2")}${pieces.includes("Mod.") ? module : ""}
${pieces}</variables>${view}</model>
${pieces.includes("Mod.") ? moduleModel : ""}</xmile>`;

const module = `<module name="Mod"><connect to="Mod.x" from="given"/></module>`;
const moduleModel = `<model name="Mod"><variables><aux name="x" access="input">${eqn("1")}</aux>${aux("y", "x + 1")}<stock name="s">${eqn("y")}<inflow>f</inflow></stock><flow name="f">${eqn("y / 2")}</flow></variables></model>`;

const numbers = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 4 });

function madeOf(pieces: Readonly<Record<string, Piece>>) {
  const one = fc.tuple(fc.constantFrom(...Object.keys(pieces)), numbers);
  return fc
    .array(one, { minLength: 1, maxLength: 4 })
    .map((all) => all.map(([which, made], k) => pieces[which]!(`v${k + 1}`, (at) => String(made[at]))).join(""));
}

/** Where things stand in a drawing, as numbers that are used one after the other. */
const chances: fc.Arbitrary<Chance> = fc.array(fc.nat(800), { minLength: 1, maxLength: 40 });
const drawn = fc.option(chances, { nil: undefined });

export const structuredModels: Readonly<Record<"vensim" | "xmile", fc.Arbitrary<string>>> = {
  vensim: fc.tuple(madeOf(vensimPieces), fc.constantFrom(0, 5), drawn).map(([pieces, method, chance]) => {
    const plain = vensimFrame(pieces, method, "");
    return chance === undefined ? plain : vensimFrame(pieces, method, sketchOf(plain, chance));
  }),
  xmile: fc.tuple(madeOf(xmilePieces), fc.constantFrom("euler", "rk4"), drawn).map(([pieces, method, chance]) => {
    const plain = xmileFrame(pieces, method, "");
    return chance === undefined ? plain : xmileFrame(pieces, method, viewOf(plain, chance));
  }),
};
