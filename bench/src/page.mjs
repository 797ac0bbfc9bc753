import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { outlineOf, runStudy } from "@sequitur/study";
import chromium from "@sparticuz/chromium";
import { chromium as driver } from "playwright-core";
import { row, summary } from "./samples.mjs";
import { openFirstStudy } from "./study.mjs";

const origin = "http://bench.invalid";
const dist = new URL("../../packages/app/dist/", import.meta.url);
const ids = ["slider-to-paint/median", "slider-to-paint/95th", "slider-at-rest-to-fan"].map((id) => `page/${id}`);
const [median, high, fan] = ids;

/** As many as the fan of the simulator is made of. */
const futures = 512;
const moves = 240;
const rests = 10;
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** The first study's simulator in a real Chromium: a slider is dragged by the mouse, and each move timed until its frame is painted. */
export const page = {
  ids,
  measure: async (_, skip) => {
    const found = await measured().catch((error) => skip(ids, error.message));
    if (found === undefined) return [];
    const rising = [...found.frames].sort((a, b) => a - b);
    return [
      ...row(median, "ms", found.frames),
      { ...summary(found.frames), id: high, value: rising[Math.ceil(0.95 * rising.length) - 1], unit: "ms" },
      ...row(fan, "ms", found.fans),
    ];
  },
};

async function measured() {
  const content = JSON.stringify(await pageContent());
  // The package's own choice is one process for all, which ends with the first page that is closed.
  const args = chromium.args.filter((arg) => arg !== "--single-process");
  const browser = await driver.launch({ executablePath: await chromium.executablePath(), args, headless: true });
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await tab.route(`${origin}/**`, (route) => route.fulfill(answer(new URL(route.request().url()).pathname, content)));
    await tab.goto(`${origin}/#/simulator`);
    await tab.waitForSelector('[data-testid="fan"][data-provisional="false"]');
    await tab.waitForSelector("html[data-loaded=all]");
    return await timed(tab);
  } finally {
    await browser.close();
  }
}

/** Few futures for the findings: the simulator does not look at them. */
async function pageContent() {
  const study = openFirstStudy();
  const findings = await runStudy(study, { futures });
  return { kind: "study", study: outlineOf(study), files: Object.fromEntries(study.files), findings };
}

async function timed(tab) {
  await tab.evaluate(() => {
    window.frames = [];
    addEventListener("input", (event) => {
      // Asked for after the page's own, so that what runs in it is done; the message comes once the frame has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.frames.push(performance.now() - event.timeStamp);
        port2.postMessage(undefined);
      });
    });
  });
  const box = await tab.locator('.controls input[type="range"]').first().boundingBox();
  const at = (part) => [box.x + 10 + part * (box.width - 20), box.y + box.height / 2];
  await tab.mouse.move(...at(0));
  await tab.mouse.down();
  for (let i = 0; i < moves; i++) await tab.mouse.move(...at(0.5 - 0.5 * Math.cos(i / 6)));
  const fans = [];
  for (let i = 0; i < rests; i++) {
    await tab.mouse.move(...at(i % 2));
    fans.push(await tab.evaluate(fanDrawn));
  }
  await tab.mouse.up();
  // The first moves run code that V8 has not seen.
  return { frames: (await tab.evaluate(() => window.frames)).slice(20), fans };
}

/** Milliseconds until the fan of all futures is there; runs in the page. */
function fanDrawn() {
  const begun = performance.now();
  const isDrawn = () => document.querySelector('[data-testid="fan"]').dataset.provisional === "false";
  return new Promise((done, fail) => {
    let moved = false;
    const look = () => {
      const passed = performance.now() - begun;
      moved ||= !isDrawn();
      if (moved && isDrawn()) done(passed);
      else if (passed > 20_000) fail(new Error("The fan was not drawn in 20 seconds."));
      else requestAnimationFrame(look);
    };
    look();
  });
}

function answer(path, content) {
  if (path === "/content.json") return { contentType: "application/json", body: content };
  try {
    const name = path === "/" ? "index.html" : path.slice(1);
    return { contentType: types[extname(name)] ?? "application/octet-stream", body: readFileSync(new URL(name, dist)) };
  } catch {
    return { status: 404, body: "" };
  }
}
