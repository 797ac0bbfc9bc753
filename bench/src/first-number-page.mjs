import { compile, instantiate } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";

/** Milliseconds from a model's text to the first number of its run. */
export async function firstNumber(text) {
  const begun = performance.now();
  const { model } = readModel(source("model.mdl", text));
  const { program } = compile(model, { inputs: [], outputs: "all" });
  const machine = await instantiate(program);
  const { times, outputs } = program.layout;
  const out = new Float64Array(times.length * outputs.length);
  machine.runMany(new Float64Array(0), out, 1);
  if (!Number.isFinite(out[0])) throw new Error("The first number is none.");
  return performance.now() - begun;
}
