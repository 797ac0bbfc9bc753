import * as Plot from "@observablehq/plot";
import { words } from "../language/language.ts";
import { compactText } from "../session/number-text.ts";

/** Two futures in a hundred. */
export interface MarginDot {
  readonly margin: number;
  readonly holds: boolean;
}

const dots = 50;

/**
 * The futures of a claim as fifty dots, each at the middle margin of two in a hundred by weight: a quantile dot plot (Kay, Kola, Hullman &
 * Munson 2016, Proc. CHI, 5092-5103).
 * @param weights  shape [future]; all alike where left out
 */
export function marginDotsOf(margin: Float64Array, holds: Uint8Array, weights?: Float64Array): readonly MarginDot[] {
  const order = Uint32Array.from(margin.keys()).sort((a, b) => holds[a]! - holds[b]! || margin[a]! - margin[b]!);
  const weight = (row: number) => weights?.[row] ?? 1;
  const all = order.reduce((sum, row) => sum + weight(row), 0);
  const found: MarginDot[] = [];
  let passed = 0;
  for (const row of order) {
    passed += weight(row);
    while (found.length < dots && passed >= ((found.length + 0.5) / dots) * all)
      found.push({ margin: margin[row]!, holds: holds[row] === 1 });
  }
  return found;
}

const radius = 5;
const sides = 12;
/** As many stacks as the range has room for; fewer would hide its shape, more leave no stacks. */
const mostStacks = 28;

/** Dots in the same part of the range stand on each other; 0 is where two parts meet, so that none holds both sides of it. */
export function marginDotsPlot(all: readonly MarginDot[], domain: readonly [number, number], width: number) {
  const range = domain[1] - domain[0];
  const stacks = stacked(all, Math.max(range / mostStacks, (2 * radius * range) / Math.max(1, width - 2 * sides)));
  const tallest = Math.max(1, ...stacks.map(({ level }) => level + 1));
  const step = Math.min(2 * radius + 1, 120 / tallest);
  return Plot.plot({
    width,
    height: marginDotsHeight,
    marginLeft: sides,
    marginRight: sides,
    marginTop: 24,
    marginBottom: 24,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px", overflow: "visible" },
    x: { label: null, domain: [...domain], ticks: width < 500 ? 3 : 6, tickFormat: compactText, tickSize: 4 },
    y: { axis: null, domain: [0, 1] },
    marks: [
      Plot.ruleX([0], { stroke: "var(--ink)", strokeDasharray: "1 3" }),
      Plot.text([0], {
        x: (x: number) => x,
        frameAnchor: "top",
        dy: -20,
        text: () => words().claim.sides,
        fill: "var(--ink-soft)",
      }),
      ...stacks.map(({ dot, at, level }) =>
        Plot.dot([at], {
          x: (x: number) => x,
          y: () => 0,
          dy: -radius - 2 - level * step,
          r: radius - 0.6,
          stroke: dot.holds ? "var(--ink)" : "var(--ink-soft)",
          fill: dot.holds ? "var(--ink)" : "var(--paper)",
          clip: false,
        }),
      ),
    ],
  });
}

export const marginDotsHeight = 180;

interface Stacked {
  readonly dot: MarginDot;
  readonly at: number;
  readonly level: number;
}

function stacked(all: readonly MarginDot[], part: number): readonly Stacked[] {
  const tops = new Map<number, number>();
  return all.map((dot) => {
    const at = (Math.floor(dot.margin / part) + 0.5) * part;
    const level = tops.get(at) ?? 0;
    tops.set(at, level + 1);
    return { dot, at, level };
  });
}

/** From the least to the greatest margin that any of the dots has, and the line between failing and holding. */
export function marginDomain(all: readonly MarginDot[]): readonly [number, number] {
  const margins = all.map(({ margin }) => margin);
  const [low, high] = [Math.min(0, ...margins), Math.max(0, ...margins)];
  return low < high ? [low, high] : [low - 1, high + 1];
}
