import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

describe("the README's first study", () => {
  const folder = mkdtempSync(join(tmpdir(), "sequitur-"));
  const files = [...readme.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, path, text]) => ({
    path: path!,
    text: text!,
  }));

  beforeAll(() => {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });

  test("has the files of a study", () =>
    expect(files.map(({ path }) => path)).toEqual([
      "fishery/model/fishery.mdl",
      "fishery/study.yaml",
      "fishery/claims.yaml",
      "fishery/sources.yaml",
    ]));

  test("is checked without a word of complaint", () => {
    const { status, stderr } = sequitur("check", "fishery");
    expect(stderr).toBe("fishery: nothing to report\n");
    expect(status).toBe(0);
  });

  test("runs, and gives a verdict on both claims", () => {
    const { status, stdout } = sequitur("run", "fishery", "--json");
    expect(status).toBe(0);
    const { claims, futures } = JSON.parse(stdout) as { claims: { id: string; share: number }[]; futures: number };
    expect(futures).toBe(1024);
    expect(claims.map(({ id }) => id)).toEqual(["limit-saves-fish", "limit-costs-catch"]);
    for (const { share } of claims) {
      expect(share).toBeGreaterThan(0.05);
      expect(share).toBeLessThan(0.99);
    }
  });

  test("a misspelt name is told with its line and what may have been meant", () => {
    const study = join(folder, "fishery", "study.yaml");
    const right = readFileSync(study, "utf8");
    writeFileSync(study, right.replace("variable: Growth Rate", "variable: Grwth Rate"));
    const { status, stderr } = sequitur("check", "fishery");
    writeFileSync(study, right);
    expect(status).toBe(1);
    expect(stderr).toMatch(/study\.yaml:\d+:\d+/);
    expect(stderr).toMatch(/Grwth Rate[\s\S]*Growth Rate/);
  });

  function sequitur(...args: readonly string[]) {
    return spawnSync(process.execPath, [join(root, "packages/cli/bin/sequitur.mjs"), ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  }
});

test("the README links only to what is there", () => {
  for (const [, target] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
    expect(() => readFileSync(join(root, target!)), target).not.toThrow(/ENOENT/);
  }
});
