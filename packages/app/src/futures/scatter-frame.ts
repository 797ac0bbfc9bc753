import * as Plot from "@observablehq/plot";
import { compactText } from "../session/number-text.ts";
import type { FuturesAxis } from "./futures-axis.ts";
import type { ScatterPlace } from "./scatter-canvas.ts";

/** The two axes of a scatter, to lie under its canvas. */
export function scatterFrame(x: FuturesAxis, y: FuturesAxis, place: ScatterPlace): SVGElement | HTMLElement {
  const { width, height, left, right, top, bottom } = place;
  return Plot.plot({
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px", overflow: "visible" },
    x: { ...scaleOf(x, width < 500 ? 3 : 6), labelAnchor: "right" },
    y: { ...scaleOf(y, 5), labelAnchor: "top" },
    marks: [Plot.frame({ stroke: "var(--rule)" })],
  });
}

function scaleOf({ low, high, label, unit, names }: FuturesAxis, ticks: number) {
  const named = new Map(names.map((name) => [name.value, name.label]));
  return {
    domain: [low, high],
    label: unit === "" ? label : `${label}, ${unit}`,
    labelArrow: "none" as const,
    tickSize: 4,
    ticks: named.size > 0 ? [...named.keys()] : ticks,
    tickFormat: (value: number) => named.get(value) ?? compactText(value),
  };
}
