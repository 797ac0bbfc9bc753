import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildC, outFolder } from "./build-c.mjs";

const peers = fileURLToPath(new URL("../peers/", import.meta.url));

/**
 * A model as SDEverywhere runs it: as JavaScript with its own runtime, and as C, with gcc or clang, and the loop of `peers/`.
 * Each is undefined where it cannot be had. `translate` says how many milliseconds the text took to code.
 * @param spec  names of the inputs and of the outputs, the latter empty for all variables
 * @param inputs  values of the inputs, in their order
 */
export async function sdeverywhere(name, text, spec, inputs = []) {
  const tools = await peerPackages();
  if (tools === undefined) return { missing: "its packages are not installed in bench/" };
  mkdirSync(outFolder, { recursive: true });
  const script = await translated(tools, name, text, spec, "generateJS", "mjs");
  const c = await translated(tools, name, text, spec, "generateC", "c");
  return {
    script: await scriptRunner(tools, script.file, inputs),
    c: await cRunner(name, c.file, inputs),
    translate: c.milliseconds,
  };
}

/** Loaded when asked for: a bench without its peers still measures the engine. */
async function peerPackages() {
  try {
    return { compile: await import("@sdeverywhere/compile"), runtime: await import("@sdeverywhere/runtime") };
  } catch (error) {
    if (error.code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

async function translated({ compile }, name, text, { inputs, outputs }, operation, extension) {
  const spec = { inputVarNames: [...inputs], outputVarNames: [...outputs] };
  compile.resetState();
  const begun = performance.now();
  const code = await compile.parseAndGenerate(text, "vensim", spec, [operation], outFolder, name, outFolder);
  const milliseconds = performance.now() - begun;
  const file = join(outFolder, `${name}.${extension}`);
  writeFileSync(file, code);
  return { file, milliseconds };
}

async function scriptRunner({ runtime }, file, inputs) {
  const model = runtime.createRunnableModel(await (await import(pathToFileURL(file).href)).default());
  const params = new runtime.BufferedRunModelParams();
  const outputs = new runtime.Outputs(model.outputVarIds, model.startTime, model.endTime, model.saveFreq);
  const run = (values) => {
    params.updateFromParams(values, outputs);
    model.runModel(params);
    return 1;
  };
  return { run, vary: () => run(varied(inputs)), last: () => [...params.getOutputs()], saves: model.numSavePoints };
}

let state = 1;
function varied(inputs) {
  return inputs.map((value) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return value * (0.8 + 0.4 * (state / 2 ** 32));
  });
}

async function cRunner(name, file, inputs) {
  const program = join(outFolder, `${name}-sde`);
  const flags = ["-march=native", "-w", `-I${peers}`, `-DMODEL_C="${file}"`];
  const built = await buildC(join(peers, "run.c"), program, flags);
  if (built === undefined) return undefined;
  const input = [inputs.length, ...inputs].join(" ");
  const say = (...args) => execFileSync(program, args, { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  return {
    /** With what it was built. */
    built,
    /** Runs per second. */
    rate: (milliseconds) => Number(say("rate", String(milliseconds / 1000))),
    /** The run as written: a row a save. */
    base: () =>
      say("dump")
        .trim()
        .split("\n")
        .map((line) => line.split("\t").map(Number)),
  };
}
