import { type CompileRequest, compile, instantiateNow, interpret, type Trajectory } from "@sequitur/engine";
import type { Model } from "@sequitur/model";
import { expect } from "vitest";

export type Settings = Readonly<Record<string, number>>;

/** Runs all futures side by side, as a study does. */
export function runCompiled(
  model: Model,
  request: CompileRequest,
  futures: readonly Settings[],
): readonly Trajectory[] {
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

export function interpreted(model: Model, set: Settings): Trajectory {
  const { value, diagnostics } = interpret(model, { set });
  if (value === undefined) throw new Error(diagnostics.map(({ code }) => code).join(", "));
  return value;
}

/** The constants that may differ from future to future, with their values; the times of the run may not. */
export function settableConstants(model: Model): Settings {
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

export const scaled = (constants: Settings, factor: number): Settings =>
  Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, value * factor]));

export function expectSameBits(got: Trajectory, want: Trajectory): void {
  expect(got.times).toEqual(want.times);
  expect(got.outputs).toEqual(want.outputs);
  for (const [i, name] of want.outputs.entries()) {
    const row = want.times.findIndex((_, save) => !Object.is(got.columns[i]![save], want.columns[i]![save]));
    const place = `"${name}" at time ${want.times[row]}`;
    expect(got.columns[i]![row], place).toBe(want.columns[i]![row]);
  }
}

/** A model as it is written, and with each constant an input in three futures side by side, is the same in both engines. */
export function expectAgreement(model: Model): void {
  const constants = settableConstants(model);
  const futures = [{}, ...[1.25, 0.5].map((factor) => scaled(constants, factor))];
  const compiled = runCompiled(model, { inputs: Object.keys(constants), outputs: "all" }, futures);
  for (const [i, set] of futures.entries()) expectSameBits(compiled[i]!, interpreted(model, set));
}
