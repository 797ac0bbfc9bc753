import { interpret } from "@sequitur/engine";
import {
  codeFrame,
  type Dialect,
  drawnDiagrams,
  type Model,
  modelDiagnostics,
  nameKey,
  readModel,
  readSyntax,
  source,
  structureOf,
  writeModel,
} from "@sequitur/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { faceOf, plainModel } from "./conformance/same-model.ts";
import { structuredModels } from "./random-model/structured-model.ts";

// Models put together from pieces of structure, with numbers made up: arrays over parts, exceptions and mappings, tables, delays, macros, modules,
// conveyors, limits. Each is written in both languages, and there and back, and is the same model with the same bits.

for (const dialect of ["vensim", "xmile"] as const)
  test(`any structure of ${dialect} comes back from both languages`, () => {
    fc.assert(
      fc.property(structuredModels[dialect], (text) => {
        const model = opened(text, dialect);
        for (const target of ["vensim", "xmile"] as const) {
          const there = written(text, dialect, target);
          const again = opened(there, target);
          if (target === dialect) expect(plainModel(again)).toEqual(plainModel(model));
          expectSame(again, model);
          expectDrawn(there, target, drawnIn(text, dialect));
          const back = written(there, target, dialect);
          expectSame(opened(back, dialect), model);
          // A conveyor comes back as the arrays that it is in Vensim, a converted flow as two, and they are drawn as those.
          if (!/<stock name="v[^\n]*<conveyor>|<multiplier>/u.test(text))
            expectDrawn(back, dialect, drawnIn(text, dialect));
        }
      }),
      { numRuns: 40 },
    );
  }, 180_000);

const fileOf = (dialect: Dialect) => (dialect === "vensim" ? "made.mdl" : "made.xmile");

function opened(text: string, dialect: Dialect): Model {
  const { model, diagnostics } = readModel(source(fileOf(dialect), text));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
  return model!;
}

function written(text: string, dialect: Dialect, target: Dialect): string {
  const read = source(fileOf(dialect), text);
  const { value, diagnostics } = writeModel(readSyntax(read).value, readModel(read).model!, target);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
  return value!;
}

function drawnIn(text: string, dialect: Dialect) {
  const tree = readSyntax(source(fileOf(dialect), text)).value;
  return drawnDiagrams(tree, structureOf(tree));
}

/** A model without a drawing gets one when it is written. */
function expectDrawn(text: string, dialect: Dialect, views: ReturnType<typeof drawnIn>): void {
  if (views.length > 0) expect(drawnIn(text, dialect)).toEqual(views);
}

/** Nothing that has a name is lost, and a run gives the same; -0 is 0 in what it shows. */
function expectSame(again: Model, model: Model): void {
  const face = faceOf(again);
  for (const [name, want] of faceOf(model)) expect([name, face.get(name)]).toEqual([name, want]);
  const groups = new Map(again.groups.map(({ name, comment }) => [nameKey(name), comment]));
  for (const { name, comment } of model.groups) expect([name, groups.get(nameKey(name))]).toEqual([name, comment]);
  const [got, want] = [interpret(again).value!, interpret(model).value!];
  const places = new Map(got.outputs.map((name, column) => [nameKey(name), column]));
  const plain = (column: Float64Array | undefined) => column && Array.from(column, (value) => value + 0);
  for (const [column, name] of want.outputs.entries())
    expect([name, plain(got.columns[places.get(nameKey(name)) ?? -1])]).toEqual([name, plain(want.columns[column])]);
}
