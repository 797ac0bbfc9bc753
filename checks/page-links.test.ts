import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type ServedPage, servePage } from "./served-page.ts";

// Who opens a link sees what the sender saw: the view, the sliders, the chosen chart, the language.

let browser: Browser;
let served: ServedPage;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), servePage("checks/study")]);
}, 300_000);
afterAll(async () => {
  served.close();
  await browser.close();
});
beforeEach(async () => {
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  page.on("pageerror", (error) => complaints.push(error.message));
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
}, 60_000);

async function shown(on: Page) {
  await on.waitForSelector("figure svg");
  // Until then the difference's interval is of fewer futures.
  await on.waitForSelector('[data-testid="fan"][data-provisional="false"]');
  const sliders = on.locator('input[type="range"]');
  return {
    values: await sliders.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
    chart: await on.getByTestId("main-chart").locator("figcaption").textContent(),
    language: await on.locator("html").getAttribute("lang"),
    chosen: await on.locator('button[aria-pressed="true"]').textContent(),
  };
}

test("the simulator's link restores policy, sliders, chart and language", async () => {
  await page.goto(`${served.address}#/simulator?lang=es`);
  await page.waitForSelector("figure svg");
  const policies = page.locator("#policy option");
  await page.locator("#policy").selectOption({ index: (await policies.count()) - 1 });
  await page.locator('button[aria-pressed="false"]').first().click();
  const slider = page.locator('input[type="range"]').first();
  for (let i = 0; i < 3; i++) await slider.press("ArrowRight");
  const moved = await slider.inputValue();
  await expect.poll(() => page.url()).toMatch(new RegExp(`set=\\w+%3D${moved}(&|$)`));
  await expect.poll(() => page.url()).toContain("show=");
  const sent = page.url();
  const before = await shown(page);
  const other = await browser.newPage({ locale: "en-US" });
  await other.goto(sent);
  const after = await shown(other);
  await other.close();
  expect(after).toEqual(before);
  expect(after.language).toBe("es");
});

test("every link on the page says study and language, and opens the same view", async () => {
  await page.goto(`${served.address}#/?lang=es`);
  await page.waitForSelector("article");
  const links = await page
    .locator("nav a:not([hreflang]), article h3 a")
    .evaluateAll((all) => all.map((each) => each.getAttribute("href")!));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(link).toMatch(/lang=es&study=[0-9a-f]{12}$/);
});

test("a link of another study says so, and shows what is there", async () => {
  await page.goto(`${served.address}#/simulator?study=000000000000&lang=en`);
  await page.waitForSelector("figure svg");
  expect(await page.locator("p[role=status]").textContent()).toContain("another edition of the study");
});

test("the reader's browser chooses the language until a link or the reader does", async () => {
  const spanish = await browser.newPage({ locale: "es-MX" });
  await spanish.goto(served.address);
  await spanish.waitForSelector("article");
  expect(await spanish.locator("html").getAttribute("lang")).toBe("es");
  // What the study says only in English is marked so.
  expect(await spanish.locator("h1 [lang=en]").textContent()).toBe("Does more come in?");
  expect(await spanish.locator("nav .title").textContent()).toBe("Niveles");
  await spanish.getByRole("link", { name: "English" }).click();
  await expect.poll(() => spanish.locator("nav").textContent()).toContain("The evidence");
  expect(await spanish.locator("html").getAttribute("lang")).toBe("en");
  await spanish.close();
});
