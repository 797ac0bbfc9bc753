import * as Plot from "@observablehq/plot";
import { words } from "../language/language.ts";

export interface HingeBar {
  readonly label: string;
  /** Total-order Sobol' index; null where it has not converged. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly named: boolean;
}

/** Bars of total-order indices with their intervals, largest first; what has not converged shows its interval alone. */
export function hingePlot(bars: readonly HingeBar[], width: number): SVGElement | HTMLElement {
  const known = bars.filter((bar) => bar.value !== null);
  const labels = Math.min(260, width * 0.45);
  return Plot.plot({
    width,
    height: 28 * bars.length + 36,
    marginLeft: labels,
    marginRight: 16,
    marginTop: 4,
    marginBottom: 30,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px" },
    x: {
      label: words().claim.barsAxis,
      labelAnchor: "left",
      labelArrow: "none",
      domain: [0, 1],
      ticks: width < 500 ? 3 : 5,
      tickFormat: (x: number) => `${Math.round(x * 100)} %`,
      tickSize: 4,
    },
    y: {
      label: null,
      domain: bars.map(({ label }) => label),
      tickSize: 0,
      tickFormat: (label: string) => shortened(label, labels),
    },
    marks: [
      Plot.barX(known, {
        y: "label",
        x: "value",
        fill: (bar: HingeBar) => (bar.named ? "var(--current)" : "var(--baseline)"),
        fillOpacity: 0.75,
        insetTop: 5,
        insetBottom: 5,
      }),
      Plot.ruleY(bars, {
        y: "label",
        x1: (bar: HingeBar) => within(bar.low),
        x2: (bar: HingeBar) => within(bar.high),
        stroke: "var(--ink)",
        strokeWidth: 1.4,
      }),
      Plot.ruleX([0], { stroke: "var(--ink-soft)" }),
    ],
  });
}

/** An estimate's interval may pass 0 and 1, where the index itself cannot. */
function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function shortened(label: string, pixels: number): string {
  const most = Math.floor(pixels / 6.4);
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}
