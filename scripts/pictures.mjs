// npm run pictures: takes the picture of the page that the README shows.
// npm run pictures -- FOLDER: takes every view into FOLDER, at three widths, light and dark, to be looked at.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { prepare, root } from "./prepare.mjs";

const study = "studies/us-strikes-in-mexico";
const readme = [{ view: "", name: "question", width: 1280, height: 860, dark: false }];

prepare();
const [folder] = process.argv.slice(2);
const { served, address } = await serve();
const browser = await launch();
try {
  const into = folder ?? join(root, "docs", "images");
  mkdirSync(into, { recursive: true });
  for (const picture of folder === undefined ? readme : await everyView()) await take(picture, into);
} finally {
  await browser.close();
  served.kill();
}

function serve() {
  const child = spawn(
    process.execPath,
    ["packages/cli/bin/sequitur.mjs", "open", study, "--port", "0", "--no-browser"],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
  return new Promise((done, fail) => {
    child.stdout.on("data", (data) => {
      const [url] = /http:\S+/.exec(String(data)) ?? [];
      if (url !== undefined) done({ served: child, address: url });
    });
    child.on("exit", (status) => fail(new Error(`sequitur open ended with ${status}.`)));
  });
}

async function launch() {
  const { default: chromium } = await import("@sparticuz/chromium");
  const { chromium: driver } = await import("playwright-core");
  const args = chromium.args.filter((arg) => arg !== "--single-process");
  return driver.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}

async function everyView() {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector("h1");
  const inMenu = await page
    .locator("nav a:not([hreflang])")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const claim = await page.locator("article h3 a").first().getAttribute("href");
  await page.close();
  return [...new Set([...inMenu, claim])].flatMap((view) =>
    [1280, 1920, 360].flatMap((width) =>
      [false, true].map((dark) => ({
        view,
        name: `${
          view
            .replace(/^#?\/?/, "")
            .replace(/\?.*/, "")
            .replaceAll("/", "-") || "question"
        }-${width}${dark ? "-dark" : ""}`,
        width,
        height: width < 600 ? 740 : 900,
        dark,
        whole: true,
      })),
    ),
  );
}

async function take({ view, name, width, height, dark, whole = false }, into) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? "dark" : "light" });
  await page.goto(`${address}${view}`);
  await page.waitForSelector("h1");
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(into, `${name}.png`), fullPage: whole });
  console.log(`${name}.png`);
  await page.close();
}
