import { expect, test } from "vitest";
import { sampleJob } from "../execute/sample-job.ts";
import { columnNames } from "./column-names.ts";

test("no two columns share a name, whatever the model calls its constants and however often a figure is asked for", () => {
  const job = sampleJob(1);
  const layout = { ...job.program.layout, inputs: ["policy", "scenario", "policy (2)", "a", "b", "c"] };
  const names = columnNames({ ...job, program: { ...job.program, layout }, figures: [...job.figures, ...job.figures] });
  const all = [names.scenario, names.policy, ...names.uncertainties, ...names.levers, ...names.figures];
  expect(new Set(all).size).toBe(all.length);
  expect(names.uncertainties.slice(0, 2)).toEqual(["policy (2)", "scenario (2)"]);
});
