import { fold } from "../builtin/fold.ts";
import type { Expr, Loop } from "../model.ts";

/**
 * The value of an offset in each combination of turns, cut to a whole number, the last loop fastest; undefined where it is not known
 * before a run. So an element that looks a fixed way along its axis is held to need that one element only.
 */
export function offsetInTurns(offset: Expr, loops: readonly Loop[]): readonly number[] | undefined {
  let combinations: readonly (readonly number[])[] = [[]];
  for (const { size } of loops)
    combinations = combinations.flatMap((turns) => Array.from({ length: size }, (_, turn) => [...turns, turn]));
  const values: number[] = [];
  for (const turns of combinations) {
    const value = valueIn(offset, turns);
    if (value === undefined) return undefined;
    values.push(Math.trunc(value));
  }
  return values;
}

function valueIn(expr: Expr, turns: readonly number[]): number | undefined {
  switch (expr.kind) {
    case "number":
      return expr.value;
    case "position":
      return 1 + (expr.at.kind === "fixed" ? expr.at.position : expr.at.positions[turns[expr.at.loop]!]!);
    case "call": {
      const args = expr.args.map((arg) => valueIn(arg, turns));
      return args.every((arg) => arg !== undefined) ? fold(expr.builtin.behaviour.meaning, args) : undefined;
    }
    case "variable":
    case "lookup":
    case "reduce":
    case "element":
    case "fold":
    case "carried":
      return undefined;
  }
}
