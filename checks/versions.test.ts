import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { engineVersion } from "@sequitur/engine";
import { expect, test } from "vitest";

test("the engine's version in digests is the version of its package", () => {
  const manifest = readFileSync(resolve(import.meta.dirname, "../packages/engine/package.json"), "utf8");
  expect(engineVersion).toBe((JSON.parse(manifest) as { version: string }).version);
});
