import { type Job, jobDigest, runEnsemble } from "@sequitur/ensemble";
import { describe, expect, test } from "vitest";
import { digestOfFiles } from "../finding/digest.ts";
import { runStudy } from "../finding/run-study.ts";
import { givenInputs } from "../plan/given-inputs.ts";
import { planStudy } from "../plan/plan-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { readStudy } from "./read-study.ts";

// What comes in counts twice, nothing echoes, and the step is half as long.
const own = tinyStudy.get("model/level.mdl")!;
const double = own
  .replace("Inflow + Extra", "2 * Inflow + Extra")
  .replace(/Noise = 1[^|]*\|\n/u, "")
  .replace("Level * Noise / Noise", "Level")
  .replace("SAVEPER = TIME STEP", "SAVEPER = 0.5")
  .replace("TIME STEP = 0.5", "TIME STEP = 0.25");

const models = `models:
  id: structure
  label: What comes in
  assumed: true
  rivals:
    double: { file: model/double.mdl, label: Twice, lacks: [noise] }
    once: { file: model/level.mdl, label: Once }
time:`;

function filesWith(change: { readonly study?: readonly [string, string]; readonly model?: readonly [string, string] }) {
  const study = tinyStudy.get("study.yaml")!.replace("time:", models);
  for (const [text, change_] of [[study, change.study] as const, [double, change.model] as const])
    if (change_ !== undefined) expect(text).toContain(change_[0]);
  return new Map(tinyStudy)
    .set("study.yaml", study.replace(...(change.study ?? ["", ""])))
    .set("model/double.mdl", double.replaceAll(...(change.model ?? ["", ""])));
}

const study = () => readStudy(filesWith({})).value!;

test("which model a future runs is one of its uncertainties, the study's own chosen by 0", () => {
  const { value, diagnostics } = readStudy(filesWith({}));
  expect(diagnostics).toEqual([]);
  expect(value!.uncertainties.at(-1)).toMatchObject({
    id: "structure",
    variable: "structure",
    spread: { kind: "categorical", values: [0, 1] },
    rivals: [
      { id: "double", value: 1 },
      { id: "once", value: 0 },
    ],
  });
  expect(value!.rivalModels!.models.map(({ file }) => file)).toEqual(["model/double.mdl"]);
});

test("each future is that of its model, under every policy, whatever else runs beside it", async () => {
  const { job } = planStudy(study(), { futures: 500 }).main;
  const { inputs, figures, failed } = await runEnsemble(job, { threads: 2 });
  const [start, inflow, , structure] = inputs;
  expect(failed).toEqual([]);
  const counts = [0, 0];
  for (let i = 0; i < 500; i++) {
    counts[structure![i]!]!++;
    for (const [policy, extra] of [0, 5].entries())
      expect(figures[policy]![0]![i]).toBeCloseTo(start![i]! + 10 * ((structure![i]! + 1) * inflow![i]! + extra), 9);
  }
  expect(counts).toEqual([250, 250]);
});

test("the bits are those of each model by itself", async () => {
  const { job } = planStudy(study(), { futures: 200 }).main;
  const both = await runEnsemble(job, { threads: 0 });
  for (const [model, program] of [job.program, ...job.rivals!.programs].entries()) {
    const { rivals: _, ...alone } = { ...job, program };
    const table = await runEnsemble(alone satisfies Job, { threads: 0 });
    for (let i = 0; i < 200; i++)
      if (both.inputs[3]![i] === model)
        expect(both.figures.map(([level]) => level![i])).toEqual(table.figures.map(([level]) => level![i]));
  }
});

test("a claim has a verdict within each model", async () => {
  const findings = await runStudy(study(), { futures: 4096, threads: 0 });
  const [finding] = findings.claims.find(({ id }) => id === "above-hundred")!.structures;
  // P(start + 10 inflow > 100) over the unit square, and P(start + 20 inflow > 100): 1/2 and 3/4.
  const shares = finding!.rivals.map(({ rival, share }) => [rival, Math.round(share * 100)]);
  expect(shares).toEqual([
    ["double", 75],
    ["once", 50],
  ]);
});

test("every model is part of what runs and findings are known by", () => {
  const [one, other] = [filesWith({}), filesWith({ model: ["2 * Inflow", "3 * Inflow"] })].map(
    (files) => readStudy(files).value!,
  );
  const digests = [one!, other!].map((each) => jobDigest(planStudy(each).main.job));
  expect(digests[0]).not.toBe(digests[1]);
  expect(digestOfFiles(one!)).not.toBe(digestOfFiles(other!));
});

describe("what is wrong with a rival stands where the study names it", () => {
  for (const [what, change, code, at, facts] of [
    [
      "a measure it does not have",
      { model: ["Level", "Height"] },
      "rival-model",
      "model/double.mdl",
      { problem: expect.stringContaining("Level") },
    ],
    [
      "a constant it does not have",
      { study: [", lacks: [noise]", ""] },
      "rival-model",
      "model/double.mdl",
      { problem: expect.stringContaining("Noise") },
    ],
    ["a constant it has after all", { study: ["lacks: [noise]", "lacks: [start]"] }, "rival-lacks-not", "start", {}],
    ["no such uncertainty", { study: ["lacks: [noise]", "lacks: [noize]"] }, "unknown-id", "noize", {}],
    ["another unit", { model: ["item/Month", "item/Year"] }, "rival-model", "model/double.mdl", {}],
    [
      "a lever at another value",
      { model: ["Extra = 0", "Extra = 1"] },
      "rival-lever",
      "model/double.mdl",
      { value: 1 },
    ],
    ["another end", { model: ["FINAL TIME = 10", "FINAL TIME = 12"] }, "rival-times", "model/double.mdl", {}],
    ["no such file", { study: ["model/double.mdl", "model/treble.mdl"] }, "missing-file", "model/treble.mdl", {}],
    [
      "the study's own model is left out",
      { study: ["file: model/level.mdl", "file: model/double.mdl"] },
      "rivals-without-model",
      "rivals",
      { file: "model/level.mdl" },
    ],
    ["an id that an uncertainty has", { study: ["id: structure", "id: start"] }, "duplicate-key", "start", {}],
  ] as const)
    test(what, () => {
      const { value, diagnostics } = readStudy(filesWith(change));
      expect(value).toBeUndefined();
      expect(diagnostics).toContainEqual(expect.objectContaining({ code, facts: expect.objectContaining(facts) }));
      const { span } = diagnostics.find((one) => one.code === code)!;
      expect(span.source.text.slice(span.start, span.end)).toBe(at);
    });
});

test("two models that differ in what a study does not name need say nothing", () => {
  expect(readStudy(filesWith({ model: ["Echo = Level", "Echo = 2 * Level"] })).diagnostics).toEqual([]);
});

test("a table of futures names a model by its number, and only one that is there", () => {
  const columns = (structure: number) =>
    new Map([
      ["start", [1]],
      ["inflow", [2]],
      ["noise", [1]],
      ["structure", [structure]],
    ]);
  expect(givenInputs(study(), columns(1))).toEqual({ inputs: [[1], [2], [1], [1]] });
  expect(givenInputs(study(), columns(2))).toEqual({ chooser: "structure", stray: 2 });
  expect(givenInputs(study(), columns(0.5))).toEqual({ chooser: "structure", stray: 0.5 });
});
