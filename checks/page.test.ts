import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Findings, shareText } from "@sequitur/study";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type ServedPage, servePage } from "./served-page.ts";
import { copyOf } from "./study-copy.ts";

const root = resolve(import.meta.dirname, "..");
const minutes = 60_000;

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
}, minutes);
afterAll(() => browser.close());

beforeEach(async () => {
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

/** `npm start` runs all of them; what the page shows is the same in kind with fewer. */
function fewerFutures(study: string, futures: number): string {
  const file = join(study, "study.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^futures: \d+$/mu, `futures: ${futures}`));
  return study;
}

// That a browser comes to the terminal's digest is held on a smaller study, by export.test.ts and page-quality.test.ts.
describe("the first study's page", () => {
  let served: ServedPage;
  let findings: Findings;

  beforeAll(async () => {
    const study = fewerFutures(copyOf("studies/us-strikes-in-mexico"), 2048);
    const { stdout } = spawnSync(process.execPath, ["packages/cli/bin/sequitur.mjs", "run", study, "--json"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    findings = JSON.parse(stdout) as Findings;
    served = await servePage(study);
  }, 5 * minutes);
  afterAll(() => served.close());

  test("shows every claim with the number that the terminal gives", async () => {
    await page.goto(served.address);
    await page.waitForSelector("article");
    expect(await page.locator("article").count()).toBe(findings.claims.length);
    for (const { id, share, interval } of findings.claims) {
      const card = page.locator("article", { has: page.locator(`h3 a[href^="#/claim/${id}?"]`) });
      if (share !== null && interval !== null) expect(await card.textContent()).toContain(shareText(share, interval));
      else expect(await card.textContent()).toMatch(/Cannot be tested|Outside the model/);
    }
  });

  test("opens a claim with its workings", async () => {
    const tested = findings.claims.find(({ share }) => share !== null)!;
    await page.goto(`${served.address}#/claim/${tested.id}`);
    await page.waitForSelector("figure svg");
    expect(await page.locator("main").textContent()).toContain(shareText(tested.share!, tested.interval!));
    // What a prior is weighed with arrives after the rest.
    await expect.poll(() => page.locator("figure").count(), { timeout: minutes / 2 }).toBeGreaterThanOrEqual(3);
  });

  test("runs the model again as a slider moves", async () => {
    await page.goto(`${served.address}#/simulator`);
    const chart = page.getByTestId("main-chart");
    await chart.getByRole("button", { name: "Table" }).click();
    const before = await chart.locator("table").textContent();
    const slider = page.locator('input[type="range"]').first();
    await slider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => chart.locator("table").textContent()).not.toBe(before);
  });

  for (const language of ["en", "es"])
    test(`prints a brief of four to eight pages, charts and method in it: ${language}`, async () => {
      await page.goto(`${served.address}#/brief?lang=${language}`);
      await page.waitForSelector("figure svg");
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThanOrEqual(4);
      expect(pages).toBeLessThanOrEqual(8);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("figure svg:visible").count()).toBe(4);
      expect(await page.locator(".method:visible").textContent()).toContain(findings.digest);
      expect(await page.locator("button:visible, nav:visible").count()).toBe(0);
    });

  for (const view of ["", "#/simulator", "#/check"]) {
    test(`fits a phone: ${view || "the claims"}`, async () => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(`${served.address}${view}`);
      await page.waitForSelector("h1");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  }
});

describe("a model's page", () => {
  let served: ServedPage;
  beforeAll(async () => {
    served = await servePage("checks/models/cooling.mdl");
  });
  afterAll(() => served.close());

  test("has a slider for each constant, and runs as it moves", async () => {
    await page.goto(served.address);
    const chart = page.getByTestId("main-chart");
    await chart.getByRole("button", { name: "Table" }).click();
    expect(await page.locator('.controls input[type="range"]').count()).toBe(2);
    const before = await chart.locator("table").textContent();
    await page.locator('input[type="range"]').first().press("ArrowRight");
    await expect.poll(() => chart.locator("table").textContent()).not.toBe(before);
  });
});
