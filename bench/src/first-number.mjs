import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compile, instantiateNow } from "@sequitur/engine";
import { firstNumber } from "./first-number-page.mjs";
import { generatedModelText } from "./generated-model.mjs";
import { limitModel, limitSpec, limitText } from "./limit-model.mjs";
import { row } from "./samples.mjs";

const subjects = [
  { name: "limit", text: limitText, rounds: 15 },
  { name: "generated", text: generatedModelText, rounds: 5 },
];
const changedId = "limit/changed-constant";
const idsOf = (name) =>
  ["node-first", "node", "chromium-first", "chromium"].map((where) => `${name}/text-to-first-number/${where}`);

/**
 * From the text of a model to the first number of its run: read, compile, make ready, run. Once in a fresh process or page
 * (`first`: V8 has seen none of our code yet), and again in the same one.
 */
export const firstNumbers = {
  ids: [...subjects.flatMap(({ name }) => idsOf(name)), changedId],
  measure: async (wanted, skip) => {
    const rows = [];
    for (const { name, text, rounds } of subjects) {
      const [nodeFirst, node, pageFirst, page] = idsOf(name);
      if (wanted(nodeFirst))
        rows.push(
          ...row(
            nodeFirst,
            "ms",
            Array.from({ length: 5 }, () => inFreshNode(name)),
          ),
        );
      if (wanted(node)) rows.push(...row(node, "ms", await times(text(), rounds)));
      if (!wanted(pageFirst) && !wanted(page)) continue;
      const { inChromium } = await import("./chromium.mjs");
      const measured = await inChromium(text(), rounds).catch((error) => skip([pageFirst, page], error.message));
      if (measured === undefined) continue;
      rows.push(...row(pageFirst, "ms", measured.first), ...row(page, "ms", measured.again));
    }
    return wanted(changedId) ? [...rows, ...changed()] : rows;
  },
};

export async function times(text, rounds) {
  const samples = [];
  for (let round = 0; round <= rounds; round++) samples.push(await firstNumber(text));
  return samples.slice(1);
}

function inFreshNode(name) {
  const script = fileURLToPath(new URL("./first-number-once.mjs", import.meta.url));
  return Number(execFileSync(process.execPath, [script, name], { encoding: "utf8" }));
}

/** A constant that is an input takes another value: no compiling, a run. */
function changed() {
  const { program } = compile(limitModel(), limitSpec());
  const machine = instantiateNow(program);
  const samples = Array.from({ length: 200 }, (_, i) => {
    const begun = performance.now();
    machine.run({ "tax level": 0.5 + i / 1000 });
    return performance.now() - begun;
  });
  return row(changedId, "ms", samples);
}
