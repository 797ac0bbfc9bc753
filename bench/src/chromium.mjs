import { readFileSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { chromium as driver } from "playwright-core";

const origin = "http://bench.invalid/";
const engine = new URL("../../packages/engine/dist/web/sequitur.js", import.meta.url);
const script = new URL("./first-number-page.mjs", import.meta.url);

const page = `<!doctype html><meta charset="utf-8"><title>bench</title>
<script type="importmap">{ "imports": { "@sequitur/engine": "/sequitur.js", "@sequitur/model": "/sequitur.js" } }</script>
<script type="module">
  import { firstNumber } from "/first-number-page.mjs";
  window.firstNumber = firstNumber;
</script>`;

/**
 * From text to first number in a real Chromium, on a page of plain modules.
 * @returns  milliseconds: `first` in a fresh page each, `again` in one page
 */
export async function inChromium(text, rounds) {
  // The package's own choice is one process for all, which ends with the first page that is closed.
  const args = chromium.args.filter((arg) => arg !== "--single-process");
  const browser = await driver.launch({ executablePath: await chromium.executablePath(), args, headless: true });
  try {
    const first = [];
    for (let round = 0; round < 5; round++) first.push((await timesInPage(browser, text, 1))[0]);
    return { first, again: (await timesInPage(browser, text, rounds + 1)).slice(1) };
  } finally {
    await browser.close();
  }
}

async function timesInPage(browser, text, rounds) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    await tab.route(`${origin}**`, (route) => route.fulfill(answer(new URL(route.request().url()).pathname)));
    await tab.goto(origin);
    await tab.waitForFunction("window.firstNumber !== undefined");
    return await tab.evaluate(
      async ([model, count]) => {
        const samples = [];
        for (let i = 0; i < count; i++) samples.push(await window.firstNumber(model));
        return samples;
      },
      [text, rounds],
    );
  } finally {
    await context.close();
  }
}

function answer(path) {
  const files = { "/sequitur.js": engine, "/first-number-page.mjs": script };
  if (path === "/") return { contentType: "text/html", body: page };
  const file = files[path];
  return file === undefined ? { status: 404 } : { contentType: "text/javascript", body: readFileSync(file, "utf8") };
}
