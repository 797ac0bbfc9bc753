import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nothingBeside } from "@sequitur/model";
import { expect, test } from "vitest";
import { readWritten } from "./model-reader.ts";

const root = join(import.meta.dirname, "../../../..");
const beside = nothingBeside;

function cooling() {
  const file = "checks/models/cooling.mdl";
  return readWritten({ file, text: readFileSync(join(root, file), "utf8"), beside });
}

const population = `people = INTEG(births - deaths, 100) ~~|
births = people * fertility ~~| deaths = people / life ~~| fertility = 0.02 ~~| life = 50 ~~|
INITIAL TIME = 0 ~~| FINAL TIME = 10 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|`;

test("causes, effects and loops are those of the equations", () => {
  const { picture } = readWritten({ file: "people.mdl", text: population, beside }).opened;
  const at = (name: string) => picture!.variables.findIndex((each) => each.name === name);
  const named = (places: readonly number[]) => places.map((place) => picture!.variables[place]!.name).sort();
  expect(named(picture!.variables[at("people")]!.causes)).toEqual(["births", "deaths"]);
  expect(named(picture!.variables[at("fertility")]!.effects)).toEqual(["births"]);
  expect(picture!.loops.map(named)).toEqual([
    ["births", "people"],
    ["deaths", "people"],
  ]);
  expect(picture!.complete).toBe(true);
});

test("a fan without any spread is the run as written, and is wider the more the constants move", () => {
  const { opened, fan } = cooling();
  const ask = (spread: number) =>
    fan({
      output: opened.series[0]!.name,
      values: opened.controls.map(({ value }) => value),
      spread,
      futures: 64,
      seed: 1,
    });
  const width = ({ quantiles }: ReturnType<typeof ask>) => quantiles[4]!.at(-1)! - quantiles[0]!.at(-1)!;
  expect(width(ask(0))).toBe(0);
  expect(width(ask(0.1))).toBeGreaterThan(0);
  expect(width(ask(0.3))).toBeGreaterThan(width(ask(0.1)));
});

test("halving the step of Euler's method is seen where it matters: a decay by half in one step", () => {
  const decay = `x = INTEG(-x, 1) ~~| INITIAL TIME = 0 ~~| FINAL TIME = 2 ~~| TIME STEP = 0.5 ~~| SAVEPER = 0.5 ~~|`;
  const { trials } = readWritten({ file: "decay.mdl", text: decay, beside }).opened;
  const half = trials.find(({ kind }) => kind === "half-step")!;
  // Farthest apart where x has fallen to 0.5² against 0.75⁴ of 1, over a range of 1 − 0.5⁴.
  expect(half.worst).toBe("x");
  expect(half.amount).toBeCloseTo((0.75 ** 4 - 0.5 ** 2) / (1 - 0.5 ** 4), 12);
  expect(half.passed).toBe(false);
});

for (const [what, text] of [
  ["nothing", ""],
  ["bytes that are no text", "\u0000\u0001\uFFFD".repeat(200)],
  ["an equation broken off", "x = INTEG("],
  ["broken XMILE", '<?xml version="1.0"?><xmile><model><variables><stock name="x">'],
  ["a circle", "a = b ~~| b = a ~~| INITIAL TIME=0~~|FINAL TIME=1~~|TIME STEP=1~~|SAVEPER=1~~|"],
] as const)
  test(`${what} gives diagnostics, each with code, place, cause and mend`, () => {
    const { opened } = readWritten({ file: "bad.mdl", text, beside });
    expect(opened.program).toBeUndefined();
    expect(opened.faults.length).toBeGreaterThan(0);
    for (const { code, place, says, mend } of opened.faults)
      for (const part of [code, place, says, mend]) expect(part).not.toBe("");
  });
