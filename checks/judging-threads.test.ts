import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { studyCopy } from "./study-copy.ts";

// Enough numbers that threads are worth starting: two uncertainties of thirty thousand futures.
const futures = "30000";
const root = resolve(import.meta.dirname, "..");

test("a study is judged to the same bits on one thread and on three", () => {
  const folder = studyCopy();
  const judged = ["1", "3"].map((threads) => {
    const options = ["run", folder, "--futures", futures, "--threads", threads, "--json"];
    const { stdout, stderr } = spawnSync(process.execPath, ["packages/cli/bin/sequitur.mjs", ...options], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    // What was found is kept, and would be shown again.
    const kept = join(folder, ".sequitur");
    for (const name of readdirSync(kept).filter((each) => each.startsWith("findings"))) rmSync(join(kept, name));
    expect(stderr).toMatch(/Judging {2}░+ +0 %/);
    return stdout;
  });
  expect(judged[0]).toMatch(/"digest": "[0-9a-f]{64}"/);
  expect(judged[1]).toBe(judged[0]);
});
