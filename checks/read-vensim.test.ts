import { existsSync, readdirSync, readFileSync } from "node:fs";
import { codeFrame, decode, modelDiagnostics, nameKey, readVensim, readVensimSketch, source } from "@sequitur/model";
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

function read(file: string) {
  const url = new URL(file.split("/").map(encodeURIComponent).join("/"), shared);
  return readVensim(source(file, decode(readFileSync(url))));
}

for (const file of models) {
  test(`${file} is read without an error`, () => {
    const { value, diagnostics } = read(file);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map((each) => codeFrame(each, modelDiagnostics)).join("\n")).toBe("");
    expect(value.variables.map(({ name }) => nameKey(name))).toContain("final time");
  });

  // One sample was made from another model, and still has three of its variables in the drawing.
  test.skipIf(file.endsWith("test_get_data_args_3d_xls.mdl"))(`what is drawn in ${file} is in the model`, () => {
    const { value } = read(file);
    const known = new Set([...value.variables, ...value.realityChecks].map(({ name }) => nameKey(name)));
    known.add("time");
    const nodes = readVensimSketch(value.drawing?.text ?? "").flatMap((view) => view.nodes);
    const drawn = nodes.filter(({ kind, name }) => kind !== "note" && name !== "");
    expect(drawn.filter(({ name }) => !known.has(nameKey(name))).map(({ name }) => name)).toEqual([]);
  });
}
