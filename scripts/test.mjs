// npm test: from a fresh clone to every test, those in a real browser included.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { node, prepare, root } from "./prepare.mjs";

prepare();
node("node_modules/@biomejs/biome/bin/biome", "check", ".");
node("node_modules/typescript/bin/tsc", "-b");
node(
  "node_modules/svelte-check/bin/svelte-check",
  "--workspace",
  "packages/app",
  "--threshold",
  "warning",
  "--output",
  "human",
);

const report = join(mkdtempSync(join(tmpdir(), "sequitur-")), "tests.json");
const vitest = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit" },
);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
process.exit(vitest.status ?? 1);
