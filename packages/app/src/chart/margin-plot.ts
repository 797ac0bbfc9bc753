import * as Plot from "@observablehq/plot";
import type { Quantiles } from "@sequitur/study";
import { words } from "../language/language.ts";
import { compactText } from "../session/number-text.ts";

/** How far a test is passed or missed: nine futures in ten, the middle half, and the middle one, against the line of passing. */
export function marginPlot({ p5, p25, p50, p75, p95 }: Quantiles, width: number): SVGElement | HTMLElement {
  return Plot.plot({
    width,
    height: 84,
    marginLeft: 16,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 26,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px", overflow: "visible" },
    x: {
      label: null,
      domain: [Math.min(0, p5), Math.max(0, p95)],
      nice: true,
      ticks: width < 500 ? 3 : 6,
      tickFormat: compactText,
      tickSize: 4,
    },
    marks: [
      Plot.ruleX([0], { stroke: "var(--ink)", strokeDasharray: "1 3", insetTop: -14 }),
      Plot.text([0], {
        x: (x: number) => x,
        frameAnchor: "top",
        dy: -20,
        text: () => words().claim.sides,
        fill: "var(--ink-soft)",
      }),
      Plot.ruleY([0], { x1: p5, x2: p95, stroke: "var(--current)", strokeWidth: 2 }),
      Plot.ruleY([0], { x1: p25, x2: p75, stroke: "var(--current)", strokeWidth: 8 }),
      Plot.dot([p50], {
        x: (x: number) => x,
        y: () => 0,
        r: 6,
        fill: "var(--paper)",
        stroke: "var(--current)",
        strokeWidth: 2.4,
      }),
    ],
    y: { axis: null, domain: [-1, 1] },
  });
}
