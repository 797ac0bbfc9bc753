import * as Plot from "@observablehq/plot";
import { words } from "../language/language.ts";
import { compactText } from "../session/number-text.ts";
import type { FuturePath } from "./future-paths.ts";

export interface PathsContent {
  readonly times: readonly number[];
  readonly decision: number | undefined;
  readonly paths: readonly FuturePath[];
  /** The future that is open, in bold. */
  readonly open: number | undefined;
}

interface Point {
  readonly time: number;
  readonly value: number;
  readonly path: FuturePath;
}

/** Futures over time: whole lines where the claim holds, broken ones where it fails. */
export function pathsPlot(
  { times, decision, paths, open }: PathsContent,
  width: number,
  height: number,
): SVGElement | HTMLElement {
  const points = paths.map((path) => times.map((time, at): Point => ({ time, value: path.values[at]!, path })));
  return Plot.plot({
    width,
    height,
    marginLeft: 44,
    marginRight: Math.min(90, width / 5),
    marginTop: 16,
    marginBottom: 24,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px", overflow: "visible" },
    x: { label: null, tickFormat: (time: number) => String(time), ticks: width < 400 ? 3 : 6, tickSize: 4 },
    y: { label: null, nice: true, ticks: 4, tickSize: 0, tickFormat: compactText, grid: true },
    marks: [
      ...(decision === undefined
        ? []
        : [Plot.ruleX([decision], { stroke: "var(--ink-soft)", strokeDasharray: "1 3" })]),
      ...points.map((line, at) => lineOf(line, paths[at]!, paths[at]!.future === open)),
      Plot.text(endsOf(points), {
        x: "time",
        y: "value",
        text: "label",
        fill: "colour",
        textAnchor: "start",
        dx: 6,
      }),
    ],
  });
}

function lineOf(line: readonly Point[], { holds }: FuturePath, bold: boolean): Plot.Markish {
  return Plot.line(line, {
    x: "time",
    y: "value",
    stroke: bold ? "var(--ink)" : holds ? "var(--current)" : "var(--policy-2)",
    strokeWidth: bold ? 2.6 : 1,
    strokeOpacity: bold ? 1 : 0.5,
    ...(holds ? {} : { strokeDasharray: "4 3" }),
  });
}

/** Says at its end, of the middle line of each side, which side it is. */
function endsOf(points: readonly (readonly Point[])[]) {
  return [true, false].flatMap((holds) => {
    const ends = points.flatMap((line) => (line[0]!.path.holds === holds ? [line.at(-1)!] : []));
    const middle = ends.toSorted((a, b) => a.value - b.value)[Math.floor(ends.length / 2)];
    if (middle === undefined) return [];
    const label = holds ? words().futures.holdsShort : words().futures.failsShort;
    return [{ ...middle, label, colour: holds ? "var(--current)" : "var(--policy-2)" }];
  });
}
