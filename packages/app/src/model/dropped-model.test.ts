import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { droppedModel } from "./dropped-model.ts";
import { readWritten } from "./model-reader.ts";

const times = "INITIAL TIME = 0 ~~| FINAL TIME = 2 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|";
const encoder = new TextEncoder();

const dropped = (name: string, bytes: Uint8Array) => ({ name, arrayBuffer: async () => bytes.slice().buffer });
const text = (name: string, content: string) => dropped(name, encoder.encode(content));

function spreadsheet(name: string, value: number) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[null], [null, value]]), "S");
  return dropped(name, new Uint8Array(write(book, { bookType: "xlsx", type: "array" }) as ArrayBuffer));
}

const valuesOf = async (files: Parameters<typeof droppedModel>[0]) => {
  const { opened } = readWritten((await droppedModel(files))!);
  return { codes: opened.faults.map(({ code }) => code), file: opened.file };
};

test("a spreadsheet and a text that the model names are read beside it, whatever folder it sees them in", async () => {
  const equations = `x = GET DIRECT CONSTANTS('data\\Values.XLSX', 'S', 'B2') ~~| y = GET DIRECT CONSTANTS('../b.csv', ',', 'A1') ~~|`;
  const files = [spreadsheet("values.xlsx", 7), text("b.csv", "5\n"), text("m.mdl", equations + times)];
  expect(await valuesOf(files)).toEqual({ codes: [], file: "m.mdl" });
  expect((await valuesOf(files.slice(1))).codes).toEqual(["file-missing"]);
});

test("a data set for variables without an equation", async () => {
  const files = [text("m.mdl", `level ~~| x = level ~~|${times}`), text("history.dat", "level\n0\t1\n2\t3\n")];
  expect(await valuesOf(files)).toEqual({ codes: [], file: "m.mdl" });
});

test("one file of whatever name is taken for a model; none is none", async () => {
  expect(await droppedModel([])).toBeUndefined();
  expect((await droppedModel([text("m.txt", `x = 1 ~~|${times}`)]))!.file).toBe("m.txt");
});
