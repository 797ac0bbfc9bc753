import { existsSync, readFileSync } from "node:fs";
import { compile, instantiateNow } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import { generatedModelText } from "./generated-model.mjs";
import { inTurns, rate, ratios, row } from "./samples.mjs";
import { sdeverywhere } from "./sdeverywhere.mjs";

const samples = new URL("../../../shared/conformance/sdx/samples/", import.meta.url);
const subjects = [
  { name: "teacup", text: () => sample("teacup/teacup_mdl.mdl"), unit: "µs", scale: 1e6 },
  { name: "SIR", text: () => sample("SIR/SIR.mdl"), unit: "µs", scale: 1e6 },
  { name: "generated", text: generatedModelText, unit: "ms", scale: 1e3 },
];

const idsOf = (name) =>
  ["time", "sde-c-time", "ratio-to-sde-c", "sde-js-time", "ratio-to-sde-js"].map((id) => `${name}/one-run/${id}`);

/** One future, one run, every variable stored. A ratio above 1 says how many times as fast as the peer. */
export const oneRun = {
  ids: subjects.flatMap(({ name }) => idsOf(name)),
  measure: async (wanted, skip, note) => {
    const rows = [];
    for (const subject of subjects)
      if (idsOf(subject.name).some(wanted)) rows.push(...(await measureSubject(subject, skip, note)));
    return rows;
  },
};

async function measureSubject({ name, text: textOf, unit, scale }, skip, note) {
  const [time, cTime, toC, scriptTime, toScript] = idsOf(name);
  const text = textOf();
  if (text === undefined) {
    skip([time], "no ../shared/conformance beside the repository");
    return [];
  }
  const peer = await sdeverywhere(name, text, { inputs: [], outputs: [] });
  if (peer.missing) skip([toC, toScript], peer.missing);
  else if (peer.c === undefined) skip([toC], "no gcc or clang, or it did not finish");
  else if (!peer.c.built.endsWith("-O3")) note(`${name} in C was built by ${peer.c.built}: -O3 took too long.`);
  const run = runner(text);
  rate(run, 1500);
  const { ours, sdeC, sdeJs } = await inTurns(
    {
      ours: (milliseconds) => rate(run, milliseconds),
      sdeC: peer.c?.rate,
      sdeJs: peer.script && ((milliseconds) => rate(() => peer.script.run([]), milliseconds)),
    },
    { rounds: 9, milliseconds: 300 },
  );
  const times = (rates) => rates?.map((each) => scale / each);
  return [
    ...row(time, unit, times(ours)),
    ...row(cTime, unit, times(sdeC)),
    ...row(toC, "×", ratios(ours, sdeC)),
    ...row(scriptTime, unit, times(sdeJs)),
    ...row(toScript, "×", ratios(ours, sdeJs)),
  ];
}

/** Runs a model once a call, and says 1. */
function runner(text) {
  const { model } = readModel(source("model.mdl", text));
  const { program } = compile(model, { inputs: [], outputs: "all" });
  const machine = instantiateNow(program);
  const { times, outputs } = program.layout;
  const inputs = new Float64Array(0);
  const out = new Float64Array(times.length * outputs.length);
  return () => {
    machine.runMany(inputs, out, 1);
    return 1;
  };
}

function sample(path) {
  const file = new URL(path, samples);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
