import { expect, test } from "vitest";
import { readSyntax } from "./read-syntax.ts";
import { source } from "./source/source.ts";

const vensim = "x = 1 ~~|";
const xmile = "<xmile><model><aux name='x'><eqn>1</eqn></aux></model></xmile>";

for (const [file, text, dialect] of [
  ["a.mdl", vensim, "vensim"],
  ["A.MDL", vensim, "vensim"],
  ["a.xmile", xmile, "xmile"],
  ["a.stmx", ` \n${xmile}`, "xmile"],
  ["a.itmx", `\ufeff<?xml version="1.0"?>${xmile}`, "xmile"],
  ["a.xml", xmile, "xmile"],
  ["a.mdl", xmile, "xmile"],
  ["pasted", xmile, "xmile"],
  ["pasted", `{UTF-8}\n${vensim}`, "vensim"],
  ["pasted", `${vensim}\n\\\\\\---/// Sketch information`, "vensim"],
] as const)
  test(`${file} beginning with ${text.slice(0, 8)} is ${dialect}`, () => {
    const { value, diagnostics } = readSyntax(source(file, text));
    expect(diagnostics).toEqual([]);
    expect([value.dialect, value.variables.map(({ name }) => name)]).toEqual([dialect, ["x"]]);
  });

for (const [file, text, code] of [
  ["a.pdf", "%PDF-1.7", "unknown-model-format"],
  ["nothing", "", "unknown-model-format"],
  ["page.html", "<html><body></body></html>", "not-xmile"],
  ["a.stmx", "not XML", "malformed-xml"],
] as const)
  test(`${file} with ${JSON.stringify(text)} is no model`, () => {
    const codes = readSyntax(source(file, text)).diagnostics.map((each) => each.code);
    expect(codes).toContain(code);
  });
