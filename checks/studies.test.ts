import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { codeFrame, modelDiagnostics } from "@sequitur/model";
import { readStudy, studyDiagnostics, studySchemas } from "@sequitur/study";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = new URL("../studies/", import.meta.url).pathname;
const folders = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("study.yaml"))
  .map((file) => join(root, file, ".."));

describe.each(folders.map((folder) => [relative(root, folder), folder] as const))("%s", (_, folder) => {
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /^(?!\.).*\.(?:ya?ml|mdl|xmile|csv)$/u.test(file))
      .map((file) => [file, readFileSync(join(folder, file), "utf8")]),
  );

  test("is clean: no error, no warning", () => {
    const { diagnostics } = readStudy(files);
    expect(diagnostics.map((each) => codeFrame(each, { ...modelDiagnostics, ...studyDiagnostics }))).toEqual([]);
  });

  test("has the shape that the published JSON Schemas describe", () => {
    for (const [name, schema] of Object.entries(studySchemas())) {
      const text = files.get(`${name}.yaml`);
      if (text === undefined) continue;
      const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
      validate(parse(text));
      expect(validate.errors ?? []).toEqual([]);
    }
  });
});
