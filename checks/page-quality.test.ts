import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type ServedPage, servePage } from "./served-page.ts";
import { studyCopy } from "./study-copy.ts";

// What every view owes every reader: to be read by ear and by key, in both languages, without a connection, whatever a study says.

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const views = ["", "claim/boost-raises", "simulator", "policies", "evidence", "check", "card/boost-raises", "brief"];
const minute = 60_000;

let browser: Browser;
let served: ServedPage;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), servePage("checks/study")]);
}, 2 * minute);
afterAll(async () => {
  served.close();
  await browser.close();
});

async function open(options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-US", ...options });
  opened.on("pageerror", (error) => complaints.push(error.message));
  return opened;
}

async function visit(on: Page, view: string, query = ""): Promise<void> {
  await on.goto(`${served.address}#/${view}${query}`);
  await on.waitForSelector("main :is(h1, h3)");
  if (/claim|simulator|policies|brief/.test(view)) await on.waitForSelector("figure svg");
}

beforeEach(async () => {
  complaints = [];
  page = await open();
}, minute);
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
}, minute);

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

for (const colorScheme of ["light", "dark"] as const)
  for (const language of ["en", "es"])
    test(
      `axe-core finds nothing on any view: ${colorScheme}, ${language}`,
      async () => {
        const tinted = await open({ colorScheme });
        for (const view of views) {
          await visit(tinted, view, `?lang=${language}`);
          await tinted.evaluate(axe);
          const found = (await tinted.evaluate(
            "axe.run().then(({ violations }) => violations)",
          )) as readonly Violation[];
          const told = found.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" ; ")}`,
          );
          expect(told, view).toEqual([]);
          expect(await tinted.locator("html").getAttribute("lang")).toBe(language);
        }
        await tinted.close();
      },
      minute,
    );

test(
  "every control of every view is reached by Tab, and shows that it is",
  async () => {
    for (const view of views) {
      await visit(page, view);
      const wanted = await page
        .locator("a[href], button, input, select, summary")
        .evaluateAll(
          (all) => all.filter((each) => each.checkVisibility() && !(each as HTMLButtonElement).disabled).length,
        );
      const reached = new Set<string>();
      const plain: string[] = [];
      for (let i = 0; i < wanted + 2; i++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const focused = document.activeElement;
          if (focused === null || focused === document.body) return undefined;
          const all = [...document.querySelectorAll("*")];
          return {
            place: all.indexOf(focused),
            outline: getComputedStyle(focused).outlineStyle,
            html: focused.outerHTML.slice(0, 80),
          };
        });
        if (at === undefined) continue;
        reached.add(String(at.place));
        if (at.outline === "none") plain.push(at.html);
      }
      expect(reached.size, view).toBeGreaterThanOrEqual(wanted);
      expect(plain, view).toEqual([]);
    }
  },
  minute,
);

test("a slider, a policy, a table and a chart are all worked by keys alone", async () => {
  await visit(page, "simulator");
  const slider = page.locator('input[type="range"]').first();
  await slider.focus();
  const before = await slider.inputValue();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => slider.inputValue()).not.toBe(before);
  const table = page.getByTestId("main-chart").getByRole("button", { name: "Table" });
  await table.focus();
  await page.keyboard.press("Enter");
  expect(await page.getByTestId("main-chart").locator("tbody tr").count()).toBeGreaterThan(2);
  await page.locator("#policy").focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.locator("#policy").inputValue()).toBe("as-is");
});

test(
  "without a connection, every view and both languages are there once the page has come to rest",
  async () => {
    await visit(page, "");
    await page.waitForSelector("html[data-loaded=all]");
    await page.context().setOffline(true);
    for (const view of [...views, ""]) {
      await page.evaluate((to) => location.assign(`#/${to}?lang=${to === "evidence" ? "es" : "en"}`), view);
      await page.waitForSelector("main :is(h1, h3)");
      if (/claim|simulator|policies|brief/.test(view)) await page.waitForSelector("figure svg");
      if (view === "evidence") await expect.poll(() => page.locator("h1").textContent()).toBe("La evidencia");
    }
    await page.evaluate(() => location.assign("#/check?lang=en"));
    await page.getByRole("button", { name: "Recompute here" }).click();
    expect(await page.getByTestId("recomputed").textContent({ timeout: minute })).toContain("Same digest.");
    await page.context().setOffline(false);
  },
  2 * minute,
);

test(
  "a thousand moves of a slider leave no memory behind",
  async () => {
    await visit(page, "simulator");
    const devtools = await page.context().newCDPSession(page);
    const move = (times: number) =>
      page.evaluate(async (count) => {
        const slider = document.querySelector<HTMLInputElement>('input[type="range"]')!;
        for (let i = 0; i < count; i++) {
          slider.value = String(i % 2 === 0 ? slider.max : slider.min);
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          // The page runs the model once a frame, however many moves there were.
          if (i % 4 === 0) await new Promise(requestAnimationFrame);
        }
      }, times);
    const used = async () => {
      await devtools.send("HeapProfiler.collectGarbage");
      return (await devtools.send("Runtime.getHeapUsage")).usedSize;
    };
    await move(100);
    const before = await used();
    await move(1000);
    expect((await used()) - before).toBeLessThan(1_000_000);
  },
  2 * minute,
);

test("a card is taken as text, as an embed, and as a picture", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(page, "");
  const card = page.locator("article").first();
  await card.locator("summary").click();
  const pasted = () => page.evaluate(() => navigator.clipboard.readText());
  await card.getByRole("button", { name: "As text" }).click();
  await expect.poll(pasted).toContain("A share of futures is not a probability.");
  await card.getByRole("button", { name: "As an embed" }).click();
  await expect
    .poll(pasted)
    .toMatch(/^<iframe src="http:\/\/127\.0\.0\.1:\d+\/#\/card\/[\w-]+\?lang=en&amp;study=[0-9a-f]{12}"/);
  await card.getByRole("button", { name: "As a picture" }).click();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)))
    .toContain("image/png");
});

describe("a hostile study", () => {
  const script = `<img src=x onerror='globalThis.taken=1'><script>globalThis.taken=1</script>`;
  let folder: string;
  let hostile: ServedPage;

  beforeAll(async () => {
    folder = studyCopy();
    for (const name of ["study.yaml", "claims.yaml", "sources.yaml"]) {
      const text = readFileSync(join(folder, name), "utf8");
      const keys = name === "sources.yaml" ? "title|by" : "label|title|question|says|who|en|es";
      const poisoned = text.replace(
        new RegExp(`\\b(${keys}): ([^,{}\\n]+)`, "g"),
        (_, key, said) => `${key}: "${script} ${String(said).trim().replaceAll('"', "")}"`,
      );
      writeFileSync(join(folder, name), poisoned);
    }
    const model = join(folder, "model/level.mdl");
    writeFileSync(model, readFileSync(model, "utf8").replace("Start", `{${"long ".repeat(2_000_000)}}\nStart`));
    hostile = await servePage(folder);
  }, 2 * minute);
  afterAll(() => {
    hostile.close();
    rmSync(folder, { recursive: true });
  });

  test(
    "is shown as text, and breaks nothing",
    async () => {
      for (const view of views) {
        await page.goto(`${hostile.address}#/${view}`);
        await page.waitForSelector("main :is(h1, h3)");
        if (/claim|simulator|policies|brief/.test(view)) await page.waitForSelector("figure svg");
        expect(await page.evaluate("globalThis.taken")).toBeUndefined();
        expect(await page.locator("main img, main script").count(), view).toBe(0);
      }
      await page.goto(`${hostile.address}#/`);
      await page.waitForSelector("article");
      expect(await page.locator("h1").textContent()).toContain(script);
    },
    minute,
  );
});
