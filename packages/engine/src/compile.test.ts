import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { compile } from "./compile.ts";

/** A stock of a hundred elements, saved so often. */
function modelSaving(saveStep: string) {
  const text = `{UTF-8}
E: (e1-e100) ~~|
s[E] = INTEG(-0.1 * s[E], 1) ~~|
INITIAL TIME = 0 ~~| FINAL TIME = 20000 ~~| TIME STEP = 0.01 ~~| SAVEPER = ${saveStep} ~~|`;
  return readModel(source("long.mdl", text)).model!;
}

test("a run whose results nothing could hold is refused, with what to change", () => {
  const { program, diagnostics } = compile(modelSaving("TIME STEP"), { inputs: [], outputs: ["s"] });
  expect(program).toBeUndefined();
  expect(diagnostics.map(({ code, facts }) => ({ code, facts }))).toEqual([
    {
      code: "run-too-large",
      facts: { name: "SAVEPER", saves: 2_000_001, outputs: 100, gigabytes: 1.6 },
    },
  ]);
});

test("the same run saved a tenth as often is not", () => {
  const { program, diagnostics } = compile(modelSaving("0.1"), { inputs: [], outputs: ["s"] });
  expect(diagnostics).toEqual([]);
  expect(program!.layout.times.length).toBe(200_001);
});
