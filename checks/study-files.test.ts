import { readFileSync } from "node:fs";
import { readStudy } from "@sequitur/study";
import { expect, test } from "vitest";

test("the examples on the page about a study's files have the shape that it describes", () => {
  const page = readFileSync(new URL("../docs/study-files.md", import.meta.url), "utf8");
  const blocks = page.matchAll(/^## (\S+\.yaml)\n\n```yaml\n([\s\S]*?)^```/gmu);
  const files = new Map(Array.from(blocks, ([, name, text]) => [name!, text!]));
  expect([...files.keys()]).toEqual(["study.yaml", "claims.yaml", "sources.yaml"]);
  // Shapes are right where all that is missing is the models, which the page does not hold.
  expect(readStudy(files).diagnostics.map(({ code, facts }) => [code, facts.file])).toEqual([
    ["missing-file", "model/strikes.mdl"],
    ["missing-file", "model/slow.mdl"],
  ]);
});
