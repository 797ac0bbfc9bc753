import { runEnsemble } from "@sequitur/ensemble";
import { expect, test } from "vitest";
import { planStudy } from "../plan/plan-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { readStudy } from "./read-study.ts";

const model = tinyStudy
  .get("model/level.mdl")!
  .replace("Inflow + Extra", "Inflow + Extra + bonus(Time)")
  .replace(
    "Echo =",
    "bonus((0,3),(10,3)) ~ item/Month ~ What a season brings. |\nlate((0,0),(10,8)) ~ item/Month ~ |\nEcho =",
  );

const noise = "noise: { variable: Noise, label: Noise, unit: dmnl, spread: { uniform: [1, 2] }, assumed: true }";

function filesWith(...uncertainties: readonly string[]): ReadonlyMap<string, string> {
  const study = tinyStudy.get("study.yaml")!;
  expect(study).toContain(noise);
  const lines = uncertainties.map((one, i) => `table-${i}: { ${one}, label: Table, assumed: true }`);
  return new Map(tinyStudy).set("study.yaml", study.replace(noise, lines.join("\n  "))).set("model/level.mdl", model);
}

test("a table's factor, its points and another table are uncertainties like any other", async () => {
  const { value, diagnostics } = readStudy(
    filesWith(
      "variable: bonus, table: factor, unit: dmnl, spread: { uniform: [0, 2] }",
      "variable: bonus, table: { at: 10 }, unit: item/Month, spread: { uniform: [1, 5] }",
      "variable: bonus, table: { towards: late }, unit: dmnl, spread: { uniform: [0, 1] }",
    ),
  );
  expect(diagnostics).toEqual([]);
  expect(value!.uncertainties.slice(2).map(({ variable, value: own }) => [variable, own])).toEqual([
    ["bonus (factor)", 1],
    ["bonus at 10", 3],
    ["bonus towards late", 0],
  ]);
  const { inputs, figures } = await runEnsemble(planStudy(value!, { futures: 300 }).main.job, { threads: 2 });
  const [start, inflow, factor, last, towards] = inputs.map((column) => [...column]);
  for (let i = 0; i < 300; i++) {
    // By steps of a half, times run from 0 to 9.5: their sum is 95, and there are 20.
    const ends = [3 * (1 - towards![i]!), 3 * (1 - towards![i]!) + last![i]! - 3 + 8 * towards![i]!];
    const gained = factor![i]! * 0.5 * (20 * ends[0]! + (95 / 10) * (ends[1]! - ends[0]!));
    expect(figures[0]![0]![i]).toBeCloseTo(start![i]! + 10 * inflow![i]! + gained, 9);
  }
});

for (const [what, uncertainty, code, at] of [
  [
    "a constant is no table",
    "variable: Noise, table: factor, unit: dmnl, spread: { uniform: [0, 2] }",
    "table-unusable",
    "Noise",
  ],
  [
    "a point that is not there",
    "variable: bonus, table: { at: 5 }, unit: item/Month, spread: { uniform: [0, 2] }",
    "table-unusable",
    "bonus",
  ],
  [
    "a value in another unit",
    "variable: bonus, table: { at: 10 }, unit: item, spread: { uniform: [0, 2] }",
    "wrong-unit",
    "item",
  ],
  [
    "a table as if it were a constant",
    "variable: bonus, unit: item/Month, spread: { uniform: [0, 2] }",
    "not-a-constant",
    "bonus",
  ],
] as const)
  test(`${what}: said at its place`, () => {
    const { value, diagnostics } = readStudy(filesWith(uncertainty));
    expect(value).toBeUndefined();
    const [{ code: found, span }] = diagnostics as [(typeof diagnostics)[number]];
    expect([found, span.source.text.slice(span.start, span.end)]).toEqual([code, at]);
  });

test("one table's factor is set once", () => {
  const factor = "variable: bonus, table: factor, unit: dmnl, spread: { uniform: [0, 2] }";
  expect(readStudy(filesWith(factor, factor)).diagnostics.map(({ code }) => code)).toEqual(["set-twice"]);
});
