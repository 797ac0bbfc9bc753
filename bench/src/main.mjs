// node src/main.mjs [--json FILE] [--only PATTERN]: measures, and prints a row a figure. Build the packages first.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureCompile } from "./compile.mjs";
import { measureLimit } from "./limit.mjs";
import { machineName } from "./machine-name.mjs";
import { table } from "./table.mjs";

const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string", default: "" } } });
const wanted = (id) => id.includes(values.only);

const rows = [];
for (const measure of [measureLimit, measureCompile]) rows.push(...(await measure(wanted)));
const machine = machineName();
console.log(`${machine}\n\n${table(rows)}`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
