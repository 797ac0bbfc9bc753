import { engineDiagnostics } from "@sequitur/engine";
import { builtins, modelDiagnostics, refusals } from "@sequitur/model";
import { studyDiagnostics, studySchemas } from "@sequitur/study";
import { expect, test } from "vitest";
import { diagnosticsPage } from "./reference/diagnostics-page.ts";
import { functionsPage } from "./reference/functions-page.ts";

// `npx vitest run checks/reference-pages.test.ts -u` writes the pages again.
const pages: Readonly<Record<string, string>> = {
  "functions.md": functionsPage(builtins, refusals),
  "diagnostics.md": diagnosticsPage({
    "Reading or writing a model": modelDiagnostics,
    "Running a model": engineDiagnostics,
    "Reading a study": studyDiagnostics,
  }),
  ...Object.fromEntries(
    Object.entries(studySchemas()).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(schema, undefined, 2)}\n`,
    ]),
  ),
};

for (const [name, text] of Object.entries(pages)) {
  test(`docs/${name} is what the code says`, () => expect(text).toMatchFileSnapshot(`../docs/${name}`));
}
