import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ReweightedStudy, shareText } from "@sequitur/study";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type ServedPage, servePage } from "./served-page.ts";
import { studyCopy } from "./study-copy.ts";

// What would change a verdict: the futures that were run, read along one input and weighed by a reader's own view.

const root = resolve(import.meta.dirname, "..");
const minute = 60_000;

let browser: Browser;
let folder: string;
let served: ServedPage;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  folder = studyCopy();
  [browser, served] = await Promise.all([openBrowser(), servePage(folder)]);
}, 2 * minute);
afterAll(async () => {
  served.close();
  await browser.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  page.on("pageerror", (error) => complaints.push(error.message));
}, minute);
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
}, minute);

const claim = "above-hundred";
const answer = () => page.getByTestId("own-view");

async function open(query = ""): Promise<void> {
  await page.goto(`${served.address}#/claim/${claim}${query}`);
  await page.waitForSelector("fieldset");
}

/** What `sequitur run --prior` says of the same view. */
function reweighed(prior: string): ReweightedStudy {
  const file = join(folder, "prior.yaml");
  writeFileSync(file, prior);
  const { stdout } = spawnSync(
    process.execPath,
    ["packages/cli/bin/sequitur.mjs", "run", folder, "--prior", file, "--json"],
    { cwd: root, encoding: "utf8" },
  );
  return JSON.parse(stdout) as ReweightedStudy;
}

for (const [what, query, prior] of [
  ["a range", "inflow=4_10", "prior: { inflow: { uniform: [4, 10] } }"],
  ["a likeliest value", "start=1_90_101", "prior: { start: { triangular: [1, 90, 101] } }"],
] as const)
  test(
    `${what}: the page weighs as the terminal does`,
    async () => {
      await open(`?prior=${encodeURIComponent(query)}`);
      const found = reweighed(prior);
      if (found.kind === "refused") throw new Error(found.reason);
      const { share, interval } = found.claims.find(({ id }) => id === claim)!;
      const told = await answer().textContent();
      expect(told).toContain(shareText(share, interval));
      expect(told).toContain(`${Math.round(found.effective).toLocaleString("en")} drawn from your view`);
      // The verdict at the top of the view follows.
      expect(await page.locator(".yours").textContent()).toContain(shareText(share, interval));
    },
    minute,
  );

test(
  "a view that too few futures carry is refused, with how many there are",
  async () => {
    await open(`?prior=${encodeURIComponent("inflow=4_4.1")}`);
    const found = reweighed("prior: { inflow: { uniform: [4, 4.1] } }");
    expect(found).toMatchObject({ kind: "refused", reason: "few" });
    expect(await answer().textContent()).toContain("385 are wanted");
    expect(await page.locator(".yours").count()).toBe(0);
  },
  minute,
);

test(
  "by keys alone a view is drawn, stands in the link, and is let go of",
  async () => {
    await open();
    expect(await answer().count()).toBe(0);
    const lowest = page.getByRole("slider", { name: "Inflow, lowest" });
    await lowest.focus();
    for (let i = 0; i < 60; i++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.url()).toContain(`prior=${encodeURIComponent("inflow=3_5_10")}`);
    const told = await answer().textContent();
    const other = await browser.newPage({ locale: "en-US" });
    await other.goto(page.url());
    expect(await other.getByTestId("own-view").textContent()).toBe(told);
    await other.close();
    await page.getByRole("button", { name: "Let go of your view" }).press("Enter");
    await expect.poll(() => page.url()).not.toContain("prior=");
  },
  minute,
);

test(
  "handles push each other along, and never pass",
  async () => {
    await open();
    const [lowest, highest] = [
      page.getByRole("slider", { name: "Inflow, lowest" }),
      page.getByRole("slider", { name: "Inflow, highest" }),
    ];
    await lowest.focus();
    await page.keyboard.press("End");
    expect(Number(await lowest.inputValue())).toBeLessThan(Number(await highest.inputValue()));
    await highest.focus();
    await page.keyboard.press("Home");
    expect(Number(await lowest.inputValue())).toBeLessThan(Number(await highest.inputValue()));
  },
  minute,
);

test(
  "along its first hinge a claim turns where it must, and each word has its place",
  async () => {
    await open();
    const change = page.getByTestId("verdict-change");
    // Start is even over a hundred and so is ten times the inflow: half of the futures pass a hundred where it is about 50.
    await change.getByRole("button", { name: "Table" }).click();
    const rows = await change
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")));
    const words = [...new Set(rows.map((row) => row[3]))];
    expect(words).toEqual(["almost none", "few", "about half", "most", "nearly all"]);
    const slider = change.getByRole("slider");
    const before = await change.locator(".says").textContent();
    await slider.focus();
    await page.keyboard.press("End");
    await expect.poll(() => change.locator(".says").textContent()).not.toBe(before);
    expect(await change.locator(".says").textContent()).toMatch(/holds in nearly all of the futures examined, >99 %/);
  },
  minute,
);

test(
  "a card's reader who disagrees comes to where it is said how",
  async () => {
    await page.goto(served.address);
    await page.getByRole("link", { name: "Disagree" }).first().click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ""))
      .toContain("If you see it differently");
  },
  minute,
);
