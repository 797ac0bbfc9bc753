import * as Plot from "@observablehq/plot";
import { compactText } from "../session/number-text.ts";

/** Many runs of one variable, over time. */
export interface FanContent {
  readonly times: readonly number[];
  /** 5th, 25th, 50th, 75th and 95th percentile, each over time. */
  readonly quantiles: readonly (readonly number[])[];
  readonly draws: readonly (readonly number[])[];
}

interface Slice {
  readonly time: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** A few futures as thin lines, nine in ten in the pale band, half in the darker, and the middle one in bold. */
export function fanPlot(
  { times, quantiles, draws }: FanContent,
  width: number,
  height: number,
): SVGElement | HTMLElement {
  const slices = times.map((time, at): Slice => {
    const [p5, p25, p50, p75, p95] = quantiles.map((level) => level[at]!);
    return { time, p5: p5!, p25: p25!, p50: p50!, p75: p75!, p95: p95! };
  });
  const colour = "var(--current)";
  const band = (low: (slice: Slice) => number, high: (slice: Slice) => number) =>
    Plot.areaY(slices, { x: "time", y1: low, y2: high, fill: colour, fillOpacity: 0.14 });
  return Plot.plot({
    width,
    height,
    marginLeft: 44,
    marginRight: 16,
    marginTop: 12,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px", overflow: "visible" },
    x: { label: null, tickFormat: (time: number) => String(time), ticks: width < 400 ? 3 : 6, tickSize: 4 },
    y: { label: null, nice: true, ticks: 4, tickSize: 0, tickFormat: compactText, grid: true },
    marks: [
      band(
        (slice) => slice.p5,
        (slice) => slice.p95,
      ),
      band(
        (slice) => slice.p25,
        (slice) => slice.p75,
      ),
      ...draws.map((draw) =>
        Plot.lineY(draw, {
          x: (_: number, at: number) => times[at]!,
          stroke: colour,
          strokeWidth: 0.8,
          strokeOpacity: 0.25,
        }),
      ),
      Plot.lineY(slices, { x: "time", y: "p50", stroke: colour, strokeWidth: 2.4 }),
    ],
  });
}
