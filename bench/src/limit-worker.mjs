import { parentPort } from "node:worker_threads";
import { instantiateNow } from "@sequitur/engine";
import { limitInputs } from "./limit-model.mjs";
import { rate } from "./samples.mjs";

parentPort.once("message", ({ program, futures, milliseconds }) => {
  const machine = instantiateNow(program);
  const { times, outputs } = program.layout;
  const inputs = limitInputs(program.layout, futures);
  const out = new Float64Array(futures * times.length * outputs.length);
  const work = () => {
    machine.runMany(inputs, out, futures);
    return futures;
  };
  rate(work, milliseconds / 2);
  parentPort.postMessage(rate(work, milliseconds));
});
