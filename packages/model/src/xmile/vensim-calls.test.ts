import { expect, test } from "vitest";
import { readModel } from "../read-model.ts";
import { source } from "../source/source.ts";
import { readXmile } from "./read-xmile.ts";

const written = (product: string, variables: string) =>
  source(
    "m.xmile",
    `<xmile><header><product version="1.0" lang="en">${product}</product></header>
    <sim_specs><start> 0</start><stop> 4</stop><dt>TIME_STEP=2</dt></sim_specs>
    <model><variables>${variables}</variables></model></xmile>`,
  );

const variables = `<aux name="a"><eqn>SMOOTHI(if_then_else(Time&gt;0,2,1),TIME_STEP,0) + DELAY1(1,2)</eqn></aux>`;

test("a file that Vensim wrote calls Vensim's functions by their own names, and has its names of the clocks", () => {
  const { model, diagnostics } = readModel(written("Vensim", variables));
  const { value: tree } = readXmile(written("Vensim", variables));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(tree.variables[0]!.definition).toMatchObject({
    expression: {
      left: { name: "vensim.SMOOTHI", args: [{}, { kind: "reference", name: "DT" }, {}] },
      right: { name: "DELAY1" },
    },
  });
  expect(model).toBeDefined();
});

test("what the file itself defines goes before Vensim's own", () => {
  const own = '<aux name="time_step"><eqn>3</eqn></aux>';
  const { value: tree } = readXmile(written("Vensim", own + variables));
  expect(tree.variables[1]!.definition).toMatchObject({
    expression: { left: { args: [{}, { name: "TIME_STEP" }, {}] } },
  });
});

test("no other file does", () => {
  const { diagnostics } = readModel(written("Stella", variables));
  expect(diagnostics.map(({ code }) => code)).toContain("unknown-function");
});

test("what Vensim delays is a stock with an equation, name and all", () => {
  const late =
    '<stock name="late"><eqn>\n late= DELAY_FIXED (\n a, 2, 0) </eqn></stock><aux name="a"><eqn>TIME</eqn></aux>';
  const { value, diagnostics } = readXmile(written("Vensim", late));
  expect(diagnostics).toEqual([]);
  expect(value.variables[0]!.definition).toMatchObject({
    kind: "equation",
    expression: { name: "vensim.DELAY_FIXED" },
  });
  expect(readModel(written("Vensim", late)).model).toBeDefined();
});
