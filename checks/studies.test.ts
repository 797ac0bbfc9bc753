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

  test("says everything that a reader sees in both languages", () => {
    const inOne = ["study.yaml", "claims.yaml", "sources.yaml"].flatMap((name) =>
      textsInOne(parse(files.get(name)!), name),
    );
    expect(inOne).toEqual([]);
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

const readerTexts = [
  "title",
  "question",
  "about",
  "label",
  "says",
  "who",
  "reading",
  "note",
  "untestable",
  "outside-boundary",
];

/** Places of texts for readers that are not given once a language. The title of a source is its own, in whatever language it has. */
function textsInOne(value: unknown, place: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isCited = key === "title" && place.startsWith("sources.yaml");
    if (typeof inner === "string" && readerTexts.includes(key) && !isCited) return [`${place}/${key}`];
    return textsInOne(inner, `${place}/${key}`);
  });
}
