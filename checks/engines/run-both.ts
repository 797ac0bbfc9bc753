import { compile, instantiateNow, interpret, type Trajectory } from "@sequitur/engine";
import { type Model, readModel, source } from "@sequitur/model";
import { expect } from "vitest";

/** A model of a few lines; the times are as given, and have no unit. */
export function modelOf(text: string, file = "m.mdl"): Model {
  const { model, diagnostics } = readModel(source(file, text));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, facts }) => ({ code, facts }))).toEqual([]);
  return model!;
}

/** The four times of a run, in Vensim's text. */
export const times = (
  initial: number,
  final: number,
  step: number | string,
  save: number | string = "TIME STEP",
): string => `INITIAL TIME = ${initial} ~~| FINAL TIME = ${final} ~~| TIME STEP = ${step} ~~| SAVEPER = ${save} ~~|`;

/** Runs a model in both engines, which must agree to the last bit. */
export function runBoth(model: Model): Trajectory {
  const { value, diagnostics } = interpret(model);
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  const { program } = compile(model, { inputs: [], outputs: "all" });
  const compiled = instantiateNow(program!).run();
  expect(compiled.times).toEqual(value!.times);
  for (const [i, name] of value!.outputs.entries()) expect(compiled.columns[i], name).toEqual(value!.columns[i]);
  return value!;
}

/** A column of a run, by the name of its element. */
export function columnOf({ outputs, columns }: Trajectory, name: string): readonly number[] {
  expect(outputs).toContain(name);
  return [...columns[outputs.indexOf(name)]!];
}
