import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { Findings, PolicySearchFinding } from "@sequitur/study";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type ServedPage, servePage } from "./served-page.ts";
import { studyCopy } from "./study-copy.ts";

// The view of policies: what was searched for, what standards say, and where a reader's own policy comes out; and what must hold.

const root = resolve(import.meta.dirname, "..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const minute = 60_000;

let browser: Browser;
let served: ServedPage;
let folder: string;
let page: Page;
let complaints: string[];
let findings: Findings;

/** The small study with a second thing to want, a search for both, and a check that some futures break. */
function wantingStudy(): string {
  const copy = studyCopy();
  const path = join(copy, "study.yaml");
  const effort =
    "  effort: { variable: Extra, label: Effort, unit: item/Month, figure: { at: 10 }, better: lower }\npolicies:";
  writeFileSync(
    path,
    `${readFileSync(path, "utf8").replace("policies:", effort)}
search: { goals: [{ measure: level, step: 5 item }, { measure: effort, step: 0.5 item/Month }] }
checks:
  not-too-much:
    says: { en: The level stays below 150., es: El nivel no llega a 150. }
    test: { measure: level, under: as-is, is: below, limit: 150 item }
`,
  );
  return copy;
}

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
  folder = wantingStudy();
  findings = JSON.parse(sequitur("run", folder, "--json")) as Findings;
  [browser, served] = await Promise.all([openBrowser(), servePage(folder)]);
}, 5 * minute);
afterAll(async () => {
  served.close();
  await browser.close();
  rmSync(dirname(folder), { recursive: true });
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

async function visit(on: Page, query = "", address = served.address): Promise<void> {
  await on.goto(`${address}#/policies${query}`);
  await on.getByTestId("ranks").locator("svg").first().waitFor({ timeout: minute });
}

const figure = (on: Page, title: string) =>
  on.locator("figure", { has: on.locator("figcaption strong", { hasText: new RegExp(`^${title}$`) }) });
const rounded = (value: number) => String(Number(value.toPrecision(3)));

test(
  "a search in the page finds what the terminal finds; the terminal's is kept, and shown to the next reader",
  async () => {
    await visit(page);
    await page.getByRole("button", { name: "Search here" }).click();
    const chart = page.getByTestId("trade-offs");
    await chart.locator("svg").waitFor({ timeout: 2 * minute });
    const here = await rowsOf(page);
    const found = JSON.parse(sequitur("search", folder, "--json")) as PolicySearchFinding;
    expect(here.length).toBe(found.found.length + found.studied.length);
    for (const { heldOutGains } of found.found) expect(here).toContainEqual(heldOutGains.map(rounded));
    const next = await servePage(folder);
    await visit(page, "", next.address);
    await chart.locator("svg").waitFor();
    expect(await rowsOf(page)).toEqual(here);
    expect(await page.getByTestId("search-runs").locator("figcaption").textContent()).toContain(
      "more searching would find little more",
    );
    next.close();
  },
  5 * minute,
);

/** The gains in the table of trade-offs. */
async function rowsOf(on: Page): Promise<readonly (readonly string[])[]> {
  const chart = on.getByTestId("trade-offs");
  await chart.getByRole("button", { name: "Table" }).click();
  const cells = await chart
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")));
  return cells.map(([, ...gains]) => gains.map((gain) => gain.replace("+", "").replace("−", "-")));
}

test(
  "a reader's policy with the levers of the study's own has the numbers of the findings, at first provisional",
  async () => {
    await visit(page, "?set=Extra%3D5");
    await page.getByText("as for the study's own policies").waitFor({ timeout: minute });
    const order = figure(page, "Order");
    await order.getByRole("button", { name: "Table" }).click();
    const row = async (label: string) =>
      (await order.locator("tbody tr", { hasText: label }).locator("td").allTextContents()).slice(1);
    expect(await row("Your own")).toEqual(await row("Boost"));
    const { p50 } = findings.policies
      .find(({ id }) => id === "boost")!
      .measures.find(({ measure }) => measure === "order")!.change!;
    expect((await row("Your own"))[0]!.replace("−", "-")).toBe(rounded(p50));
  },
  2 * minute,
);

test(
  "by keys alone: a lever of one's own, a policy that was found, a measure; the link says all of it",
  async () => {
    sequitur("search", folder);
    const searched = await servePage(folder);
    await visit(page, "", searched.address);
    const own = page.getByTestId("own");
    await own.locator('input[type="range"]').first().focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
    await own.getByTestId("landed").waitFor({ timeout: minute });
    await page.getByRole("slider", { name: "Policies that were found" }).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.getByTestId("found").locator("h3").waitFor();
    await page.getByTestId("ranks").getByRole("combobox").selectOption("effort");
    await expect.poll(() => page.url()).toMatch(/set=Extra%3D0\.2&found=\d+&by=effort/);
    const seen = (on: Page) =>
      Promise.all([
        on.getByTestId("found").textContent(),
        on.getByTestId("ranks").locator("figcaption").textContent(),
        on.getByTestId("own").locator("output").first().textContent(),
      ]);
    const other = await open();
    await other.goto(page.url());
    await other.getByTestId("found").locator("h3").waitFor({ timeout: minute });
    expect(await seen(other)).toEqual(await seen(page));
    await page.getByRole("button", { name: "Take it as your own" }).press("Enter");
    await expect.poll(() => own.locator("output").first().textContent()).not.toBe((await seen(other))[2]);
    await other.close();
    searched.close();
  },
  3 * minute,
);

for (const colorScheme of ["light", "dark"] as const)
  for (const language of ["en", "es"])
    test(
      `axe-core finds nothing, and a phone shows all of it: ${colorScheme}, ${language}`,
      async () => {
        sequitur("search", folder);
        const searched = await servePage(folder);
        const phone = await open({ colorScheme, viewport: { width: 360, height: 740 } });
        await visit(phone, `?lang=${language}&set=Extra%3D2&found=1`, searched.address);
        await phone.getByTestId("found").locator("h3").waitFor({ timeout: minute });
        for (const view of ["policies", "check"]) {
          if (view === "check") await phone.goto(`${searched.address}#/check?lang=${language}`);
          await phone.waitForSelector(view === "check" ? "[data-testid=checks]" : "[data-testid=own]");
          await phone.evaluate(axe);
          const found = await phone.evaluate(
            "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' ; ')))",
          );
          expect(found, view).toEqual([]);
          expect(await phone.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(360);
        }
        await phone.close();
        searched.close();
      },
      2 * minute,
    );

test(
  "what must hold says in how many futures it does not, and one of them opens",
  async () => {
    const [check] = findings.checks;
    await page.goto(`${served.address}#/check`);
    const list = page.getByTestId("checks");
    await list.waitFor();
    expect(await list.textContent()).toContain(`${check!.broken} of ${check!.futures.toLocaleString("en")} futures`);
    await list.getByRole("link").first().click();
    const card = page.getByTestId("future");
    await card.locator("tbody tr").first().waitFor({ timeout: minute });
    expect(await card.locator("h2").textContent()).toBe(`Future ${check!.examples[0]}`);
    const level = await card.locator("tbody tr", { hasText: "Level" }).first().locator("td").first().textContent();
    expect(Number(level)).toBeGreaterThanOrEqual(150);
  },
  minute,
);
