import { Worker } from "node:worker_threads";
import { instantiateNow } from "@sequitur/engine";
import { buildHandC } from "./hand-c.mjs";
import { limitInputs, limitProgram } from "./limit-model.mjs";
import { rate, summary } from "./samples.mjs";

const futures = 4096;
const rounds = 5;
const milliseconds = 700;

/** Futures per second of a mid-size policy model, beside the same model by hand in C, taken in turns. */
export async function measureLimit(wanted) {
  const rows = [];
  if (wanted("limit/one-thread/futures-per-second") || wanted("limit/one-thread/ratio-to-avx2"))
    rows.push(...oneThread().filter(({ id }) => wanted(id)));
  if (wanted("limit/two-threads/ratio-to-one")) rows.push(await twoThreads());
  return rows;
}

function oneThread() {
  const program = limitProgram();
  const machine = instantiateNow(program);
  const { layout } = program;
  const inputs = limitInputs(layout, futures);
  const out = new Float64Array(futures * layout.times.length * layout.outputs.length);
  const work = () => {
    machine.runMany(inputs, out, futures);
    return futures;
  };
  const handC = buildHandC();
  if (handC !== undefined) expectSameRun(work, out, layout, handC.base());
  rate(work, milliseconds);
  const rounded = Array.from({ length: rounds }, () => ({
    ours: rate(work, milliseconds),
    theirs: handC?.rate(1, milliseconds / 1000) ?? Number.NaN,
  }));
  handC?.remove();
  const own = summary(rounded.map(({ ours }) => ours));
  const rows = [{ id: "limit/one-thread/futures-per-second", ...own, unit: "futures/s" }];
  if (handC === undefined) return rows;
  const avx2 = summary(rounded.map(({ theirs }) => theirs));
  const ratio = summary(rounded.map(({ ours, theirs }) => ours / theirs));
  rows.push({ id: "limit/one-thread/avx2-futures-per-second", ...avx2, unit: "futures/s" });
  rows.push({ id: "limit/one-thread/ratio-to-avx2", ...ratio, unit: "" });
  return rows;
}

/** What is fast must also be right: the base run is the hand-written one's, but for rounding. */
function expectSameRun(work, out, { times, outputs }, base) {
  work();
  for (let save = 0; save < times.length; save++)
    for (let output = 0; output < outputs.length; output++) {
      const [got, want] = [out[save * outputs.length + output], base[save][output]];
      if (Math.abs(got - want) > 1e-9 * Math.abs(want) + 1e-12)
        throw new Error(`${outputs[output]} at ${times[save]}: ${got}, by hand ${want}`);
    }
}

async function twoThreads() {
  const one = [];
  const two = [];
  for (let round = 0; round < rounds; round++) {
    one.push(await inThreads(1));
    two.push(await inThreads(2));
  }
  const ratio = summary(two.map((value, i) => value / one[i]));
  return { id: "limit/two-threads/ratio-to-one", ...ratio, unit: "" };
}

/** Futures per second of all threads together, each with its own machine. */
async function inThreads(count) {
  const program = limitProgram();
  const workers = Array.from({ length: count }, () => new Worker(new URL("./limit-worker.mjs", import.meta.url)));
  const rates = await Promise.all(
    workers.map(
      (worker) =>
        new Promise((resolve, reject) => {
          worker.once("message", resolve);
          worker.once("error", reject);
          worker.postMessage({ program, futures, milliseconds });
        }),
    ),
  );
  await Promise.all(workers.map((worker) => worker.terminate()));
  return rates.reduce((sum, each) => sum + each, 0);
}
