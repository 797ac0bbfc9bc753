import { compile, interpret } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";

// What the readers let pass as not too deep, every later phase must be able to walk.
for (const [what, equation, want] of [
  ["a long sum", `1${" + Time".repeat(950)}`, 951],
  ["nested parentheses", `${"(1 + ".repeat(95)}1${")".repeat(95)}`, 96],
  ["powers of powers", `${"1 ^ ".repeat(190)}Time`, 1],
  ["calls in calls", `${"MIN(Time, ".repeat(190)}5${")".repeat(190)}`, 1],
  ["a long sum in calls", `${"MAX(0, ".repeat(190)}1${" + Time".repeat(750)}${")".repeat(190)}`, 751],
] as const)
  test(`an equation with ${what}`, () => {
    const times = "INITIAL TIME = 1 ~~| FINAL TIME = 2 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|";
    const { model, diagnostics } = readModel(source("deep.mdl", `x = ${equation} ~~| ${times}`));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { value } = interpret(model!);
    expect(value!.columns[value!.outputs.indexOf("x")]![0]).toBe(want);
    expect(compile(model!, { inputs: [], outputs: ["x"] }).diagnostics).toEqual([]);
  });
