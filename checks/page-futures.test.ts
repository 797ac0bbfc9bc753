import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openFutures } from "@sequitur/ensemble";
import { type Findings, planStudy, readStudy, type Study } from "@sequitur/study";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type ServedPage, servePage } from "./served-page.ts";
import { studyCopy } from "./study-copy.ts";

// The view of futures: what is brushed in one place is kept in all, a box says what the findings say, and a link holds all of it.

const root = resolve(import.meta.dirname, "..");
const small = "checks/study";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const minute = 60_000;

let browser: Browser;
let served: ServedPage;
let page: Page;
let complaints: string[];
let findings: Findings;
let study: Study;

function sequitur(...args: readonly string[]): string {
  const run = spawnSync(process.execPath, ["packages/cli/bin/sequitur.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  expect(run.status, run.stderr).toBe(0);
  return run.stdout;
}

beforeAll(async () => {
  findings = JSON.parse(sequitur("run", small, "--json")) as Findings;
  const names = ["study.yaml", "claims.yaml", "sources.yaml", "model/level.mdl"];
  study = readStudy(new Map(names.map((name) => [name, readFileSync(join(root, small, name), "utf8")]))).value!;
  [browser, served] = await Promise.all([openBrowser(), servePage(small)]);
}, 5 * minute);
afterAll(async () => {
  served.close();
  await browser.close();
});

async function open(options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-US", ...options });
  opened.on("pageerror", (error) => complaints.push(error.message));
  opened.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return opened;
}

beforeEach(async () => {
  complaints = [];
  page = await open();
}, minute);
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
}, minute);

const claim = "above-hundred";
const axes = (on: Page) => on.getByTestId("axes").locator("figcaption .sentence");
const box = (on: Page) => on.locator("section", { has: on.locator("#peel") });

async function visit(on: Page, query = "", address = served.address): Promise<void> {
  await on.goto(`${address}#/futures/${claim}${query}`);
  await on.getByTestId("paths").locator("svg").first().waitFor({ timeout: minute });
  await box(on).locator("svg").first().waitFor({ timeout: minute });
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

test(
  "run whole, its box is the one of the findings, with their coverage and density, and the brushes follow it",
  async () => {
    await visit(page);
    await page.getByRole("button", { name: "Run all 4,096" }).click();
    await expect
      .poll(() => page.getByTestId("looked-at").textContent())
      .toContain(`${findings.examined.toLocaleString("en")} of them`);
    await page.getByRole("button", { name: "The box of the findings" }).click();
    const { coverage, density, mass, limits } = findings.claims.find(({ id }) => id === claim)!.box!;
    const said = await box(page).textContent();
    expect(said).toContain(`It holds ${percent(coverage)} of the futures in which the claim fails`);
    expect(said).toContain(`of the futures in it, ${percent(density)} are such. It is ${percent(mass)} of all.`);
    await expect.poll(() => page.url()).toContain("box=told");
    const link = new URLSearchParams(page.url().split("?")[1]);
    for (const { uncertainty, low, high } of limits) {
      const [from, to] = link.get(`brush.in.${uncertainty}`)!.split("~").map(Number);
      if (low !== null) expect(from).toBe(low);
      if (high !== null) expect(to).toBe(high);
    }
    // What is kept is what lies in the box.
    const kept = Math.round(mass * findings.examined).toLocaleString("en");
    expect(await axes(page).textContent()).toContain(
      `${kept} of ${findings.examined.toLocaleString("en")} futures are kept.`,
    );
  },
  2 * minute,
);

test(
  "a future's inputs, to the bit, and its figures are the terminal's",
  async () => {
    await visit(page, "?future=17");
    const card = page.getByTestId("future");
    await card.locator("table").first().waitFor();
    const { main } = planStudy(study, { futures: findings.futures, seed: findings.seed });
    const inputs = openFutures(main.job).inputs(17, main.policies.indexOf("as-is"));
    const link = await card.getByRole("link", { name: "As is" }).getAttribute("href");
    const moved = new Map(
      new URLSearchParams(link!.split("?")[1]).getAll("set").map((text) => text.split("=") as [string, string]),
    );
    study.uncertainties.forEach(({ variable }, at) => {
      expect(Number(moved.get(variable))).toBe(inputs[at]);
    });
    // Start + 10 months of inflow.
    const level = inputs[0]! + 10 * inputs[1]!;
    expect(await card.locator("tbody tr", { hasText: "Level" }).first().locator("td").first().textContent()).toBe(
      String(Number(level.toPrecision(3))),
    );
    await card.getByRole("link", { name: "As is" }).click();
    await page.waitForSelector("[data-testid=main-chart]");
    await page.locator("summary", { hasText: "Assumptions" }).click();
    expect(await page.locator("output").last().textContent()).toContain(String(Number(inputs[1]!.toPrecision(3))));
  },
  minute,
);

test(
  "by keys alone: an axis is brushed, a step is peeled, a future opened; the link says all of it",
  async () => {
    await visit(page);
    const before = await axes(page).textContent();
    const end = page.getByRole("slider", { name: "From: Start" });
    await end.focus();
    await page.keyboard.press("PageUp");
    await expect.poll(() => axes(page).textContent()).not.toBe(before);
    expect(Number(await end.getAttribute("aria-valuenow"))).toBeGreaterThan(20);
    const steps = page.getByRole("slider", { name: "Boxes from the widest" });
    await steps.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
    expect(await steps.getAttribute("aria-valuetext")).toMatch(/^Step 5 of \d+: coverage \d+ %, density \d+ %/);
    expect(await page.getByTestId("box").textContent()).toContain("New in this step");
    await page.locator("#scenario").fill("Little at first");
    await page.getByRole("button", { name: "The next one kept" }).press("Enter");
    await page.getByTestId("future").locator("table").first().waitFor();
    await expect.poll(() => page.url()).toMatch(/box=5&name=Little\+at\+first&future=\d+/);
    const seen = (on: Page) =>
      Promise.all([
        axes(on).textContent(),
        box(on).locator(".sentence").textContent(),
        on.locator("#future").textContent(),
        on.locator(".scenario").textContent(),
      ]);
    const other = await open();
    await other.goto(page.url());
    await other.getByTestId("future").locator("table").first().waitFor({ timeout: minute });
    await box(other).locator("svg").waitFor();
    expect(await seen(other)).toEqual(await seen(page));
    await other.close();
  },
  2 * minute,
);

test(
  "a pointer brushes an axis and a rectangle of the scatter, and both are the same brushes",
  async () => {
    await visit(page);
    // What stands above may still arrive and move the axes on under the pointer: then it is drawn again.
    const dragged = async () => {
      const track = (await page.locator(".track").first().boundingBox())!;
      await page.mouse.move(track.x + track.width * 0.25, track.y + 12);
      await page.mouse.down();
      await page.mouse.move(track.x + track.width * 0.5, track.y + 12);
      await page.mouse.up();
      return page.url();
    };
    await expect.poll(dragged, { timeout: minute / 2 }).toContain("brush.in.");
    const one = await axes(page).textContent();
    await page.getByRole("button", { name: "Let go of all" }).click();
    const canvas = page.getByTestId("scatter").locator("canvas");
    await canvas.scrollIntoViewIfNeeded();
    const area = (await canvas.boundingBox())!;
    await page.mouse.move(area.x + area.width * 0.3, area.y + area.height * 0.2);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.6, area.y + area.height * 0.6);
    await page.mouse.up();
    await expect.poll(() => page.url()).toMatch(/brush\.in\.\w+=.*brush\.margin=/);
    expect(await axes(page).textContent()).not.toBe(one);
  },
  minute,
);

for (const colorScheme of ["light", "dark"] as const)
  for (const language of ["en", "es"])
    test(
      `axe-core finds nothing, and a phone shows all of it: ${colorScheme}, ${language}`,
      async () => {
        const phone = await open({ colorScheme, viewport: { width: 360, height: 740 } });
        await visit(phone, `?lang=${language}&box=told&future=3&brush.in.start=10~60`);
        await phone.getByTestId("future").locator("table").first().waitFor();
        await phone.evaluate(axe);
        const found = await phone.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' ; ')))",
        );
        expect(found).toEqual([]);
        expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        if (language === "es") expect(await phone.locator("h1").textContent()).toBe("Los futuros");
        await phone.close();
      },
      minute,
    );

test(
  "the exported file finds the same boxes from disk, with no connection",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "sequitur-"));
    const file = join(folder, "levels.html");
    sequitur("export", small, "--html", file);
    const context = await browser.newContext({ offline: true, locale: "en-US" });
    const offline = await context.newPage();
    await visit(offline, "?futures=4096", pathToFileURL(file).href);
    await offline.getByRole("button", { name: "The box of the findings" }).click();
    const { coverage } = findings.claims.find(({ id }) => id === claim)!.box!;
    expect(await box(offline).textContent()).toContain(`It holds ${percent(coverage)} of the futures`);
    await context.close();
    rmSync(folder, { recursive: true });
  },
  2 * minute,
);

test(
  "what a study says stands as text, a scenario's name too",
  async () => {
    const script = `<img src=x onerror='globalThis.taken=1'>`;
    const folder = studyCopy();
    for (const name of ["study.yaml", "claims.yaml"]) {
      const text = readFileSync(join(folder, name), "utf8");
      const poisoned = text.replace(
        /\b(label|says|who): ([^,{}\n]+)/g,
        (_, key, said) => `${key}: "${script} ${String(said).trim()}"`,
      );
      writeFileSync(join(folder, name), poisoned);
    }
    const hostile = await servePage(folder);
    await visit(page, `?box=told&future=3&name=${encodeURIComponent(script)}`, hostile.address);
    await page.getByTestId("future").locator("table").first().waitFor();
    expect(await page.locator(".scenario").textContent()).toBe(script);
    await page.goto(`${hostile.address}#/policies?set=Extra%3D1`);
    await page.getByTestId("landed").waitFor({ timeout: minute });
    expect(await page.locator("main img, main script").count()).toBe(0);
    expect(await page.evaluate("globalThis.taken")).toBeUndefined();
    hostile.close();
    rmSync(dirname(folder), { recursive: true });
  },
  2 * minute,
);
