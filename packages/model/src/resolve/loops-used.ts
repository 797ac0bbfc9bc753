import type { Expr, Index } from "../model.ts";

/** The numbers of the loops that an expression turns with, those of its own reductions and folds included. */
export function loopsUsed(expr: Expr): readonly number[] {
  switch (expr.kind) {
    case "number":
      return [];
    case "variable":
      return loopsOf(expr.at);
    case "position":
      return loopsOf([expr.at]);
    case "call":
      return expr.args.flatMap(loopsUsed);
    case "lookup":
      return [...("variable" in expr.table ? loopsOf(expr.table.at) : []), ...loopsUsed(expr.x)];
    case "reduce":
      return loopsUsed(expr.body);
    case "element":
      return [...loopsOf(expr.at), ...loopsUsed(expr.offset)];
    case "fold":
      return [...loopsUsed(expr.start), ...loopsUsed(expr.next)];
    case "carried":
      return [expr.loop];
  }
}

function loopsOf(at: readonly Index[]): readonly number[] {
  return at.flatMap((index) => (index.kind === "loop" ? [index.loop] : []));
}
