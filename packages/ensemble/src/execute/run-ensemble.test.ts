import { compile, instantiate } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import { describe, expect, test } from "vitest";
import { checkJob } from "../check-job.ts";
import type { Experiments, Job, Progress } from "../job.ts";
import { openFutures } from "./futures.ts";
import { openMachines } from "./machines.ts";
import { runRange } from "./range.ts";
import { runEnsemble } from "./run-ensemble.ts";
import { sampleJob } from "./sample-job.ts";
import { spawnHere } from "./spawn-here.ts";
import { spawnScript } from "./spawn-node.ts";
import type { Spawn } from "./thread.ts";

/** Every number of a table, as bits: equal only if all are the same to the last. */
function bitsOf({ inputs, figures, failed }: Experiments): string {
  return JSON.stringify([
    ...[...inputs, ...figures.flat()].map((column) =>
      [...new BigUint64Array(Float64Array.from(column).buffer)].map(String),
    ),
    failed,
  ]);
}

describe("the same bits", () => {
  test("for 1, 2 and 7 threads, and none", async () => {
    const job = sampleJob(3000);
    const [first, ...others] = await Promise.all([0, 1, 2, 7].map((threads) => runEnsemble(job, { threads })));
    for (const other of others) expect(bitsOf(other)).toBe(bitsOf(first!));
    expect(first!.futures).toBe(3000);
  });

  test("however the futures are cut into ranges", async () => {
    const job = sampleJob(100);
    const machines = await openMachines(job);
    const whole = runRange(machines, job, { first: 0, end: 100 });
    for (let first = 0; first < 100; ) {
      const end = Math.min(100, first + 1 + (first % 13));
      const part = runRange(machines, job, { first, end });
      const of = (column: Float64Array) => [...column.subarray(first, end)];
      expect(part.inputs.map((column) => [...column])).toEqual(whole.inputs.map(of));
      expect(part.figures.flat().map((column) => [...column])).toEqual(whole.figures.flat().map(of));
      first = end;
    }
  });

  test("when one future is run again by itself, under each policy", async () => {
    const job = sampleJob(20);
    const machine = await instantiate(job.program);
    const { layout } = job.program;
    const table = await runEnsemble(job, { threads: 0 });
    const out = new Float64Array(layout.times.length * layout.outputs.length);
    const futures = openFutures(job);
    for (let i = 0; i < 20; i++)
      job.policies.forEach((_, policy) => {
        machine.runMany(futures.inputs(i, policy), out, 1);
        expect(out[out.length - layout.outputs.length]).toBe(table.figures[policy]![0]![i]);
      });
  });
});

test("policies meet the same futures, and leave nothing to each other", async () => {
  const job = sampleJob(50);
  const reversed: Job = { ...job, policies: [...job.policies].reverse() };
  const [there, back] = [await runEnsemble(job, { threads: 0 }), await runEnsemble(reversed, { threads: 0 })];
  expect(there.inputs).toEqual(back.inputs);
  expect(there.figures).toEqual([...back.figures].reverse());
  expect(there.figures[0]).not.toEqual(there.figures[1]);
});

test("a policy that sets nothing runs the model as it is", async () => {
  const job = sampleJob(50);
  const { policies, program } = job;
  const lever = policies[1]!.set[0]!.input;
  const said: Job = {
    ...job,
    policies: [{ name: "said", set: [{ input: lever, value: program.layout.defaults[lever]! }] }],
  };
  expect((await runEnsemble(said, { threads: 0 })).figures[0]).toEqual(
    (await runEnsemble(job, { threads: 0 })).figures[0],
  );
});

test("a future whose figures are not finite is kept and listed", async () => {
  const job = sampleJob(200);
  const table = await runEnsemble({ ...job, policies: [...job.policies, poison(job)] }, { threads: 0 });
  expect(table.failed).toEqual(Array.from({ length: 200 }, (_, i) => i));
  expect((await runEnsemble(job, { threads: 0 })).failed).toEqual([]);
});

function poison(job: Job): Job["policies"][number] {
  return { name: "poison", set: [{ input: job.policies[1]!.set[0]!.input, value: -1e300 }] };
}

test("progress rises to the whole, with a rate and a time left from the first line on", async () => {
  const lines: Progress[] = [];
  await runEnsemble(sampleJob(20_000), { threads: 2, onProgress: (line) => lines.push(line) });
  expect(lines.length).toBeGreaterThan(0);
  lines.forEach((line, at) => {
    expect(line.done).toBeGreaterThan(lines[at - 1]?.done ?? 0);
    expect(line.total).toBe(20_000);
    expect(line.rate).toBeGreaterThan(0);
    expect(Number.isFinite(line.secondsLeft) && line.secondsLeft >= 0).toBe(true);
  });
  expect(lines[lines.length - 1]).toMatchObject({ done: 20_000, secondsLeft: 0 });
});

describe("ends cleanly", () => {
  test("when it is cancelled before it starts, and in the middle", async () => {
    const job = sampleJob(200_000);
    await expect(runEnsemble(job, { signal: AbortSignal.abort(new Error("not now")) })).rejects.toThrow("not now");
    const control = new AbortController();
    const run = runEnsemble(job, {
      threads: 2,
      signal: control.signal,
      onProgress: () => control.abort(new Error("enough")),
    });
    await expect(run).rejects.toThrow("enough");
  });

  test("when a listener throws", async () => {
    const onProgress = () => {
      throw new Error("a listener's own fault");
    };
    await expect(runEnsemble(sampleJob(100), { threads: 0, onProgress })).rejects.toThrow("own fault");
  });

  test("when a worker dies once: its range is run again, and nothing changes", async () => {
    const job = sampleJob(2000);
    let deaths = 0;
    const spawn = dyingAt(({ first }) => first > 500 && deaths++ === 0);
    expect(bitsOf(await runEnsemble(job, { spawn, threads: 2 }))).toBe(bitsOf(await runEnsemble(job, { threads: 0 })));
    expect(deaths).toBeGreaterThan(1);
  });

  test("when a worker dies over a range each time: the error names the range", async () => {
    const job = sampleJob(2000);
    const spawn = dyingAt(({ first, end }) => first <= 700 && end > 700);
    await expect(runEnsemble(job, { spawn, threads: 2 })).rejects.toThrow(
      /^Futures \d+ to \d+ could not be run, tried twice: shot$/,
    );
  });

  test("when a real thread exits in the middle", async () => {
    const script = `import { parentPort } from "node:worker_threads";
      parentPort.on("message", ({ kind }) => (kind === "job" ? parentPort.postMessage({ kind: "ready" }) : process.exit(3)));`;
    const spawn = spawnScript(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
    const run = runEnsemble(sampleJob(100), { spawn, threads: 1 });
    await expect(run).rejects.toThrow(/^Futures 0 to \d+ could not be run, tried twice: .*exit code 3/);
  });

  test("when no worker can be started", async () => {
    const job = sampleJob(10);
    const broken: Job = { ...job, program: { ...job.program, bytes: new Uint8Array([1, 2, 3]) } };
    await expect(runEnsemble(broken, { threads: 2 })).rejects.toThrow(/^A thread could not be started: /);
  });

  test("when a number of threads cannot be", async () => {
    await expect(runEnsemble(sampleJob(10), { threads: 1.5 })).rejects.toThrow("1.5 threads");
  });

  test("when the job is wrong: every problem is said", async () => {
    const job = sampleJob(10);
    const wrong: Job = { ...job, seed: -1, policies: [] };
    await expect(runEnsemble(wrong)).rejects.toThrow(/seed[\s\S]*no policy/);
  });
});

/** Threads that end without a word when they are given a range that `fatal` tells. */
function dyingAt(fatal: (range: { first: number; end: number }) => boolean): Spawn {
  return (listener) => {
    const thread = spawnHere(listener);
    return {
      stop: thread.stop,
      send(order, buffers) {
        if (order.kind !== "range" || !fatal(order.range)) return thread.send(order, buffers);
        thread.stop();
        queueMicrotask(() => listener.died("shot"));
      },
    };
  };
}

describe("rival models", () => {
  const noisyText = (gain: number) => `{UTF-8}
Level = INTEG(${gain} * RANDOM UNIFORM(0, 1, 7), start) ~ item ~ |
start = 1 ~ item ~ |
which = 0 ~ Dmnl ~ |
INITIAL TIME = 0 ~ Month ~ |
FINAL TIME = 4 ~ Month ~ |
TIME STEP = 1 ~ Month ~ |
SAVEPER = TIME STEP ~ Month ~ |
`;
  const programOf = (gain: number) => {
    const { model } = readModel(source("noisy.mdl", noisyText(gain)));
    return compile(model!, { inputs: ["start", "which"], outputs: ["Level"] }).program!;
  };
  const job: Job = {
    program: programOf(1),
    seed: 5,
    design: { kind: "sobol", size: 101 },
    uncertainties: [
      { input: 0, distribution: { kind: "uniform", low: 0, high: 1 } },
      { input: 1, distribution: { kind: "categorical", values: [0, 1, 2] } },
    ],
    policies: [{ name: "as it is", set: [] }],
    figures: [{ output: 0, reduce: "at", from: 4, to: 4 }],
    rivals: { uncertainty: 1, programs: [programOf(2), programOf(4)] },
  };

  test("a future draws the same random numbers in whichever model it runs", async () => {
    const { rivals, ...alone } = job;
    const [both, single] = [await runEnsemble(job, { threads: 2 }), await runEnsemble(alone, { threads: 0 })];
    const [start, which] = both.inputs;
    for (let i = 0; i < 101; i++) {
      const drawn = single.figures[0]![0]![i]! - start![i]!;
      expect(both.figures[0]![0]![i]).toBeCloseTo(start![i]! + 2 ** which![i]! * drawn, 12);
    }
    expect(new Set(which)).toEqual(new Set([0, 1, 2]));
  });

  test("a future that is run again by itself is run by its own model", () => {
    const { rivals, ...alone } = job;
    const other = { ...rivals!.programs[1]!, layout: { ...rivals!.programs[1]!.layout, defaults: [7, 7] } };
    const { policies, uncertainties } = { ...alone, uncertainties: [alone.uncertainties[1]!] };
    const futures = openFutures({
      ...alone,
      policies,
      uncertainties,
      rivals: { uncertainty: 0, programs: [other, other] },
    });
    const rows = Array.from({ length: 9 }, (_, i) => futures.inputs(i, 0));
    for (const [start, which] of rows) expect(start).toBe(which === 0 ? 1 : 7);
  });

  for (const [what, change] of [
    ["no uncertainty chooses", { rivals: { ...job.rivals!, uncertainty: 2 } }],
    ["the choice is not of whole numbers", { rivals: { ...job.rivals!, uncertainty: 0 } }],
    ["a model is chosen that is not there", { rivals: { ...job.rivals!, programs: [programOf(2)] } }],
    ["a table chooses one that is not there", { design: { kind: "table", columns: [[0], [3]] } }],
    ["a rival has other inputs", { rivals: { ...job.rivals!, programs: [programOf(2), sampleJob(1).program] } }],
  ] as const)
    test(`${what}: refused`, () =>
      expect(checkJob({ ...job, ...change }).map(({ code }) => code)).toContain("job-rivals"));

  test("as they are, there is nothing wrong with them", () => expect(checkJob(job)).toEqual([]));
});
