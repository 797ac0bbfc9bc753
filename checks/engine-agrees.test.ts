import { type CompileRequest, compile, instantiateNow, interpret, type Trajectory } from "@sequitur/engine";
import type { Model } from "@sequitur/model";
import { expect, test } from "vitest";
import { sharedModel, sharedModels } from "./conformance/shared-models.ts";
import { notes } from "./conformance.ts";

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

  test(`${path} with each constant an input`, () => {
    const constants = settableConstants(model);
    const futures = [{}, ...[1.25, 0.5].map((factor) => scaled(constants, factor))];
    const compiled = runCompiled(model, { inputs: Object.keys(constants), outputs: "all" }, futures);
    for (const [i, set] of futures.entries()) expectSameBits(compiled[i]!, interpreted(model, set));
  });

  test(`${path} for one output at a time`, () => {
    const whole = interpreted(model, {});
    for (const [i, name] of whole.outputs.entries()) {
      if (i % 7 !== 0) continue;
      const [compiled] = runCompiled(model, { inputs: [], outputs: [name] }, [{}]);
      expectSameBits(compiled!, { ...whole, outputs: [name], columns: [whole.columns[i]!] });
    }
  });
}

type Settings = Readonly<Record<string, number>>;

/** Runs all futures side by side, as a study does. */
function runCompiled(model: Model, request: CompileRequest, futures: readonly Settings[]): readonly Trajectory[] {
  const { program, diagnostics } = compile(model, request);
  if (program === undefined) throw new Error(diagnostics.map(({ code }) => code).join(", "));
  const { inputs, defaults, outputs, times } = program.layout;
  const rows = futures.flatMap((set) => inputs.map((name, i) => set[name] ?? defaults[i]!));
  const size = times.length * outputs.length;
  const out = new Float64Array(size * futures.length);
  instantiateNow(program).runMany(Float64Array.from(rows), out, futures.length);
  return futures.map((_, future) => ({
    times,
    outputs,
    columns: outputs.map((_, column) =>
      Float64Array.from(times, (_, save) => out[future * size + save * outputs.length + column]!),
    ),
  }));
}

function interpreted(model: Model, set: Settings): Trajectory {
  const { value, diagnostics } = interpret(model, { set });
  if (value === undefined) throw new Error(diagnostics.map(({ code }) => code).join(", "));
  return value;
}

/** The constants that may differ from future to future, with their values; the times of the run may not. */
function settableConstants(model: Model): Settings {
  const { initialTime, finalTime, timeStep, saveStep } = model.simulation.timeVariables;
  const times = new Set([initialTime, finalTime, timeStep, saveStep]);
  const constants = model.equations.filter(({ definition }) => definition.kind === "constant" && definition.settable);
  const candidates = new Set(constants.map(({ variable }) => variable).filter((id) => !times.has(id)));
  const names = new Set([...candidates].map((id) => model.variables[id]!.name));
  const { outputs, columns } = interpreted(model, {});
  const settable = outputs.flatMap((name, i) => {
    if (!names.has(name.replace(/\[[^[\]]*\]$/u, ""))) return [];
    // Of one variable, some elements may be constants and others not: the compiler knows.
    const { program } = compile(model, { inputs: [name], outputs: [name] });
    return program === undefined ? [] : [[name, columns[i]![0]!] as const];
  });
  return Object.fromEntries(settable);
}

const scaled = (constants: Settings, factor: number): Settings =>
  Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, value * factor]));

function expectSameBits(got: Trajectory, want: Trajectory): void {
  expect(got.times).toEqual(want.times);
  expect(got.outputs).toEqual(want.outputs);
  for (const [i, name] of want.outputs.entries()) {
    const row = want.times.findIndex((_, save) => !Object.is(got.columns[i]![save], want.columns[i]![save]));
    const place = `"${name}" at time ${want.times[row]}`;
    expect(got.columns[i]![row], place).toBe(want.columns[i]![row]);
  }
}
