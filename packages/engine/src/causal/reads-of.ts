import type { Expr, Model } from "@sequitur/model";
import { type Element, offsetAt, sizeOf, turnCount, turnsOf } from "../element/element.ts";

/**
 * Every element that an expression may read, in the order in which it stands there; an element that stands there twice is given twice.
 * @param turns  those of the loops around it, outside in
 */
export function* readsOf(expr: Expr, turns: readonly number[], model: Model): Generator<Element> {
  switch (expr.kind) {
    case "number":
    case "position":
    case "carried":
      return;
    case "variable":
      yield { variable: expr.id, offset: offsetAt(model.variables[expr.id]!.axes, expr.at, turns) };
      return;
    case "call":
      for (const arg of expr.args) yield* readsOf(arg, turns, model);
      return;
    case "lookup":
      yield* readsOf(expr.x, turns, model);
      return;
    case "reduce":
      for (let turn = 0; turn < turnCount(expr.loops); turn++)
        yield* readsOf(expr.body, [...turns, ...turnsOf(expr.loops, turn)], model);
      return;
    case "element":
      // Which one is computed as the run goes, so it may be any.
      yield* readsOf(expr.offset, turns, model);
      for (let offset = 0; offset < sizeOf(model.variables[expr.id]!); offset++) yield { variable: expr.id, offset };
      return;
    case "fold":
      yield* readsOf(expr.start, turns, model);
      for (let turn = 0; turn < expr.loop.size; turn++) yield* readsOf(expr.next, [...turns, turn], model);
  }
}
