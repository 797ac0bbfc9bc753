import { compile, instantiateNow, interpret } from "@sequitur/engine";
import { type Model, readModel, source } from "@sequitur/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomModel } from "./random-model.ts";

// Compiled programs do what the interpreter does, to the last bit, on models that nobody wrote.

test("as it is written", () =>
  fc.assert(
    fc.property(randomModel, (text) => {
      const model = read(text);
      const { program } = compile(model, { inputs: [], outputs: "all" });
      const { outputs, columns } = instantiateNow(program!).run();
      expectSame(text, outputs, columns, model, {});
    }),
    { numRuns: 60 },
  ));

test("with constants that differ from lane to lane, in each place of a block, as if each future were alone", () =>
  fc.assert(
    fc.property(
      randomModel,
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (text, values) => {
        const model = read(
          `${text}\nknob = 1 ~~|\nturned = knob * s0${/^s0\[A,B\]/m.test(text) ? "[a1,b1]" : /^s0\[A\]/m.test(text) ? "[a1]" : ""} ~~|`,
        );
        const { program } = compile(model, { inputs: ["knob"], outputs: "all" });
        const { times, outputs } = program!.layout;
        const out = new Float64Array(values.length * times.length * outputs.length);
        instantiateNow(program!).runMany(Float64Array.from(values), out);
        for (const [future, knob] of values.entries()) {
          const at = (column: number) => (_: number, save: number) =>
            out[(future * times.length + save) * outputs.length + column]!;
          const columns = outputs.map((_, column) => Float64Array.from(times, at(column)));
          expectSame(text, outputs, columns, model, { knob });
        }
      },
    ),
    { numRuns: 30 },
  ));

function read(text: string): Model {
  const { model, diagnostics } = readModel(source("random.mdl", text));
  if (model === undefined) throw new Error(`${diagnostics.map(({ code }) => code).join()}\n${text}`);
  return model;
}

function expectSame(
  text: string,
  outputs: readonly string[],
  columns: readonly Float64Array[],
  model: Model,
  set: Readonly<Record<string, number>>,
): void {
  const { value } = interpret(model, { set });
  expect(outputs).toEqual(value!.outputs);
  for (const [column, name] of outputs.entries())
    for (const [save, want] of value!.columns[column]!.entries())
      if (!Object.is(columns[column]![save], want))
        throw new Error(`${name} at save ${save}: ${columns[column]![save]}, interpreted ${want}\n${text}`);
}
