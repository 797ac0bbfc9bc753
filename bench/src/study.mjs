import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runEnsemble } from "@sequitur/ensemble";
import { planStudy, readStudy } from "@sequitur/study";
import { inTurns, ratios, row } from "./samples.mjs";

const folder = fileURLToPath(new URL("../../studies/us-strikes-in-mexico/", import.meta.url));
const [one, two, ratio] = [
  "one-thread/futures-per-second",
  "two-threads/futures-per-second",
  "two-threads/ratio-to-one",
].map((id) => `study/${id}`);

/** The first study's ensemble: runs of one future under one policy, figures of its measures included, a second. */
export const study = {
  ids: [one, two, ratio],
  measure: async () => {
    const rates = await inTurns({ one: runs(1), two: runs(2) }, { rounds: 5, milliseconds: 1000 });
    return [
      ...row(one, "runs/s", rates.one),
      ...row(two, "runs/s", rates.two),
      ...row(ratio, "×", ratios(rates.two, rates.one)),
    ];
  },
};

const futures = 2048;

function runs(threads) {
  const { main } = planStudy(openFirstStudy(), { futures });
  return async () => {
    const begun = performance.now();
    await runEnsemble(main.job, { threads });
    return (futures * main.policies.length * 1000) / (performance.now() - begun);
  };
}

export function openFirstStudy() {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => /\.(ya?ml|mdl|xmile|stmx|csv)$/.test(path));
  const visible = paths.map((path) => path.replaceAll("\\", "/")).filter((path) => !/(^|\/)\./.test(path));
  const files = visible.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]);
  const { value, diagnostics } = readStudy(new Map(files));
  if (value === undefined) throw new Error(JSON.stringify(diagnostics[0]));
  return value;
}
