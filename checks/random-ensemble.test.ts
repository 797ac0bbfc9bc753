import { compile, instantiateNow } from "@sequitur/engine";
import { type Job, openFutures, runEnsemble } from "@sequitur/ensemble";
import { expect, test } from "vitest";
import { modelOf, times } from "./engines/run-both.ts";

// A stock that drifts by noise of its own: what a model draws belongs to the seed and the future, not to the thread that runs it.
const model = modelOf(`s = INTEG(drift + RANDOM NORMAL(-5, 5, 0, 1, 0), 10) ~~| drift = 0.1 ~~| ${times(0, 20, 0.5)}`);

function job(seed: number): Job {
  const { program } = compile(model, { inputs: ["drift"], outputs: ["s"] });
  return {
    program: program!,
    seed,
    design: { kind: "monte-carlo", size: 400 },
    uncertainties: [{ input: 0, distribution: { kind: "uniform", low: 0, high: 1 } }],
    policies: [
      { name: "as it is", set: [] },
      { name: "again", set: [] },
    ],
    figures: [{ output: 0, reduce: "at", from: 20, to: 20 }],
  };
}

test("random numbers are the same for any number of threads, and under every policy", async () => {
  const tables = await Promise.all([0, 1, 2].map((threads) => runEnsemble(job(3), { threads })));
  const [first, ...others] = tables.map(({ figures }) => figures.map((each) => [...each[0]!]));
  for (const other of others) expect(other).toEqual(first);
  expect(first![0]).toEqual(first![1]);
  expect(new Set(first![0]).size).toBe(400);
});

test("one future is made again by its index alone; another seed gives other numbers", async () => {
  const { figures } = await runEnsemble(job(3), { threads: 0 });
  const machine = instantiateNow(job(3).program);
  const futures = openFutures(job(3));
  for (const i of [0, 17, 399]) {
    const drift = futures.inputs(i, 0)[0]!;
    expect(machine.run({ drift }, { seed: 3, future: i }).columns[0]!.at(-1)).toBe(figures[0]![0]![i]);
    expect(machine.run({ drift }, { seed: 4, future: i }).columns[0]!.at(-1)).not.toBe(figures[0]![0]![i]);
  }
});
