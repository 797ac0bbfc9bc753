import { quantileOf, quantilesOf } from "@sequitur/analysis";
import type { Quantiles } from "./findings.ts";

/** The quantiles that findings hold, over a column of futures. */
export function quantilesOver(column: Float64Array): Quantiles {
  const [p5, p25, p50, p75, p95] = quantilesOf(column, [0.05, 0.25, 0.5, 0.75, 0.95]);
  return { p5: p5!, p25: p25!, p50: p50!, p75: p75!, p95: p95! };
}

export function medianOf(column: Float64Array): number {
  return quantileOf(column.toSorted(), 0.5);
}
