import { fold } from "../builtin/fold.ts";
import type { Expr, Loop, VariableId } from "../model.ts";
import type { Draft } from "./draft.ts";
import { placesAt } from "./references.ts";
import { startValue } from "./start-value.ts";

/** What an expression of constants is at each turn of its loops, and the variables that it was worked out from. */
export interface TurnValues {
  readonly values: readonly number[];
  readonly from: ReadonlySet<VariableId>;
}

/** The value at each turn, the last loop fastest; undefined where one depends on more than constants. */
export function turnValues(draft: Draft, expr: Expr, loops: readonly Loop[]): TurnValues | undefined {
  const from = new Set<VariableId>();
  const values = valuesOf(draft, expr, loops, from);
  return values && { values, from };
}

function valuesOf(
  draft: Draft,
  expr: Expr,
  loops: readonly Loop[],
  from: Set<VariableId>,
): readonly number[] | undefined {
  const turns = loops.reduce((product, { size }) => product * size, 1);
  switch (expr.kind) {
    case "number":
      return Array<number>(turns).fill(expr.value);
    case "variable":
      return expr.at.length === 0 ? scalarValue(draft, expr, turns, from) : elementValues(draft, expr, loops, from);
    case "call": {
      const args = expr.args.map((arg) => valuesOf(draft, arg, loops, from));
      if (!args.every((arg) => arg !== undefined)) return undefined;
      const values = Array.from({ length: turns }, (_, turn) =>
        fold(
          expr.builtin.behaviour.meaning,
          args.map((arg) => arg[turn]!),
        ),
      );
      return values.every((value) => value !== undefined) ? values : undefined;
    }
    case "position":
    case "lookup":
    case "reduce":
    case "element":
    case "fold":
    case "carried":
      return undefined;
  }
}

function scalarValue(draft: Draft, expr: Expr, turns: number, from: Set<VariableId>): readonly number[] | undefined {
  const start = startValue(draft, expr);
  if (start === undefined || start.mayChange) return undefined;
  for (const id of start.from) from.add(id);
  return Array<number>(turns).fill(start.value);
}

function elementValues(
  draft: Draft,
  { id, at }: Extract<Expr, { kind: "variable" }>,
  loops: readonly Loop[],
  from: Set<VariableId>,
): readonly number[] | undefined {
  const sizes = draft.variables[id]!.axes.map(({ size }) => size);
  const held = new Map<number, number>();
  for (const { variable, definition, ...equation } of draft.equations)
    if (variable === id && definition.kind === "constant")
      for (const [turn, place] of placesAt(equation.at, equation.loops, sizes).entries())
        held.set(place, definition.values[turn]!);
  const values = placesAt(at, loops, sizes).map((place) => held.get(place));
  if (!values.every((value) => value !== undefined)) return undefined;
  from.add(id);
  return values;
}
