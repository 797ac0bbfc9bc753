import { existsSync, readdirSync, readFileSync } from "node:fs";
import { codeFrame, decode, modelDiagnostics, readVensim, source } from "@sequitur/model";
import { expect, test } from "vitest";

// Every Vensim model of the shared samples is read without an error; what it means is another phase's matter.
const shared = new URL("../../shared/", import.meta.url);
const folders = ["conformance/", "limit/"].filter((folder) => existsSync(new URL(folder, shared)));
const models = folders.flatMap((folder) =>
  readdirSync(new URL(folder, shared), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mdl"))
    .map((file) => folder + file),
);

if (models.length === 0) test.skip("reading Vensim models (skipped: no ../shared/conformance beside the repository)");

for (const file of models)
  test(`${file} is read without an error`, () => {
    const url = new URL(file.split("/").map(encodeURIComponent).join("/"), shared);
    const { value, diagnostics } = readVensim(source(file, decode(readFileSync(url))));
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map((each) => codeFrame(each, modelDiagnostics)).join("\n")).toBe("");
    expect(value.variables.map(({ name }) => name.toUpperCase().replaceAll("_", " "))).toContain("FINAL TIME");
  });
