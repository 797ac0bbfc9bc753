import { interpret, type Trajectory } from "@sequitur/engine";
import {
  type Beside,
  codeFrame,
  type Diagnostic,
  type Dialect,
  drawnDiagrams,
  type Model,
  modelDiagnostics,
  nameKey,
  readModel,
  readSyntax,
  readVensimSketch,
  type Source,
  type SyntaxTree,
  source,
  structureOf,
  writeModel,
} from "@sequitur/model";
import { describe, expect, test } from "vitest";
import { faceOf, plainModel } from "./conformance/same-model.ts";
import { besideShared, sharedModels, sharedText } from "./conformance/shared-models.ts";
import { notes } from "./conformance.ts";
import { refused } from "./conversion.ts";

// Every shared model that opens is written in both languages, and what is read back is the same model and runs to the same bits.
const models = await Promise.all(
  sharedModels().map(async ({ path }) => {
    const text = sharedText(path);
    const beside = await besideShared(path, text, notes[path]?.data);
    const { model } = readModel(text, beside);
    return model === undefined ? [] : [{ path, model, beside, tree: readSyntax(text).value }];
  }),
).then((all) => all.flat());

if (models.length === 0) test.skip("writing (skipped: no ../shared/conformance beside the repository)");

for (const { path, model, beside, tree } of models)
  describe(path, () => {
    for (const dialect of ["vensim", "xmile"] as const) {
      const { value, diagnostics } = writeModel(tree, model, dialect);
      const why = Object.entries(refused[dialect]).find(([, paths]) => paths.includes(path))?.[0];
      if (why !== undefined) {
        test(`cannot be written for ${dialect}, and says where: ${why}`, () => {
          expect(value).toBeUndefined();
          expect(diagnostics.some(({ code }) => code === "not-in-language")).toBe(true);
        });
        continue;
      }
      test(`is the same model when written for ${dialect} and read again`, () => {
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        expect(errors.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
        const again = reread(value!, dialect, beside);
        if (dialect === tree.dialect) expect(plainModel(again)).toEqual(plainModel(model));
        if (dialect === tree.dialect && model.drawing && isDrawn(model.drawing))
          expect(again.drawing?.text.trim()).toBe(model.drawing.text.trim());
        expectFace(again, model, diagnostics);
        expectBits(again, model);
        expectDrawn(value!, dialect, tree);
        const back = rewritten(value!, dialect, tree.dialect, beside);
        expectBits(reread(back, tree.dialect, beside), model);
        expectDrawn(back, tree.dialect, tree);
      });
    }
  });

/** A drawing with nothing in it is laid out anew. */
function isDrawn({ format, text }: { readonly format: string; readonly text: string }): boolean {
  return format !== "vensim-sketch" || readVensimSketch(text).length > 0;
}

/** The views are the same, node by node and edge by edge, whatever language they are written in. */
function expectDrawn(text: string, dialect: Dialect, tree: SyntaxTree): void {
  const drawn = drawnDiagrams(tree, structureOf(tree));
  const again = readSyntax(written(text, dialect)).value;
  if (drawn.length > 0) expect(drawnDiagrams(again, structureOf(again))).toEqual(drawn);
}

function written(text: string, dialect: Dialect): Source {
  return source(dialect === "vensim" ? "again.mdl" : "again.xmile", text);
}

function reread(text: string, dialect: Dialect, beside: Beside): Model {
  const { model, diagnostics } = readModel(written(text, dialect), beside);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
  return model!;
}

/** Back in the language that the model came from. */
function rewritten(text: string, dialect: Dialect, target: Dialect, beside: Beside): string {
  const read = written(text, dialect);
  return writeModel(readSyntax(read).value, readModel(read, beside).model!, target).value!;
}

/** Nothing that the modeller named is lost or changed; a language may need a variable more. */
function expectFace(again: Model, model: Model, diagnostics: readonly Diagnostic[]): void {
  const got = faceOf(again);
  // Where the time unit had to change, it says so.
  if (diagnostics.some(({ facts }) => String(facts.what).startsWith("The time unit"))) got.delete("time");
  for (const [name, want] of faceOf(model))
    if (got.has("time") || name !== "time") expect([name, got.get(name)]).toEqual([name, want]);
  const times = ({ initialTime, finalTime, timeStep, saveStep, method }: Model["simulation"]) => [
    initialTime,
    finalTime,
    timeStep,
    saveStep,
    method,
  ];
  expect(times(again.simulation)).toEqual(times(model.simulation));
}

function expectBits(again: Model, model: Model): void {
  const [got, want] = [interpret(again).value, interpret(model).value];
  if (want === undefined) return;
  const columns = columnsOf(got!);
  expect(got!.times).toEqual(want.times);
  for (const [name, column] of columnsOf(want)) {
    const row = column.findIndex((value, save) => !Object.is(value, columns.get(name)?.[save]));
    const found = row === -1 ? "" : `${column[row]}, not ${columns.get(name)?.[row]}, at time ${want.times[row]}`;
    expect([name, found]).toEqual([name, ""]);
  }
}

function columnsOf({ outputs, columns }: Trajectory): ReadonlyMap<string, Float64Array> {
  return new Map(outputs.map((name, i) => [nameKey(name), columns[i]!]));
}
