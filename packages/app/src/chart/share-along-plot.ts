import * as Plot from "@observablehq/plot";
import type { ShareAt } from "@sequitur/analysis";
import type { Verdict } from "@sequitur/study";
import type { WordChange } from "../claim/verdict-change.ts";
import { words } from "../language/language.ts";
import { compactText } from "../session/number-text.ts";

export interface ShareAlong {
  readonly along: readonly ShareAt[];
  readonly changes: readonly WordChange[];
  /** Where the reader has moved to. */
  readonly here: ShareAt;
}

/** The shares at which the word changes, and the word between two of them. */
const bounds = [0.1, 0.4, 0.6, 0.9];
const middles: readonly { readonly at: number; readonly word: Verdict }[] = [
  { at: 0.95, word: "nearly-all" },
  { at: 0.75, word: "most" },
  { at: 0.5, word: "about-half" },
  { at: 0.25, word: "few" },
  { at: 0.05, word: "almost-none" },
];

export const shareAlongMargins = { left: 48, right: (width: number) => (width < 480 ? 84 : 110) };

/** The share of futures in which a claim holds along one input, in its interval, over bands that each have one word. */
export function shareAlongPlot({ along, changes, here }: ShareAlong, width: number, height: number) {
  const x = "value";
  return Plot.plot({
    width,
    height,
    marginLeft: shareAlongMargins.left,
    marginRight: shareAlongMargins.right(width),
    marginTop: 20,
    marginBottom: 22,
    style: { background: "none", color: "inherit", fontFamily: "var(--sans)", fontSize: "12px", overflow: "visible" },
    x: { label: null, ticks: width < 480 ? 3 : 6, tickFormat: compactText, tickSize: 4 },
    y: { label: null, domain: [0, 1], ticks: [0, 0.5, 1], tickFormat: (y: number) => `${100 * y} %`, tickSize: 0 },
    marks: [
      Plot.ruleY(bounds, { stroke: "var(--rule)" }),
      Plot.text(middles, {
        y: "at",
        text: ({ word }: { readonly word: Verdict }) => words().change.words[word],
        frameAnchor: "right",
        textAnchor: "start",
        dx: 8,
        fill: "var(--ink-soft)",
      }),
      Plot.areaY(along, { x, y1: "low", y2: "high", fill: "var(--ink)", fillOpacity: 0.1 }),
      Plot.ruleX(changes, { x, stroke: "var(--ink-soft)", strokeDasharray: "1 3" }),
      Plot.text(changes, {
        x,
        text: ({ value }) => compactText(value),
        frameAnchor: "top",
        dy: -16,
        fill: "var(--ink-soft)",
      }),
      Plot.line(along, { x, y: "share", stroke: "var(--ink)", strokeWidth: 2 }),
      Plot.ruleX([here], { x, y1: "low", y2: "high", stroke: "var(--current)", strokeWidth: 3 }),
      Plot.ruleX([here], { x, stroke: "var(--current)" }),
      Plot.dot([here], { x, y: "share", r: 5, fill: "var(--paper)", stroke: "var(--current)", strokeWidth: 2.4 }),
    ],
  });
}
