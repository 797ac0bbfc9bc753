import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { mayImport, mayUseNode } from "./layers.ts";

const root = resolve(import.meta.dirname, "..");

interface Import {
  readonly file: string;
  readonly packageName: string;
  readonly what: string;
}

const imports: readonly Import[] = Object.keys(mayImport).flatMap((packageName) =>
  sourceFiles(join(root, "packages", packageName, "src")).flatMap((file) =>
    importedBy(file).map((what) => ({ file: relative(root, file), packageName, what })),
  ),
);

describe("imports run one way", () => {
  test("there are imports to check", () => expect(imports.length).toBeGreaterThan(50));

  test("a package imports only those above it, and only through their face", () => {
    const wrong = imports.filter(({ packageName, what }) => {
      const [, target, past] = /^@sequitur\/([\w-]+)(\/.*)?$/.exec(what) ?? [];
      return target !== undefined && (past !== undefined || !mayImport[packageName]!.includes(target));
    });
    expect(wrong).toEqual([]);
  });

  test("a relative import stays in its package", () => {
    const wrong = imports.filter(({ file, packageName, what }) => {
      if (!what.startsWith(".")) return false;
      return !relative(root, resolve(root, dirname(file), what)).startsWith(join("packages", packageName));
    });
    expect(wrong).toEqual([]);
  });

  test("only the places that say so know of Node", () => {
    const wrong = imports.filter(
      ({ file, what }) =>
        what.startsWith("node:") && !/\.test\.ts$/.test(file) && !mayUseNode.some((place) => place.test(file)),
    );
    expect(wrong).toEqual([]);
  });

  test("ARCHITECTURE.md draws the same arrows", () => {
    const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
    const drawn = [...page.matchAll(/^\| `packages\/([\w-]+)`\s*\| (.*?) \|/gm)].map(([, name, from]) => [
      name,
      [...(from ?? "").matchAll(/`(\w+)`/g)].map(([, target]) => target).sort(),
    ]);
    const declared = Object.entries(mayImport).map(([name, targets]) => [name, [...targets].sort()]);
    expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(declared));
  });
});

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => join(folder, name));
}

function importedBy(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  const script = file.endsWith(".svelte")
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body).join("\n")
    : text;
  return ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName);
}
