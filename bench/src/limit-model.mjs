import { readFileSync } from "node:fs";
import { compile } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";

const folder = new URL("../limit/", import.meta.url);

export const limitText = () => readFileSync(new URL("limit.mdl", folder), "utf8");

/** The model of `limit/`, as read. */
export function limitModel() {
  const { model, diagnostics } = readModel(source("limit.mdl", limitText()));
  if (model === undefined) throw new Error(JSON.stringify(diagnostics));
  return model;
}

/** What differs from future to future in it, and what is saved. */
export function limitSpec() {
  const { inputVarNames, outputVarNames } = JSON.parse(readFileSync(new URL("spec.json", folder), "utf8"));
  return { inputs: inputVarNames, outputs: outputVarNames };
}

export function limitProgram() {
  const { program, diagnostics } = compile(limitModel(), limitSpec());
  if (program === undefined) throw new Error(JSON.stringify(diagnostics));
  return program;
}

/** Rows of inputs: the model's own first, then each constant from 0.8 to 1.2 times its own. */
export function limitInputs({ defaults }, count) {
  const inputs = new Float64Array(count * defaults.length);
  let state = 0x9e3779b9;
  for (let i = 0; i < inputs.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const factor = i < defaults.length ? 1 : 0.8 + 0.4 * (state / 2 ** 32);
    inputs[i] = defaults[i % defaults.length] * factor;
  }
  return inputs;
}
