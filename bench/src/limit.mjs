import { instantiateNow } from "@sequitur/engine";
import { buildHandC } from "./hand-c.mjs";
import { limitInputs, limitProgram, limitSpec, limitText } from "./limit-model.mjs";
import { inTurns, rate, ratios, row, summary } from "./samples.mjs";
import { sdeverywhere } from "./sdeverywhere.mjs";
import { inThreads } from "./threads.mjs";

const futures = 4096;
const turns = { rounds: 9, milliseconds: 300 };

const oneThreadIds = [
  "limit/one-thread/futures-per-second",
  "limit/one-thread/avx2-futures-per-second",
  "limit/one-thread/ratio-to-avx2",
  "limit/one-thread/sde-c-futures-per-second",
  "limit/one-thread/ratio-to-sde-c",
  "limit/one-thread/sde-js-futures-per-second",
  "limit/one-thread/ratio-to-sde-js",
];
const twoThreadsId = "limit/two-threads/ratio-to-one";
const memoryId = "limit/memory-per-future-in-flight";

/** A mid-size policy model, 10 constants varied and 6 outputs at 61 save points, beside itself by hand in C and by SDEverywhere. */
export const limit = {
  ids: [...oneThreadIds, twoThreadsId, memoryId],
  measure: async (wanted, skip) => [
    ...(oneThreadIds.some(wanted) ? await oneThread(skip) : []),
    ...(wanted(twoThreadsId) ? await twoThreads() : []),
    ...(wanted(memoryId) ? memory() : []),
  ],
};

async function oneThread(skip) {
  const program = limitProgram();
  const { work, out } = workOf(program);
  const handC = await buildHandC();
  const peer = await sdeverywhere("limit", limitText(), limitSpec(), [...program.layout.defaults]);
  if (handC === undefined) skip(["limit/one-thread/ratio-to-avx2"], "no gcc or clang, or no AVX2");
  if (peer.missing) skip(["limit/one-thread/ratio-to-sde-js", "limit/one-thread/ratio-to-sde-c"], peer.missing);
  else if (peer.c === undefined) skip(["limit/one-thread/ratio-to-sde-c"], "no gcc or clang");
  expectSameRuns(work, out, program.layout, { "by hand": handC?.base, "SDEverywhere's C": peer.c?.base() });
  rate(work, 700);
  const rates = await inTurns(
    {
      ours: (milliseconds) => rate(work, milliseconds),
      avx2: handC?.rate,
      sdeC: peer.c?.rate,
      sdeJs: peer.script && ((milliseconds) => rate(peer.script.vary, milliseconds)),
    },
    turns,
  );
  const { ours, avx2, sdeC, sdeJs } = rates;
  const perSecond = "futures/s";
  return [
    ...row("limit/one-thread/futures-per-second", perSecond, ours),
    ...row("limit/one-thread/avx2-futures-per-second", perSecond, avx2),
    ...row("limit/one-thread/ratio-to-avx2", "×", ratios(ours, avx2)),
    ...row("limit/one-thread/sde-c-futures-per-second", perSecond, sdeC),
    ...row("limit/one-thread/ratio-to-sde-c", "×", ratios(ours, sdeC)),
    ...row("limit/one-thread/sde-js-futures-per-second", perSecond, sdeJs),
    ...row("limit/one-thread/ratio-to-sde-js", "×", ratios(ours, sdeJs)),
  ];
}

export function workOf(program) {
  const machine = instantiateNow(program);
  const { layout } = program;
  const inputs = limitInputs(layout, futures);
  const out = new Float64Array(futures * layout.times.length * layout.outputs.length);
  const work = () => {
    machine.runMany(inputs, out, futures);
    return futures;
  };
  return { work, out };
}

/** What is fast must also be right: the base run is everyone's, but for rounding. */
function expectSameRuns(work, out, { times, outputs }, bases) {
  work();
  for (const [whose, base] of Object.entries(bases)) {
    if (base === undefined) continue;
    for (let save = 0; save < times.length; save++)
      for (let output = 0; output < outputs.length; output++) {
        const [got, want] = [out[save * outputs.length + output], base[save][output]];
        if (Math.abs(got - want) > 1e-9 * Math.abs(want) + 1e-12)
          throw new Error(`${outputs[output]} at ${times[save]}: ${got}, ${whose} ${want}`);
      }
  }
}

/** One thread and two, each with a machine of its own, in turns. */
async function twoThreads() {
  const program = limitProgram();
  const counted = (count) => (milliseconds) => inThreads(count, { program, futures, milliseconds });
  const { one, two } = await inTurns({ one: counted(1), two: counted(2) }, { rounds: 7, milliseconds: 500 });
  return row(twoThreadsId, "×", ratios(two, one));
}

function memory() {
  const { memory: bytes, block } = limitProgram().layout;
  return [{ id: memoryId, ...summary([bytes / block]), unit: "bytes" }];
}
