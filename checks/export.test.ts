import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";

// The page as it is given away: opened from disk, without a server and without a connection.

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "sequitur-"));
const file = join(folder, "page.html");
const site = join(folder, "site");
const modelFile = join(folder, "cooling.html");

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

function sequitur(...args: readonly string[]) {
  return spawnSync(process.execPath, ["packages/cli/bin/sequitur.mjs", ...args], { cwd: root, encoding: "utf8" });
}

beforeAll(async () => {
  expect(sequitur("export", "checks/study", "--html", file, "--site", site).stderr).not.toMatch(/error/i);
  expect(sequitur("export", "checks/models/cooling.mdl", "--html", modelFile).status).toBe(0);
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({ locale: "en-US", offline: true, acceptDownloads: true });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(file:|blob:|data:)/.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
}, 60_000);
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
}, 60_000);

const address = (of: string, hash = "") => `${pathToFileURL(of).href}${hash}`;

describe("one file", () => {
  test("is smaller than 5 MB and names no other host to load from", () => {
    expect(statSync(file).size).toBeLessThan(5_000_000);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(file, "utf8"))![1]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toMatch(/script-src 'sha256-[\w+/=]+' 'wasm-unsafe-eval';/);
    expect(policy).not.toMatch(/'unsafe-eval'|https?:/);
  });

  test("shows the claims, and speaks Spanish", async () => {
    await page.goto(address(file));
    await page.waitForSelector("article");
    expect(await page.locator("article").count()).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Español" }).click();
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("es");
  });

  test("runs the model as a slider moves", async () => {
    await page.goto(address(file, "#/simulator"));
    const chart = page.getByTestId("main-chart");
    await chart.getByRole("button", { name: "Table" }).click();
    const before = await chart.locator("table").textContent();
    const slider = page.locator('input[type="range"]').first();
    for (let i = 0; i < 5; i++) await slider.press("ArrowRight");
    await expect.poll(() => chart.locator("table").textContent()).not.toBe(before);
  });

  test("runs every future again in workers, and gets the terminal's digest", async () => {
    await page.goto(address(file, "#/check"));
    await page.getByRole("button", { name: "Recompute here" }).click();
    const result = page.getByTestId("recomputed");
    await result.waitFor({ timeout: 60_000 });
    expect(await result.textContent()).toContain("Same digest.");
  }, 90_000);

  test("gives its files and its futures to keep", async () => {
    await page.goto(address(file, "#/check"));
    for (const [button, kept] of [
      ["The model", (text: string) => text.includes("{UTF-8}") || text.includes("~")],
      ["The study's files (.json)", (text: string) => "study.yaml" in JSON.parse(text)],
      ["The findings (.json)", (text: string) => /^[0-9a-f]{64}$/.test(JSON.parse(text).digest)],
      ["The futures (.parquet)", (text: string) => text.startsWith("PAR1")],
      ["The futures (.csv)", (text: string) => /^scenario,policy,/.test(text) && text.split("\n").length > 100],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent("download", { timeout: 60_000 }),
        page.getByRole("button", { name: button }).click(),
      ]);
      expect(kept(readFileSync(await download.path(), "latin1")), button).toBe(true);
    }
  }, 120_000);

  test("a model alone does the same", async () => {
    await page.goto(address(modelFile));
    await page.waitForSelector("figure svg");
    expect(await page.locator('.controls input[type="range"]').count()).toBe(2);
  });

  test("texts that would end a script stay texts", async () => {
    const model = readFileSync(join(root, "checks/models/cooling.mdl"), "utf8");
    const evil = "</script><script>document.title='broken'</script><!--";
    writeFileSync(join(folder, "evil.mdl"), model.replace("~", `~ ~ ${evil} |\nevil = 1\n\t~`));
    const exported = join(folder, "evil.html");
    expect(sequitur("export", join(folder, "evil.mdl"), "--html", exported).status).toBe(0);
    await page.goto(address(exported));
    await page.waitForSelector("h1");
    expect(await page.title()).toContain("evil.mdl");
  });
});

describe("a site", () => {
  let server: Server;
  beforeAll(async () => {
    const types: Readonly<Record<string, string>> = {
      ".html": "text/html",
      ".js": "text/javascript",
      ".css": "text/css",
    };
    server = createServer(({ url }, response) => {
      const path = join(site, url === "/" ? "index.html" : new URL(url ?? "/", "http://localhost").pathname);
      response.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream");
      response.end(readFileSync(path));
    }).listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
  });
  afterAll(() => server.close());

  test("stands on any host of files, with its own policy", async () => {
    expect(readdirSync(site)).toEqual(expect.arrayContaining(["assets", "content.json", "index.html"]));
    const at = server.address();
    const online = await browser.newPage();
    await online.goto(`http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}/#/simulator`);
    await online.waitForSelector("figure svg");
    const policy = await online.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    await online.close();
  });
});

for (const [what, args, status, says] of [
  ["no place to write to", ["export", "checks/study"], 2, /--html FILE, --site FOLDER/],
  ["a folder that is not there", ["export", "checks/study", "--html", "/nowhere/at/all.html"], 2, /nowhere/],
  ["a model with errors", ["export", "checks/models/faulty.mdl", "--html", "-"], 1, /FROBNICATE/],
  ["help", ["export", "--help"], 0, /Examples:\n\s+\$ sequitur export[\s\S]*/],
] as const)
  test(`${what}: ${status}`, () => {
    const { stdout, stderr, status: got } = sequitur(...args);
    expect(`${stdout}${stderr}`).toMatch(says);
    expect(got).toBe(status);
  });
