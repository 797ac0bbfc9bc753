import * as Plot from "@observablehq/plot";
import { shareOfAll } from "../session/number-text.ts";

/** The share of futures in which a test holds, at a time after the decision. */
export interface CoursePoint {
  readonly label: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A share at each horizon with its interval, joined in the order of time; the half is drawn, since there most turns into few. */
export function coursePlot(points: readonly CoursePoint[], width: number): SVGElement | HTMLElement {
  return Plot.plot({
    width: Math.min(width, 420),
    height: 150,
    marginLeft: 44,
    marginRight: 24,
    marginTop: 18,
    marginBottom: 26,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px" },
    x: { type: "point", label: null, domain: points.map(({ label }) => label), tickSize: 4 },
    y: { label: null, domain: [0, 1], ticks: [0, 0.5, 1], tickFormat: shareOfAll, tickSize: 4 },
    marks: [
      Plot.ruleY([0.5], { stroke: "var(--ink-soft)", strokeDasharray: "2 3" }),
      Plot.line(points, { x: "label", y: "share", stroke: "var(--current)", strokeWidth: 1.6 }),
      Plot.ruleX(points, { x: "label", y1: "low", y2: "high", stroke: "var(--ink)", strokeWidth: 1.4 }),
      Plot.dot(points, { x: "label", y: "share", r: 4, fill: "var(--current)" }),
      Plot.text(points, {
        x: "label",
        y: "share",
        text: ({ share }: CoursePoint) => shareOfAll(share),
        dx: 8,
        dy: -9,
        textAnchor: "start",
        fill: "var(--ink)",
      }),
    ],
  });
}
