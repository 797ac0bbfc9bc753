import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join, resolve } from "node:path";
import { experimentsFile, type Job, runEnsemble } from "@sequitur/ensemble";
import { planStudy, readStudy } from "@sequitur/study";
import type { Browser } from "playwright-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";

const root = resolve(import.meta.dirname, "..");

/** What the page runs: it makes the job's table, writes it as a file for a reader to keep, and reads that again. */
const script = `
import { experimentsFile, readParquetTable, runEnsemble } from "@sequitur/ensemble";
globalThis.makeFile = async ({ bytes, ...job }) => {
  const whole = { ...job, program: { ...job.program, bytes: Uint8Array.from(bytes) } };
  const { name, bytes: file } = await experimentsFile(whole, await runEnsemble(whole, { threads: 0 }));
  const { columns } = await readParquetTable(file);
  return { name, size: file.length, names: [...columns.keys()], rows: columns.get("Level at 10").length };
};`;

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
  const code = await bundled();
  server = createServer(({ url }, response) => {
    response.setHeader("Content-Type", url === "/code.js" ? "text/javascript" : "text/html");
    response.end(url === "/code.js" ? code : `<script type="module" src="code.js"></script>`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}/`;
}, 60_000);
afterAll(async () => {
  server.close();
  await browser.close();
});

test("a page writes the very file that a terminal does, and reads it", async () => {
  const job = smallJob();
  const here = await experimentsFile(job, await runEnsemble(job, { threads: 0 }));
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  await page.waitForFunction("globalThis.makeFile !== undefined");
  const plain = JSON.stringify({ ...job, bytes: [...job.program.bytes] });
  const there = await page.evaluate(`makeFile(${plain})`);
  await page.close();
  expect(complaints).toEqual([]);
  // The name holds the digest of the bytes.
  expect(there).toEqual({
    name: here.name,
    size: here.bytes.length,
    names: ["scenario", "policy", "Start", "Inflow", "Extra", "Level at 10", "Order at 10"],
    rows: 2 * 512,
  });
}, 60_000);

function smallJob(): Job {
  const names = ["study.yaml", "claims.yaml", "sources.yaml", "model/level.mdl"];
  const files = new Map(names.map((name) => [name, readFileSync(join(root, "checks/study", name), "utf8")]));
  return planStudy(readStudy(files).value!, { futures: 512 }).main.job;
}

async function bundled(): Promise<string> {
  const entry = "\0entry";
  const bundle = await rolldown({
    input: entry,
    platform: "browser",
    resolve: { conditionNames: ["browser", "source", "import", "default"] },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? script : undefined),
      },
    ],
    cwd: join(root, "checks"),
  });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  return output[0].code;
}
