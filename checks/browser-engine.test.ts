import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, instantiateNow } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { sharedModels, sharedText } from "./conformance/shared-models.ts";
import { randomModel } from "./random-model/random-model.ts";

// The same module gives the same bits in Node and in Chromium: digests of all that a run saves, on a plain page without a bundler.

const outDir = mkdtempSync(join(tmpdir(), "sequitur-"));
// A page of the loopback may reckon digests; nothing is listening there.
const origin = "http://localhost/";
const html = `<!doctype html><meta charset="utf-8"><title>engine</title><script type="module">
  import { compile, instantiate, readModel, source } from "./sequitur.js";
  window.digestOf = async (name, text) => {
    const { model } = readModel(source(name, text));
    if (model === undefined) return "no model";
    const { program } = compile(model, { inputs: [], outputs: "all" });
    if (program === undefined) return "no program";
    const machine = await instantiate(program);
    const out = new Float64Array(program.layout.times.length * program.layout.outputs.length);
    machine.runMany(new Float64Array(0), out);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", out));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
</script>`;

function digestHere(name: string, text: string): string {
  const { model } = readModel(source(name, text));
  if (model === undefined) return "no model";
  const { program } = compile(model, { inputs: [], outputs: "all" });
  if (program === undefined) return "no program";
  const out = new Float64Array(program.layout.times.length * program.layout.outputs.length);
  instantiateNow(program).runMany(new Float64Array(0), out);
  return createHash("sha256").update(new Uint8Array(out.buffer)).digest("hex");
}

interface Subject {
  readonly name: string;
  readonly text: string;
}

const shared: readonly Subject[] = sharedModels().map(({ path }) => ({ name: path, text: sharedText(path).text }));
const random: readonly Subject[] = fc
  .sample(randomModel, { numRuns: 40, seed: 20260101 })
  .map((text, i) => ({ name: `random-${i}.mdl`, text }));

let browser: Awaited<ReturnType<typeof openBrowser>>;
let page: Page;

beforeAll(async () => {
  const configFile = new URL("../packages/engine/vite.config.ts", import.meta.url).pathname;
  await build({ configFile, logLevel: "warn", build: { outDir, emptyOutDir: false } });
  const engine = readFileSync(join(outDir, "sequitur.js"), "utf8");
  browser = await openBrowser();
  page = await browser.newPage();
  await page.route(`${origin}**`, (route) =>
    route.request().url().endsWith("/sequitur.js")
      ? route.fulfill({ contentType: "text/javascript", body: engine })
      : route.fulfill({ contentType: "text/html", body: html }),
  );
  await page.goto(origin);
  await page.waitForFunction("window.digestOf !== undefined");
}, 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(outDir, { recursive: true });
});

async function expectSameDigests(subjects: readonly Subject[]): Promise<void> {
  const here = subjects.map(({ name, text }) => `${name} ${digestHere(name, text)}`);
  const there: string[] = [];
  for (const { name, text } of subjects)
    there.push(`${name} ${await page.evaluate(`digestOf(${JSON.stringify(name)}, ${JSON.stringify(text)})`)}`);
  expect(there).toEqual(here);
  expect(here.filter((line) => /[0-9a-f]{64}$/.test(line)).length).toBeGreaterThan(subjects.length / 2);
}

if (shared.length === 0) test.skip("shared models (skipped: no ../shared/conformance beside the repository)");
else test("every shared model", () => expectSameDigests(shared), 240_000);

test("models that nobody wrote", () => expectSameDigests(random), 120_000);
