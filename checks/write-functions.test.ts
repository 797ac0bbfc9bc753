import { interpret } from "@sequitur/engine";
import { type Model, readModel, readSyntax, source, writeModel } from "@sequitur/model";
import { expect, test } from "vitest";
import { keptInXmile, refusedFunctions, rewrittenFunctions, rewrittenInXmile } from "./conversion.ts";

const escaped = (text: string) => text.replaceAll("<", "&lt;");

/** A model that has one equation, and arrays, tables and a constant for it to use. */
const modelWith = (equation: string, method: string) =>
  `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"><header><vendor>v</vendor><product version="1">p</product></header>
<sim_specs time_units="Month" method="${method}"><start>0</start><stop>9</stop><dt>0.25</dt></sim_specs>
<dimensions><dim name="d"><elem name="e1"/><elem name="e2"/><elem name="e3"/></dim><dim name="g" size="4"/></dimensions>
<model><variables>
<aux name="x"><eqn>TIME * 1.3 - 2</eqn></aux><aux name="o"><eqn>3</eqn></aux>
<aux name="row"><dimensions><dim name="d"/></dimensions><element subscript="e1"><eqn>1.5 + TIME</eqn></element><element subscript="e2"><eqn>-2</eqn></element><element subscript="e3"><eqn>7 * TIME</eqn></element></aux>
<aux name="box"><dimensions><dim name="d"/><dim name="g"/></dimensions><eqn>row[d] * g + TIME</eqn></aux>
<aux name="table"><gf><xpts>0,2,5</xpts><ypts>1,4,5</ypts></gf></aux>
<aux name="y"><eqn>${escaped(equation)}</eqn></aux>
<aux name="each"><dimensions><dim name="d"/></dimensions><eqn>row[d] + ${escaped(equation)}</eqn></aux>
</variables></model></xmile>`;

for (const method of ["euler", "rk4"])
  for (const equation of rewrittenFunctions)
    test(`${equation} gives the same from Vensim's words, by ${method}`, () => {
      const text = source("a.xmile", modelWith(equation, method));
      const { model } = readModel(text);
      const { value, diagnostics } = writeModel(readSyntax(text).value, model!, "vensim");
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      const again = readModel(source("a.mdl", value!)).model!;
      for (const name of ["y", "each[e1]", "each[e3]"]) expect(columnOf(again, name)).toEqual(columnOf(model!, name));
    });

const vensimWith = (equation: string, method: number) => `{UTF-8}
d: e1, e2, e3 ~~|
x = Time * 1.3 - 2 ~~|
y = ${equation} ~~|
each[d] = x + d + ${equation} ~~|
INITIAL TIME = 0 ~~| FINAL TIME = 9 ~~| TIME STEP = 0.25 ~~| SAVEPER = TIME STEP ~~|
///---\\\\\\
:L<%^E!@
15:0,0,0,${method},0,0
`;

for (const [equations, isKept] of [
  [rewrittenInXmile, false],
  [keptInXmile, true],
] as const)
  for (const method of [0, 5])
    for (const equation of equations)
      test(`${equation} gives the same from ${isKept ? "its own name in" : "the words of"} XMILE, by method ${method}`, () => {
        const text = source("a.mdl", vensimWith(equation, method));
        const { model } = readModel(text);
        const { value, diagnostics } = writeModel(readSyntax(text).value, model!, "xmile");
        expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        // Inside an equation there is no place for what it begins with.
        const own = value!.replace(/<aux name="each">.*?<\/aux>/su, "");
        expect(own.includes("vensim.")).toBe(isKept);
        const again = readModel(source("a.xmile", value!)).model!;
        for (const name of ["y", "each[e1]", "each[e3]"]) expect(columnOf(again, name)).toEqual(columnOf(model!, name));
      });

function columnOf(model: Model, name: string): readonly number[] {
  const { outputs, columns } = interpret(model).value!;
  const at = outputs.indexOf(name);
  expect(at).toBeGreaterThanOrEqual(0);
  // -0 is 0 in what a run shows.
  return Array.from(columns[at]!, (value) => value + 0);
}

for (const [why, equations] of Object.entries(refusedFunctions))
  for (const equation of equations)
    test(`${equation} cannot be written for Vensim: ${why}`, () => {
      const text = source("a.xmile", modelWith(equation, "euler"));
      const { model, diagnostics } = readModel(text);
      const tree = readSyntax(text).value;
      // Where it cannot be read either, that is said before anything is written.
      if (model === undefined) return expect(diagnostics.map(({ code }) => code)).toContain("constant-needed");
      const written = writeModel(tree, model, "vensim");
      expect(written.value).toBeUndefined();
      expect(written.diagnostics.filter(({ code }) => code === "not-in-language").length).toBeGreaterThan(0);
    });
