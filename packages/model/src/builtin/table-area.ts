import type { Expr, LookupTable } from "../model.ts";
import { expressionWriter } from "./expression-writer.ts";
import type { SpreadMaker, TableOperand } from "./spread.ts";

/** The area under a table up to x: known up to the point at or before x, and a trapezoid from there on. */
export function areaTo(make: Pick<SpreadMaker, "call" | "number">, table: TableOperand, x: Expr): Expr {
  const { add, sub, mul, div } = expressionWriter(make);
  const height = div(add(table.read("backward", x), table.read("table", x)), 2);
  return add(table.read("area before", x), mul(sub(x, table.read("point before", x)), height));
}

/** The area up to each point of a table. Shape [points]. */
export function areasBefore({ xs, ys }: LookupTable): readonly number[] {
  let area = 0;
  return xs.map((x, i) => {
    if (i > 0) area += ((ys[i - 1]! + ys[i]!) / 2) * (x - xs[i - 1]!);
    return area;
  });
}

/** The mean of x by the area under a table: exact, piece by piece. */
export function meanOf({ xs, ys }: LookupTable): number {
  let [area, moment] = [0, 0];
  for (let i = 1; i < xs.length; i++) {
    const [a, b, f, g] = [xs[i - 1]!, xs[i]!, ys[i - 1]!, ys[i]!];
    area += ((f + g) / 2) * (b - a);
    moment += ((b - a) / 6) * (a * (2 * f + g) + b * (f + 2 * g));
  }
  return moment / area;
}
