import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { utils, write } from "@e965/xlsx";
import { interpret } from "@sequitur/engine";
import { readStudy } from "@sequitur/study";
import { expect, test } from "vitest";
import { readStudyFolder } from "./study-folder.ts";

const small = resolve(import.meta.dirname, "../../../../checks/study");

/** A copy of the small study, whose model takes what comes each month from a spreadsheet in another folder. */
function withSpreadsheet(named: string, name: string, value: number): string {
  const folder = join(mkdtempSync(join(tmpdir(), "sequitur-")), "study");
  cpSync(small, folder, { recursive: true, filter: (path) => !path.includes(".sequitur") });
  const model = join(folder, "model/level.mdl");
  const text = readFileSync(model, "utf8").replace(
    "Inflow = 5",
    `Inflow = GET DIRECT CONSTANTS('${named}', 'S', 'B2')`,
  );
  writeFileSync(model, text);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["a"], ["b", value]]), "S");
  writeFileSync(join(folder, name), new Uint8Array(write(book, { bookType: "xlsx", type: "array" }) as ArrayBuffer));
  writeFileSync(join(folder, "notes.xlsx"), "no model names this");
  return folder;
}

const inflowOf = (files: ReadonlyMap<string, string>) => {
  const { value: study, diagnostics } = readStudy(files);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  const run = study && interpret(study.model, { outputs: ["Inflow"] }).value;
  return { errors, inflow: run?.columns[0]?.[0] };
};

for (const [named, name] of [
  ["../values.xlsx", "values.xlsx"],
  ["..\\Values.XLSX", "values.xlsx"],
  ["../values.xls", "values.xlsx"],
] as const)
  test(`a spreadsheet that the model names as ${named} is among the study's files, as its values`, async () => {
    const files = await readStudyFolder(withSpreadsheet(named, name, 7));
    expect([...files.keys()].filter((path) => path.includes("xls"))).toEqual([`${name}.json`]);
    expect(inflowOf(files)).toEqual({ errors: [], inflow: 7 });
  });

test("a spreadsheet that is damaged, or not there, is said", async () => {
  const folder = withSpreadsheet("../values.xlsx", "values.xlsx", 7);
  writeFileSync(join(folder, "values.xlsx"), "PK");
  expect(inflowOf(await readStudyFolder(folder)).errors).toEqual(["file-unreadable"]);
  expect(inflowOf(await readStudyFolder(withSpreadsheet("x.xlsx", "values.xlsx", 7))).errors).toEqual(["file-missing"]);
});
