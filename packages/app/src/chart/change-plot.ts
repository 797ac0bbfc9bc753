import * as Plot from "@observablehq/plot";
import type { Quantiles } from "@sequitur/study";
import { compactText } from "../session/number-text.ts";

export interface ChangeRow {
  readonly label: string;
  readonly colour: string;
  readonly change: Quantiles;
}

/** How high a plot of so many rows is, in pixels. */
export function changePlotHeight(rows: number): number {
  return 26 * rows + 34;
}

/** One policy a row: nine futures in ten on the line, half in the thick part, the middle one as a dot; nothing changes at 0. */
export function changePlot(rows: readonly ChangeRow[], width: number): SVGElement | HTMLElement {
  const labels = Math.min(190, width * 0.42);
  const y = (row: ChangeRow) => row.label;
  const stroke = (row: ChangeRow) => row.colour;
  return Plot.plot({
    width,
    height: changePlotHeight(rows.length),
    marginLeft: labels,
    marginRight: 12,
    marginTop: 4,
    marginBottom: 30,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px" },
    x: { label: null, ticks: width < 420 ? 3 : 5, tickFormat: compactText, tickSize: 4, nice: true },
    y: { label: null, domain: rows.map(y), tickSize: 0 },
    marks: [
      Plot.ruleX([0], { stroke: "var(--ink-soft)" }),
      Plot.ruleY(rows, {
        y,
        x1: (row: ChangeRow) => row.change.p5,
        x2: (row: ChangeRow) => row.change.p95,
        stroke,
        strokeWidth: 1.4,
      }),
      Plot.ruleY(rows, {
        y,
        x1: (row: ChangeRow) => row.change.p25,
        x2: (row: ChangeRow) => row.change.p75,
        stroke,
        strokeWidth: 6,
      }),
      Plot.dot(rows, {
        y,
        x: (row: ChangeRow) => row.change.p50,
        r: 4.5,
        stroke,
        strokeWidth: 1.6,
        fill: "var(--paper)",
      }),
    ],
  });
}
