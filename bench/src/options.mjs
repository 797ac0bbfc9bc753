import { parseArgs } from "node:util";

const help = `Measures the engine beside its peers and the physical limit, in turns in one run.

usage: npm run bench -- [--json FILE] [--only PATTERN] [--list] [--help]

  --json FILE      also write { machine, rows: [{ id, value, unit, spread }], skipped: [{ id, why }], notes }
  --only PATTERN   only the rows whose id holds the pattern; * stands for anything
  --list           the ids of all rows, and nothing measured
  --help           this

A run of everything also writes docs/performance.md.

Examples:
  npm run bench -- --only limit/one-thread
  npm run bench -- --only 'study/*futures' --json figures.json`;

/** What the command line asks for; `{ say, code }` where it is answered by a text alone. */
export function readOptions(args, ids) {
  try {
    const options = { json: { type: "string" }, only: { type: "string" }, list: { type: "boolean" } };
    const { values } = parseArgs({ args, options: { ...options, help: { type: "boolean", short: "h" } } });
    if (values.help) return { say: help, code: 0 };
    if (values.list) return { say: ids.join("\n"), code: 0 };
    const wanted = wantedBy(values.only);
    if (!ids.some(wanted)) return bad(`No row has an id that holds "${values.only}"; --list names them all.`);
    if (values.json === "") return bad("--json needs the name of a file.");
    return { wanted, json: values.json, all: values.only === undefined };
  } catch (error) {
    if (!String(error.code).startsWith("ERR_PARSE_ARGS")) throw error;
    return bad(error.message);
  }
}

const bad = (says) => ({ say: `bench: ${says}\nTry npm run bench -- --help`, code: 2 });

function wantedBy(pattern) {
  if (pattern === undefined) return () => true;
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const holds = new RegExp(parts.join(".*"));
  return (id) => holds.test(id);
}
