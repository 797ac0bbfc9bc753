import type { DimensionTable } from "../resolve/dimension-table.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import { makerAt } from "./expression-maker.ts";

type Call = Extract<SyntaxExpr, { kind: "call" }>;

/**
 * An expression with MEAN, STDDEV and SIZE over elements as what they are computed as: sums, and how many elements there are.
 * @param put  gives a value a variable of its own, and says how it is called from the expression
 */
export function withSums(
  expr: SyntaxExpr,
  dimensions: DimensionTable,
  put: (what: string, value: SyntaxExpr) => SyntaxExpr,
): SyntaxExpr {
  const inside = mapParts(expr, (part) => withSums(part, dimensions, put));
  if (inside.kind !== "call" || inside.args.length !== 1) return inside;
  const marked = new Set(markedIn(inside).map(nameKey));
  if (marked.size === 0) return inside;
  const count = [...marked].reduce((product, name) => product * (dimensions.find(name)?.elements.size ?? 1), 1);
  switch (nameKey(inside.name)) {
    case "mean":
      return meanOf(inside, count);
    case "stddev":
      return deviationOf(inside, count, put("mean", meanOf(inside, count)));
    case "size":
      return makerAt(inside.span).number(count);
    default:
      return inside;
  }
}

function meanOf(call: Call, count: number): SyntaxExpr {
  const make = makerAt(call.span);
  return make.binary("divide", { ...call, name: "SUM" }, make.number(count));
}

function deviationOf({ args, span }: Call, count: number, mean: SyntaxExpr): SyntaxExpr {
  const make = makerAt(span);
  const off = make.binary("subtract", args[0]!, mean);
  const squares = make.call("SUM", make.binary("multiply", off, off));
  return make.call("SQRT", make.binary("divide", squares, make.number(count)));
}

function markedIn(expr: SyntaxExpr): readonly string[] {
  const own = expr.kind === "reference" ? expr.subscripts.filter(({ bang }) => bang).map(({ name }) => name) : [];
  return [...own, ...partsOf(expr).flatMap(markedIn)];
}
