import { compile } from "@sequitur/engine";
import { type Job, jobDigest } from "@sequitur/ensemble";
import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { jobText, readJobText } from "./job-text.ts";

const text = `{UTF-8}
Level = INTEG(Inflow, 1) ~ item ~ |
Inflow = 5 ~ item/Month ~ |
INITIAL TIME = 0 ~ Month ~ |
FINAL TIME = 10 ~ Month ~ |
TIME STEP = 0.5 ~ Month ~ |
SAVEPER = TIME STEP ~ Month ~ |
`;

function sampleJob(): Job {
  const { model } = readModel(source("level.mdl", text));
  const { program } = compile(model!, { inputs: ["Inflow"], outputs: ["Level"] });
  return {
    program: program!,
    seed: 2 ** 53 - 1,
    design: { kind: "sobol", size: 64 },
    uncertainties: [{ input: 0, distribution: { kind: "uniform", low: 0.1, high: 1 / 3, within: { high: 0.3 } } }],
    policies: [{ name: "as it is", set: [] }],
    figures: [{ output: 0, reduce: "at", from: 10, to: 10 }],
  };
}

test("a job comes back the same, to the last byte of its model", () => {
  const job = sampleJob();
  const back = readJobText(jobText(job), jobDigest(job));
  expect(back).toEqual(job);
});

test("its rivals travel with it", () => {
  const { program, ...rest } = sampleJob();
  const chooser = { input: 0, distribution: { kind: "categorical", values: [0, 1] } } as const;
  const job: Job = { ...rest, program, uncertainties: [chooser], rivals: { uncertainty: 0, programs: [program] } };
  const text = jobText(job);
  expect(readJobText(text, jobDigest(job))).toEqual(job);
  expect(readJobText(text.replace('"uncertainty":0', '"uncertainty":1'), jobDigest(job))).toBeUndefined();
});

for (const [what, alter] of [
  ["another seed", (text: string) => text.replace("9007199254740991", "1")],
  ["another byte of the model", (text: string) => text.replace('"AGFzbQ', '"AGFzbg')],
  ["cut short", (text: string) => text.slice(0, -3)],
  ["without its model", (text: string) => text.replace('"program"', '"programme"')],
  ["no object", () => "7"],
  ["nothing", () => ""],
] as const)
  test(`${what}: it is not the job, and is refused`, () => {
    const job = sampleJob();
    const altered = alter(jobText(job));
    expect(altered).not.toBe(jobText(job));
    expect(readJobText(altered, jobDigest(job))).toBeUndefined();
  });
