import * as Plot from "@observablehq/plot";
import { words } from "../language/language.ts";

/** Where a policy stands by each metric; 1 is the most robust. */
export interface RankRow {
  readonly label: string;
  readonly colour: string;
  readonly ranks: readonly number[];
}

export function rankPlotHeight(rows: number): number {
  return 26 * rows + 44;
}

interface Place {
  readonly row: RankRow;
  readonly rank: number;
  /** Metrics that put it there. */
  readonly count: number;
}

/** One policy a row, a dot for each place that some metric gives it, the larger the more do; a long line is a dispute among metrics. */
export function rankPlot(rows: readonly RankRow[], width: number): SVGElement | HTMLElement {
  const places = rows.flatMap((row) =>
    [...new Set(row.ranks)].map(
      (rank): Place => ({ row, rank, count: row.ranks.filter((each) => each === rank).length }),
    ),
  );
  return Plot.plot({
    width,
    height: rankPlotHeight(rows.length),
    marginLeft: Math.min(190, width * 0.42),
    marginRight: 16,
    marginTop: 4,
    marginBottom: 40,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px" },
    x: {
      label: words().ranks.axis,
      labelAnchor: "left",
      labelArrow: "none",
      domain: [0.6, rows.length + 0.4],
      ticks: Array.from({ length: rows.length }, (_, i) => i + 1),
      tickFormat: (rank: number) => String(rank),
      tickSize: 4,
    },
    y: { label: null, domain: rows.map(({ label }) => label), tickSize: 0 },
    r: { type: "identity" },
    marks: [
      Plot.ruleY(rows, {
        y: "label",
        x1: ({ ranks }: RankRow) => Math.min(...ranks),
        x2: ({ ranks }: RankRow) => Math.max(...ranks),
        stroke: "colour",
        strokeWidth: 1.6,
      }),
      Plot.dot(places, {
        y: ({ row }: Place) => row.label,
        x: "rank",
        r: ({ count }: Place) => 2.5 + 1.1 * count,
        fill: "var(--paper)",
        stroke: ({ row }: Place) => row.colour,
        strokeWidth: 1.8,
      }),
      Plot.text(places, {
        y: ({ row }: Place) => row.label,
        x: "rank",
        text: ({ count }: Place) => (count > 1 ? String(count) : ""),
        fill: "var(--ink)",
        fontSize: 10,
      }),
    ],
  });
}
