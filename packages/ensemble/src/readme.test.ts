import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { runEnsemble } from "./index.ts";

const text = `{UTF-8}
Teacup Temperature = INTEG(-Heat Loss to Room, 180) ~ Degrees Fahrenheit ~ |
Heat Loss to Room = (Teacup Temperature - Room Temperature) / Characteristic Time ~ Degrees Fahrenheit/Minute ~ |
Room Temperature = 70 ~ Degrees Fahrenheit ~ |
Characteristic Time = 10 ~ Minutes ~ |
INITIAL TIME = 0 ~ Minute ~ |
FINAL TIME = 30 ~ Minute ~ |
TIME STEP = 0.125 ~ Minute ~ |
SAVEPER = TIME STEP ~ Minute ~ |
`;

test("the README's first call runs, and gives what the model's solution says", async () => {
  // first call
  const { model } = readModel(source("teacup.mdl", text));
  const { program } = compile(model!, { inputs: ["Room Temperature"], outputs: ["Teacup Temperature"] });
  const table = await runEnsemble({
    program: program!,
    seed: 1,
    design: { kind: "sobol", size: 1024 },
    uncertainties: [{ input: 0, distribution: { kind: "pert", low: 60, mode: 70, high: 80 } }],
    policies: [{ name: "as it is", set: [] }],
    figures: [{ output: 0, reduce: "at", from: 10, to: 10 }],
  });
  const temperatures = table.figures[0]![0]!; // policy 0, figure 0: 1024 numbers, future i at i
  // end

  // Euler's steps shrink the difference to the room by 1 - 0.125 / 10 each, 80 times.
  const left = Array.from({ length: 80 }).reduce<number>((share) => share * (1 - 0.125 / 10), 1);
  table.inputs[0]!.forEach((room, i) => {
    expect(temperatures[i]).toBeCloseTo(room + (180 - room) * left, 9);
  });
});

test("the README shows that call", () => {
  const [, shown] = /```ts\n([\s\S]*?)```/.exec(read("../README.md"))!;
  const [, tested] = / {2}\/\/ first call\n([\s\S]*?) {2}\/\/ end\n/.exec(read("readme.test.ts"))!;
  expect(tested!.replace(/^ {2}/gm, "")).toBe(shown);
});

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, name), "utf8");
}
