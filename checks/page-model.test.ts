import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type ServedPage, servePage } from "./served-page.ts";

const minute = 60_000;

let browser: Browser;
let served: ServedPage;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
  served = await servePage("checks/models/cooling.mdl");
}, minute);
afterAll(async () => {
  served.close();
  await browser.close();
});
beforeEach(async () => {
  complaints = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(served.address);
  await page.waitForSelector("h1");
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

function choose(name: string, text: string): Promise<void> {
  return page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

test("a model without a drawing is laid out, moved by keys, and tells of each variable", async () => {
  const drawing = page.locator(".drawing");
  const frame = () => drawing.locator("svg").getAttribute("viewBox");
  const before = await frame();
  await drawing.focus();
  await page.keyboard.press("+");
  await expect.poll(frame).not.toBe(before);
  await page.getByText("variables as a list").click();
  await page.locator("table").getByRole("link").first().click();
  await page.waitForSelector("article math");
});

test("all constants at once make a fan that says on how many futures it rests", async () => {
  const fan = page.getByTestId("model-fan");
  await expect.poll(() => fan.textContent(), { timeout: minute / 2 }).toMatch(/nine in ten of 1,000 futures/);
});

test("a bad file shows what is wrong, where, and how to mend it, and then another may be opened", async () => {
  await choose("bad.mdl", "x = INTEG(");
  await expect.poll(() => page.locator("main").textContent()).toMatch(/cannot be opened yet.*bad\.mdl, line 1/s);
  await choose("<img src=x onerror=alert(1)>.mdl", "<script>alert(1)</script> = ~~|");
  await expect.poll(() => page.locator("h1").textContent()).toBe("<img src=x onerror=alert(1)>.mdl");
  await choose("decay.mdl", "x = INTEG(-x, 1)~~|INITIAL TIME=0~~|FINAL TIME=2~~|TIME STEP=0.5~~|SAVEPER=0.5~~|");
  await expect.poll(() => page.locator("main").textContent()).toMatch(/Half the time step.*to be looked at/s);
});

test("fits a phone", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.waitForSelector(".drawing");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
