import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDensity } from "@sequitur/ensemble";
import { source } from "@sequitur/model";
import { outlineOf, readPrior, readStudy } from "@sequitur/study";
import { expect, test } from "vitest";
import { priorFile, priorOf, type ReaderPrior, untouched, weighableOf } from "./reader-prior.ts";

const folder = join(import.meta.dirname, "../../../../checks/study");
const names = ["study.yaml", "claims.yaml", "sources.yaml", "model/level.mdl"];
const text = (name: string) => readFileSync(join(folder, name), "utf8");
const spread = "spread: { uniform: [0, 10] }";

function studyWith(inflow: string) {
  const files = new Map(
    names.map((name) => [name, name === "study.yaml" ? text(name).replace(spread, inflow) : text(name)]),
  );
  return readStudy(files).value!;
}

function weighables(inflow: string) {
  const study = studyWith(inflow);
  const column = Float64Array.of(2, 5, 8);
  return { study, all: weighableOf(outlineOf(study), ["inflow"], new Map([["inflow", column]])) };
}

for (const [what, inflow, numbers] of [
  ["a range", spread, [2, 4]],
  ["a range with a likeliest value", spread, [2, 3, 4]],
  ["weights of a choice", "spread: { choice: [0, 5, 10] }", [1, 0, 3]],
  ["one value of a choice", "spread: { choice: [0, 5, 10] }", [0, 0, 3]],
] as const)
  test(`${what}: the file says to the terminal what the page weighs by`, () => {
    const { study, all } = weighables(inflow);
    const prior = priorOf(all, new Map([["inflow", numbers]]));
    const read = readPrior(source("prior.yaml", priorFile(prior)), study);
    expect(read.diagnostics).toEqual([]);
    const [told, own] = [openDensity(read.value!.get("inflow")!)!, openDensity(prior.get("inflow")!)!];
    for (const value of [0, 2.5, 3, 3.9, 5, 10]) expect(told.at(value)).toBe(own.at(value));
  });

test("numbers of a link that are no spread are passed over", () => {
  const { all } = weighables(spread);
  for (const numbers of [[4, 2], [1], [1, 5, 3], [1, 2, 3, 4], []] as const)
    expect(priorOf(all, new Map([["inflow", numbers]]) as ReaderPrior).size).toBe(0);
  expect(priorOf(all, new Map([["start", [1, 2]]])).size).toBe(0);
});

test("who has not begun stands on the whole range; values that were only seen cannot be weighed", () => {
  const { all } = weighables(spread);
  expect(untouched(all[0]!)).toEqual([0, 5, 10]);
  expect(weighables("spread: { empirical: [1, 2, 3] }").all).toEqual([]);
});
