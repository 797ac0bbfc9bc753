import { chooseBox, inputTable, primTrajectory, quantilesOf } from "@sequitur/analysis";
import { expect, test } from "vitest";
import type { Operand } from "../claim/test.ts";
import { readStudy } from "../read/read-study.ts";
import type { Policy } from "../read/study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { examineUnder } from "./examined-futures.ts";
import { runStudy } from "./run-study.ts";

// What a reader looks into is what the findings rest on, to the bit.

const study = readStudy(tinyStudy).value!;
const options = { futures: 1024, threads: 0 };
const findings = await runStudy(study, options);
const [asIs, boost] = study.policies as readonly [Policy, Policy];
const level = study.measures[0]!;

const operandOf = (policy: string): Operand => ({
  policy,
  measure: level.id,
  figure: level.figure,
  unit: level.figureUnit,
});

test("shares and boxes are those of the findings, when only the claim's policies are run", async () => {
  const examined = await examineUnder(study, [asIs], options);
  const claim = findings.claims.find(({ id }) => id === "above-hundred")!;
  const testing = study.claims.find(({ id }) => id === claim.id)!.testing;
  if (testing.kind !== "test") throw new Error("The claim is tested.");
  const { holds } = await examined.judge(testing.test);
  expect(holds.reduce((sum, one) => sum + one, 0) / examined.rows.length).toBe(claim.share);
  const futures = { table: inputTable(examined.inputs), interest: holds.map((one) => 1 - one) };
  const { coverage, density, mass } = chooseBox(futures, primTrajectory(futures))!;
  expect({ coverage, density, mass }).toEqual({
    coverage: claim.box!.coverage,
    density: claim.box!.density,
    mass: claim.box!.mass,
  });
});

test("a reader's policy with the levers of one of the study's own has its very numbers, and the baseline beside it", async () => {
  const own = { ...boost, id: "own" };
  const examined = await examineUnder(study, [own], options);
  const [values, baseline] = await Promise.all([own.id, asIs.id].map((id) => examined.figure(operandOf(id))));
  const change = values!.map((value, row) => value - baseline![row]!).toSorted();
  const wanted = findings.policies.find(({ id }) => id === boost.id)!.measures[0]!.change!;
  expect(quantilesOf(change, [0.05, 0.5, 0.95])).toEqual([wanted.p5, wanted.p50, wanted.p95]);
});

test("fewer futures are the first of them, with the inputs that the study draws", async () => {
  const few = await examineUnder(study, [asIs], { ...options, futures: 64 });
  const all = await examineUnder(study, [asIs], options);
  expect(few.futures).toBe(64);
  few.inputs.forEach((column, at) => {
    expect([...column]).toEqual([...all.inputs[at]!.subarray(0, few.rows.length)]);
  });
});
