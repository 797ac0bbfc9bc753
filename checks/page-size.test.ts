import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

// What the page weighs, as built: a reader on a slow line waits for what `index.html` names, and for nothing else.

const dist = resolve(import.meta.dirname, "../packages/app/dist");
const kB = 1000;

/** Scripts that `index.html` names, and those that these import before anything is shown. */
function initialScripts(): readonly string[] {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const found = new Set<string>();
  const wanted = [...html.matchAll(/assets\/([\w.-]+\.js)/g)].map(([, name]) => name!);
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const script = readFileSync(join(dist, "assets", name), "utf8");
    for (const [, next] of script.matchAll(/(?:from|^import|;import)\s*["']\.\/([\w.-]+\.js)["']/g)) wanted.push(next!);
  }
  return [...found];
}

test("the first view waits for less than 200 kB of script, gzipped", () => {
  const scripts = initialScripts();
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(dist, "assets", name))).length);
  expect(scripts.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200 * kB);
});

test("charts, engine, what reads models, and Spanish come later", () => {
  const initial = initialScripts();
  const later = readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".js") && !initial.includes(name));
  const holding = (text: string) =>
    later.filter((name) => readFileSync(join(dist, "assets", name), "utf8").includes(text));
  // A class of Observable Plot's, a fault of the YAML reader's, a prefix that Stella's models use, a word of the Spanish catalogue.
  for (const text of ["plot-d6a7b5", "MISSING_CHAR", "isee:", "Mejor réplica"]) {
    const first = initial.map((name) => readFileSync(join(dist, "assets", name), "utf8"));
    expect(first.some((script) => script.includes(text))).toBe(false);
    expect(holding(text).length, text).toBeGreaterThan(0);
  }
});
