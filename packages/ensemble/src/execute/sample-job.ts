import { compile } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import type { Job } from "../job.ts";

// A fish stock that regrows and is caught, after Schaefer 1954: small, nonlinear, with what the kernels compute in it.
const text = `{UTF-8}
Fish = INTEG(Regrowth - Catch, initial fish) ~ tonne ~ |
Regrowth = growth rate * Fish * (1 - (Fish / capacity) ^ bend) ~ tonne/Year ~ |
Catch = boats * catchability * Fish * (1 - EXP(-Fish / shyness)) ~ tonne/Year ~ |
initial fish = 400 ~ tonne ~ |
growth rate = 0.5 ~ 1/Year ~ |
capacity = 1000 ~ tonne ~ |
bend = 1 ~ dmnl ~ |
boats = 10 ~ boat ~ |
catchability = 0.02 ~ 1/(boat*Year) ~ |
shyness = 50 ~ tonne ~ |
INITIAL TIME = 2000 ~ Year ~ |
FINAL TIME = 2020 ~ Year ~ |
TIME STEP = 0.125 ~ Year ~ |
SAVEPER = 0.5 ~ Year ~ |
`;

/** A real job for tests: five uncertainties of five kinds, three policies, four figures. */
export function sampleJob(size: number): Job {
  const { model } = readModel(source("fishery.mdl", text));
  if (model === undefined) throw new Error("The model of the tests cannot be read.");
  const inputs = ["growth rate", "capacity", "bend", "initial fish", "shyness", "boats"];
  const { program } = compile(model, { inputs, outputs: ["Fish", "Catch"] });
  if (program === undefined) throw new Error("The model of the tests does not compile.");
  return {
    program,
    seed: 20,
    design: { kind: "sobol", size },
    uncertainties: [
      { input: 0, distribution: { kind: "pert", low: 0.2, mode: 0.5, high: 1.2 } },
      { input: 1, distribution: { kind: "lognormal", median: 1000, factor: 1.5 } },
      { input: 2, distribution: { kind: "triangular", low: 0.5, mode: 1, high: 2 } },
      { input: 3, distribution: { kind: "normal", mean: 400, deviation: 150, low: 50 } },
      { input: 4, distribution: { kind: "log-uniform", low: 10, high: 200 } },
    ],
    policies: [
      { name: "as it is", set: [] },
      { name: "fewer boats", set: [{ input: 5, value: 5 }] },
      { name: "more boats", set: [{ input: 5, value: 25 }] },
    ],
    figures: [
      { output: 0, reduce: "at", from: 2020, to: 2020 },
      { output: 0, reduce: "minimum", from: 2000, to: 2020 },
      { output: 1, reduce: "total", from: 2005.25, to: 2019.9 },
      { output: 1, reduce: "change", from: 2001, to: 2020 },
    ],
  };
}
