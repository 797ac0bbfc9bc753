import { compile, instantiateNow, interpret, type Trajectory } from "@sequitur/engine";
import {
  codeFrame,
  type Model,
  modelDiagnostics,
  nameKey,
  readModel,
  readSyntax,
  type Source,
  source,
  writeModel,
} from "@sequitur/model";
import { expect } from "vitest";

export type Columns = ReadonlyMap<string, readonly number[]>;

/** The columns of a run by name of a whole XMILE file, or of what stands inside its root; the compiled program must give the same bits, in both lanes. */
export function runXmile(inside: string, file = "small.xmile"): Columns {
  const text = inside.startsWith("<?xml") ? inside : `<xmile>${inside}</xmile>`;
  const { model, diagnostics } = readModel(source(file, text));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, facts }) => ({ code, facts }))).toEqual([]);
  const { value } = interpret(model!);
  const columns = value!.columns.map((column) => [...column]);
  expectCompiled(model!, value!.outputs, columns);
  expectWritten(source(file, text), model!, value!);
  return new Map(value!.outputs.map((name, index) => [name, columns[index]!]));
}

function expectCompiled(model: Model, names: readonly string[], columns: readonly (readonly number[])[]): void {
  const { program, diagnostics } = compile(model, { inputs: [], outputs: "all" });
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  const { outputs, times } = program!.layout;
  expect(outputs).toEqual(names);
  const size = times.length * outputs.length;
  const out = new Float64Array(size * 2);
  instantiateNow(program!).runMany(new Float64Array(0), out, 2);
  for (const future of [0, 1])
    for (const [column, values] of columns.entries())
      for (const [save, want] of values.entries())
        if (!Object.is(out[future * size + save * outputs.length + column], want))
          expect.fail(
            `${outputs[column]} at save ${save}: compiled ${out[future * size + save * outputs.length + column]}, not ${want}`,
          );
}

/** Written in either language and read again, it gives the same; what one of them cannot say is refused. */
function expectWritten(text: Source, model: Model, { outputs, columns }: Trajectory): void {
  for (const dialect of ["vensim", "xmile"] as const) {
    const written = writeModel(readSyntax(text).value, model, dialect);
    if (written.value === undefined) {
      expect(written.diagnostics.map(({ code }) => code)).toContain("not-in-language");
      continue;
    }
    const { model: again, diagnostics } = readModel(
      source(dialect === "vensim" ? "again.mdl" : "again.xmile", written.value),
    );
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map((each) => codeFrame(each, modelDiagnostics))).toEqual([]);
    const run = interpret(again!).value!;
    const places = new Map(run.outputs.map((name, column) => [nameKey(name), column]));
    for (const [column, name] of outputs.entries())
      expect([dialect, name, plain(run.columns[places.get(nameKey(name)) ?? -1])]).toEqual([
        dialect,
        name,
        plain(columns[column]),
      ]);
  }
}

/** -0 is 0 in what a run shows. */
const plain = (column: Float64Array | undefined) => column && Array.from(column, (value) => value + 0);
