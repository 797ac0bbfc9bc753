import * as Plot from "@observablehq/plot";
import type { SearchRun } from "@sequitur/study";
import { words } from "../language/language.ts";
import { compactText } from "../session/number-text.ts";

/** What each search had found by when: where lines lie flat and together, more searching would find little more. */
export function searchPlot(runs: readonly SearchRun[], width: number): SVGElement | HTMLElement {
  const ends = runs.map(({ run, trace }) => ({ ...trace.at(-1)!, run }));
  return Plot.plot({
    width,
    height: 200,
    marginLeft: 56,
    marginRight: 64,
    marginTop: 12,
    marginBottom: 36,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px", overflow: "visible" },
    x: {
      label: words().tradeOffs.judged,
      labelArrow: "none",
      ticks: width < 500 ? 3 : 6,
      tickFormat: compactText,
      tickSize: 4,
    },
    y: { label: null, zero: true, ticks: 3, tickSize: 0, tickFormat: compactText, grid: true },
    marks: [
      ...runs.map(({ run, trace }) =>
        Plot.line(trace, {
          x: "evaluations",
          y: "hypervolume",
          stroke: "var(--current)",
          strokeWidth: 1.6,
          ...(run % 2 === 0 ? { strokeDasharray: "5 3" } : {}),
        }),
      ),
      // Ends that lie together keep their names apart.
      ...ends.map((end, at) =>
        Plot.text([end], {
          x: "evaluations",
          y: "hypervolume",
          text: () => words().tradeOffs.run(end.run),
          textAnchor: "start",
          dx: 6,
          dy: 14 * at - 7 * (ends.length - 1),
          fill: "var(--current)",
        }),
      ),
    ],
  });
}
