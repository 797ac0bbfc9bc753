import type { DimensionTable } from "../resolve/dimension-table.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import { makerAt } from "./expression-maker.ts";

/** An expression with each MEAN over elements as what it is computed as: their sum, divided by how many they are. */
export function withMeans(expr: SyntaxExpr, dimensions: DimensionTable): SyntaxExpr {
  const inside = mapParts(expr, (part) => withMeans(part, dimensions));
  if (inside.kind !== "call" || nameKey(inside.name) !== "mean" || inside.args.length !== 1) return inside;
  const marked = new Set(markedIn(inside).map(nameKey));
  const count = [...marked].reduce((product, name) => product * (dimensions.find(name)?.elements.size ?? 1), 1);
  const make = makerAt(inside.span);
  return marked.size === 0 ? inside : make.binary("divide", { ...inside, name: "SUM" }, make.number(count));
}

function markedIn(expr: SyntaxExpr): readonly string[] {
  const own = expr.kind === "reference" ? expr.subscripts.filter(({ bang }) => bang).map(({ name }) => name) : [];
  return [...own, ...partsOf(expr).flatMap(markedIn)];
}
