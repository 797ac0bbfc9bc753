// npm run bench: measures, prints a row a figure, and writes them down. See `options.mjs`.
import { writeFileSync } from "node:fs";
import { analysis } from "./analysis.mjs";
import { firstNumbers } from "./first-number.mjs";
import { limit } from "./limit.mjs";
import { machineName } from "./machine-name.mjs";
import { oneRun } from "./one-run.mjs";
import { readOptions } from "./options.mjs";
import { overhead } from "./overhead.mjs";
import { page } from "./page.mjs";
import { parts } from "./parts.mjs";
import { writePerformancePage } from "./performance-page.mjs";
import { read } from "./read.mjs";
import { scale } from "./scale.mjs";
import { study } from "./study.mjs";
import { table } from "./table.mjs";

const groups = [limit, parts, oneRun, firstNumbers, study, overhead, analysis, page, scale, read];
const options = readOptions(
  process.argv.slice(2),
  groups.flatMap(({ ids }) => ids),
);
if (options.say !== undefined) {
  (options.code === 0 ? console.log : console.error)(options.say);
  process.exitCode = options.code;
} else await bench(options);

async function bench({ wanted, json, all }) {
  const machine = machineName();
  const rows = [];
  const skipped = [];
  const skip = (ids, why) => {
    skipped.push(...ids.filter(wanted).map((id) => ({ id, why })));
  };
  const notes = [];
  for (const { ids, measure } of groups) {
    if (!ids.some(wanted)) continue;
    console.error(`Measuring ${ids[0].split("/")[0]} …`);
    const measured = await measure(wanted, skip, (words) => notes.push(words));
    const unlisted = measured.find(({ id }) => !ids.includes(id));
    if (unlisted !== undefined) throw new Error(`The row ${unlisted.id} is not among the ids that --only knows.`);
    rows.push(...measured.filter(({ id }) => wanted(id)));
  }
  console.log(`${machine}\n\n${table(rows)}`);
  for (const { id, why } of skipped) console.log(`${id}  skipped: ${why}`);
  for (const words of notes) console.log(words);
  if (json !== undefined) writeJson(json, { machine, rows, skipped, notes });
  if (all) writePerformancePage({ machine, rows, skipped, notes });
}

function writeJson(file, figures) {
  try {
    writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  } catch (error) {
    console.error(`bench: cannot write ${file}: ${error.message}`);
    process.exitCode = 2;
  }
}
