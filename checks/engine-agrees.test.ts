import { interpret } from "@sequitur/engine";
import type { Model } from "@sequitur/model";
import { test } from "vitest";
import { sharedModel, sharedModels } from "./conformance/shared-models.ts";
import { notes } from "./conformance.ts";
import { expectAgreement, expectSameBits, interpreted, runCompiled } from "./engines/futures.ts";

// Compiled programs do what the interpreter does, to the last bit, on every shared model that can be read.
const models: { readonly path: string; readonly model: Model }[] = [];
for (const { path } of sharedModels()) {
  const { model } = await sharedModel(path, notes[path]?.data);
  if (model !== undefined && interpret(model).value !== undefined) models.push({ path, model });
}

if (models.length === 0) test.skip("engines (skipped: no ../shared/conformance beside the repository)");

for (const { path, model } of models) {
  test(`${path} as it is written`, () => {
    const [compiled] = runCompiled(model, { inputs: [], outputs: "all" }, [{}]);
    expectSameBits(compiled!, interpreted(model, {}));
  });

  test(`${path} with each constant an input`, () => expectAgreement(model));

  test(`${path} for one output at a time`, () => {
    const whole = interpreted(model, {});
    for (const [i, name] of whole.outputs.entries()) {
      if (i % 7 !== 0) continue;
      const [compiled] = runCompiled(model, { inputs: [], outputs: [name] }, [{}]);
      expectSameBits(compiled!, { ...whole, outputs: [name], columns: [whole.columns[i]!] });
    }
  });
}
