import { compile, instantiate } from "@sequitur/engine";
import { limitModel, limitSpec } from "./limit-model.mjs";
import { summary } from "./samples.mjs";

const rounds = 15;

/** How long it takes from a model to a program, and from a program to its first run. */
export async function measureCompile(wanted) {
  if (!wanted("limit/compile/milliseconds") && !wanted("limit/first-run/milliseconds")) return [];
  const model = limitModel();
  const spec = limitSpec();
  const compiling = [];
  const starting = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const { program } = compile(model, spec);
    const compiled = performance.now();
    (await instantiate(program)).run();
    compiling.push(compiled - begun);
    starting.push(performance.now() - compiled);
  }
  return [
    { id: "limit/compile/milliseconds", ...summary(compiling), unit: "ms" },
    { id: "limit/first-run/milliseconds", ...summary(starting), unit: "ms" },
  ].filter(({ id }) => wanted(id));
}
