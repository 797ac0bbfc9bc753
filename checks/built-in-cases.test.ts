import { compile, instantiateNow, interpret, type Machine } from "@sequitur/engine";
import { builtins, type Equation, type Expr, isPure, type Model, type PureBuiltin } from "@sequitur/model";
import { expect, test } from "vitest";
import { modelOf, times } from "./engines/run-both.ts";

// The cases of every built-in function of its arguments alone, in the interpreter and in compiled code; folding has its own test.
const letters = ["a", "b", "c", "d", "e", "f", "g"];
const constants = letters.map((letter) => `${letter} = 1 ~~|`).join(" ");
const base = modelOf(`x = ${letters.join(" + ")} ~~| ${constants} ${times(0, 0, 1)}`);

/** The model with a call in place of its sum. */
function calling(row: PureBuiltin, count: number): Model {
  const variables = base.variables.filter(({ name }) => letters.slice(0, count).includes(name));
  const { span } = base.variables[0]!;
  const args = variables.map(({ id }): Expr => ({ kind: "variable", id, at: [], span }));
  const value: Expr = { kind: "call", builtin: row, args, span };
  const replaced = (equation: Equation): Equation =>
    equation.definition.kind === "auxiliary" && base.variables[equation.variable]!.name === "x"
      ? { ...equation, definition: { kind: "auxiliary", value, initial: undefined } }
      : equation;
  return { ...base, equations: base.equations.map(replaced) };
}

for (const row of builtins.filter(isPure)) {
  const count = row.args.length;
  if (row.cases.length === 0 || count > letters.length) continue;
  test(`${row.names.vensim ?? row.names.xmile ?? row.id}: its cases in both engines`, () => {
    const model = calling(row, count);
    const machine = machineFor(model, letters.slice(0, count));
    for (const [args, want] of row.cases) {
      const set = Object.fromEntries(args.map((value, i) => [letters[i]!, value]));
      const compiled = machine.run(set).columns[0]![0];
      expect(compiled, `(${args}) compiled`).toBe(want);
      if (args.every(Number.isFinite))
        expect(interpret(model, { set, outputs: ["x"] }).value!.columns[0]![0], `(${args}) interpreted`).toBe(want);
    }
  });
}

function machineFor(model: Model, inputs: readonly string[]): Machine {
  const { program, diagnostics } = compile(model, { inputs, outputs: ["x"] });
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  return instantiateNow(program!);
}
