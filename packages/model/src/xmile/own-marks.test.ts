import { expect, test } from "vitest";
import { readModel } from "../read-model.ts";
import { readSyntax } from "../read-syntax.ts";
import { source } from "../source/source.ts";
import type { Dialect } from "../syntax/syntax-tree.ts";
import { writeModel } from "../write-model.ts";

const vensim = `a = 1 ~ Person [0,10,0.5] ~ |
b = 2 ~ [?,?,2] ~ ~ :SUPPLEMENTARY |
INITIAL TIME = 0 ~~| FINAL TIME = 1 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|`;

const fileOf = (dialect: Dialect) => (dialect === "vensim" ? "m.mdl" : "m.xmile");

function written(text: string, from: Dialect, to: Dialect) {
  const read = source(fileOf(from), text);
  return writeModel(readSyntax(read).value, readModel(read).model!, to);
}

test("what XMILE has no word for is there again in the file of the other language", () => {
  const there = written(vensim, "vensim", "xmile");
  expect(there.diagnostics).toEqual([]);
  expect(there.value).toContain('xmlns:sequitur="urn:sequitur"');
  const twice = written(there.value!, "xmile", "xmile");
  const back = written(twice.value!, "xmile", "vensim");
  const marks = readSyntax(source("back.mdl", back.value!)).value.variables.map(({ name, units, supplementary }) => [
    name,
    units?.low,
    units?.high,
    units?.step,
    supplementary,
  ]);
  expect(marks.slice(0, 2)).toEqual([
    ["a", 0, 10, 0.5, false],
    ["b", undefined, undefined, 2, true],
  ]);
});

test("a file without such marks has no name space of ours", () =>
  expect(
    written(vensim.replace(",0.5", "").replace("[?,?,2]", "").replace(":SUPPLEMENTARY", ""), "vensim", "xmile").value,
  ).not.toContain("sequitur:"));
