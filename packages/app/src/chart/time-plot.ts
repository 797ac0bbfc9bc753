import * as Plot from "@observablehq/plot";
import { words } from "../language/language.ts";
import type { Fan } from "../session/fan.ts";
import { compactText } from "../session/number-text.ts";
import { fanCanvas, fanReach } from "./fan-canvas.ts";

export interface Line {
  readonly label: string;
  /** shape [time] */
  readonly values: ArrayLike<number>;
  readonly colour: string;
  /** A draw is one future of many: thin, without a label. */
  readonly weight: "main" | "comparison" | "draw";
}

export interface TimeChartContent {
  readonly title: string;
  readonly unit: string;
  readonly times: readonly number[];
  readonly lines: readonly Line[];
  readonly observed?: { readonly times: readonly number[]; readonly values: readonly number[] } | undefined;
  /** When the policies part. */
  readonly decision?: number | undefined;
  /** Many futures of the first line, behind all. */
  readonly fan?: Fan | undefined;
}

interface Point {
  readonly time: number;
  readonly value: number;
  readonly line: number;
}

const strokes = { main: 2.4, comparison: 2, draw: 0.8 } as const;
const opacities = { main: 1, comparison: 1, draw: 0.22 } as const;

/** Draws a chart over time as an SVG of the given width and height, in CSS pixels; a fan on a canvas under it, in the colour given. */
export function timePlot(
  content: TimeChartContent,
  width: number,
  height: number,
  fanColour = "",
): SVGElement | HTMLElement {
  const plot = linesPlot(content, width, height);
  if (content.fan === undefined) return plot;
  const [x, y] = [plot.scale("x")!, plot.scale("y")!];
  const place = { width, height, x: (time: number) => x.apply(time), y: (value: number) => y.apply(value) };
  const both = document.createElement("div");
  both.style.position = "relative";
  plot.style.position = "relative";
  both.append(fanCanvas(content.fan, place, fanColour), plot);
  return both;
}

function linesPlot(content: TimeChartContent, width: number, height: number) {
  const { lines, times, observed, decision } = content;
  const points = lines.map((line, i) => pointsOf(line, times, i));
  const ends = lines.flatMap((line, i) =>
    line.weight === "draw" ? [] : [{ ...points[i]!.at(-1)!, label: line.label, colour: line.colour }],
  );
  const small = height < 180;
  const reach = content.fan === undefined ? [] : fanReach(content.fan);
  return Plot.plot({
    width,
    height,
    marginLeft: 44,
    marginRight: small ? 12 : Math.min(140, width / 4),
    marginTop: 12,
    marginBottom: 24,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px", overflow: "visible" },
    x: { label: null, tickFormat: (time: number) => String(time), ticks: width < 400 ? 3 : 6, tickSize: 4 },
    y: {
      label: null,
      nice: true,
      zero: crossesNear(points, [...(observed?.values ?? []), ...reach]),
      ticks: small ? 2 : 4,
      tickSize: 0,
      tickFormat: compactText,
      grid: !small,
    },
    marks: [
      // Nothing to be seen: so that the axis reaches as far as the fan.
      Plot.ruleY(reach, { stroke: "none" }),
      ...(decision === undefined ? [] : decisionMarks(decision, small)),
      ...points.map((series, i) => {
        const { colour, weight } = lines[i]!;
        const style = { stroke: colour, strokeWidth: strokes[weight], strokeOpacity: opacities[weight] };
        return Plot.line(series, {
          x: "time",
          y: "value",
          ...style,
          ...(weight === "comparison" ? { strokeDasharray: "5 3" } : {}),
        });
      }),
      ...(observed === undefined
        ? []
        : [
            Plot.dot(observedPoints(observed, times), {
              x: "time",
              y: "value",
              r: small ? 1.8 : 2.8,
              fill: "var(--observed)",
            }),
          ]),
      ...(small
        ? []
        : [
            Plot.text(apart(ends, height, points), {
              x: "time",
              y: "value",
              text: "label",
              fill: "colour",
              textAnchor: "start",
              dx: 6,
              lineWidth: 11,
            }),
          ]),
    ],
  });
}

function decisionMarks(decision: number, small: boolean): readonly Plot.Markish[] {
  const rule = Plot.ruleX([decision], { stroke: "var(--ink-soft)", strokeDasharray: "1 3" });
  if (small) return [rule];
  return [
    rule,
    Plot.text([decision], {
      x: (time: number) => time,
      frameAnchor: "top",
      text: () => words().chart.part,
      dx: 4,
      dy: -10,
      textAnchor: "start",
      fill: "var(--ink-soft)",
    }),
  ];
}

function pointsOf({ values }: Line, times: readonly number[], line: number): readonly Point[] {
  return times.map((time, i) => ({ time, value: values[i]!, line }));
}

function observedPoints(
  observed: { readonly times: readonly number[]; readonly values: readonly number[] },
  times: readonly number[],
): readonly Point[] {
  const first = times[0]!;
  return observed.times.flatMap((time, i) => (time < first ? [] : [{ time, value: observed.values[i]!, line: -1 }]));
}

/** Whether the axis should begin at 0: where the values already come within half their height of it. */
function crossesNear(points: readonly (readonly Point[])[], others: readonly number[]): boolean {
  const all = [...points.flat().map(({ value }) => value), ...others].filter(Number.isFinite);
  const low = all.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = all.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return low >= 0 && low < high * 0.6;
}

interface End extends Point {
  readonly label: string;
  readonly colour: string;
}

/** Labels that would cover each other are moved apart, in the order of their lines' ends. */
function apart(ends: readonly End[], height: number, points: readonly (readonly Point[])[]): readonly End[] {
  const all = points
    .flat()
    .map(({ value }) => value)
    .filter(Number.isFinite);
  const span =
    all.reduce((most, value) => Math.max(most, value), 0) - all.reduce((least, value) => Math.min(least, value), 0);
  const gap = (span * 26) / height;
  let floor = Number.NEGATIVE_INFINITY;
  return [...ends]
    .sort((a, b) => a.value - b.value)
    .map((end) => {
      const value = Math.max(end.value, floor);
      floor = value + gap;
      return { ...end, value };
    });
}
