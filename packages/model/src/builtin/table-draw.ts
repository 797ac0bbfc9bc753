import type { LookupTable } from "../model.ts";
import { expressionWriter } from "./expression-writer.ts";
import { drawn } from "./random-draw.ts";
import { remembering } from "./remembering.ts";
import { areasBefore, areaTo } from "./table-area.ts";

/**
 * A table read as a density: the share of the area that a uniform number leaves before it. On a piece that begins at x with the height f
 * and slope s, what is left of the area, q, is f d + s d² / 2; d = 2 q / (f + √(f² + 2 s q)) loses no digits where s is small.
 * What lies beyond the bounds is left out of the area before it is shared, which is what drawing again comes to.
 */
export const randomLookup = remembering({
  id: "random-lookup",
  names: { vensim: "RANDOM LOOKUP" },
  args: ["density", "minimum", "maximum", "shift", "stretch", "seed"],
  takes: ["table", "value", "value", "value", "value", "value"],
  units: ([, low, high, shift, stretch], check) => check.same(check.same(low, high), check.same(shift, stretch)),
  expand: (make, density, low, high, shift, stretch, seed) => {
    const { add, sub, mul, div, min, max, sqrt, equal, choose } = expressionWriter(make);
    const points = density.points;
    if (points === undefined || !(areasBefore(points).at(-1)! > 0) || points.ys.some((y) => y < 0)) {
      make.reportShapeless();
      return undefined;
    }
    const [first, last] = [points.xs[0]!, points.xs.at(-1)!];
    const areaAt = (bound: typeof low) => areaTo(make, density, max(first, min(last, div(sub(bound, shift), stretch))));
    const [from, to] = [
      make.auxiliary("area left out below", areaAt(low)),
      make.auxiliary("area up to the maximum", areaAt(high)),
    ];
    const uniform = drawn(make, { of: "draw-uniform", seed });
    const area = make.auxiliary("area", add(from, mul(uniform, sub(to, from))));
    const pieces = piecesOf(points);
    const of = (ys: readonly number[]) =>
      ({
        kind: "lookup",
        table: { xs: pieces.areas, ys, between: "step", outside: "held" },
        reading: "table",
        x: area,
        span: make.span,
      }) as const;
    const rest = make.auxiliary("rest of the area", sub(area, of(pieces.areas)));
    const height = make.auxiliary("height", of(pieces.heights));
    const root = sqrt(max(0, add(mul(height, height), mul(2, mul(of(pieces.slopes), rest)))));
    const along = choose(equal(rest, 0), 0, div(mul(2, rest), add(height, root)));
    return add(shift, mul(stretch, add(of(pieces.xs), along)));
  },
  says: "Drawn with a table as its density, stretched and then shifted, between the minimum and the maximum.",
  source: "vensim.com/documentation/fn_random.html",
});

/** Where each piece with an area begins: the area before it, its x, its height there and its slope. */
function piecesOf({ xs, ys }: LookupTable) {
  const areas = areasBefore({ xs, ys, between: "linear", outside: "held" });
  const begins = xs.flatMap((_, i) => (i < xs.length - 1 && areas[i + 1]! > areas[i]! ? [i] : []));
  return {
    areas: begins.map((i) => areas[i]!),
    xs: begins.map((i) => xs[i]!),
    heights: begins.map((i) => ys[i]!),
    slopes: begins.map((i) => (ys[i + 1]! - ys[i]!) / (xs[i + 1]! - xs[i]!)),
  };
}
