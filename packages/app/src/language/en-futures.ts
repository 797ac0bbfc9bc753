import { counted, type Forms } from "./plural.ts";

const some = (count: number, forms: Forms) => counted("en", count, forms);

/** The words of the view of futures, in English. */
export const enFutures = {
  lead:
    "Every line is one future: a value for each assumption, and what came of it. Keep some of them on any axis, and see where the others go: " +
    "drag along it, or move its two ends with the arrow keys.",
  noClaim: "This study tests no claim, so there is nothing to tell its futures apart by.",
  ofClaim: "Futures in which this claim holds or fails",
  running: (count: string) => `Running the first ${count} futures …`,
  lookedAt: (run: string, all: string, rows: string) =>
    `The first ${run} of the ${all} futures of the study were run here; ${rows} of them gave numbers and have a past that agrees with what was observed. `,
  all: (count: string) => `Run all ${count}`,
  none: "None of them has a past that agrees with what was observed.",
  about: "What is asked of each future:",
  toClaim: "The claim and its verdict",
  assumptions: "Assumptions",
  outcomes: "What comes of them",
  margin: "How far the test is passed (above 0) or missed",
  operand: (measure: string, figure: string, policy: string) => `${measure}, ${figure}, ${policy}`,
  figures: {
    at: (from: string, _to: string) => from,
    mean: (from: string, to: string) => `mean ${from}–${to}`,
    minimum: (from: string, to: string) => `least ${from}–${to}`,
    maximum: (from: string, to: string) => `greatest ${from}–${to}`,
    total: (from: string, to: string) => `total ${from}–${to}`,
    change: (from: string, to: string) => `change ${from}–${to}`,
  },
  axesTitle: "Assumptions and what comes of them",
  axesUnit: "each axis from its least to its greatest value",
  axisHead: ["Axis", "Least", "Greatest", "Kept: 5th percentile", "Middle", "95th percentile"],
  selected: (kept: string, all: string, inThem: string, inAll: string) =>
    `${kept} of ${all} futures are kept. The claim holds in ${inThem} of them, and in ${inAll} of all.`,
  holdsKey: "the claim holds: whole line, dot",
  failsKey: "it fails: broken line, cross",
  holdsShort: "holds",
  failsShort: "fails",
  free: "Let go",
  remove: (axis: string) => `Take the axis away: ${axis}`,
  low: (axis: string) => `From: ${axis}`,
  high: (axis: string) => `To: ${axis}`,
  add: "Add an axis",
  chooseAxis: "choose …",
  onlyHolds: "Keep where it holds",
  onlyFails: "Keep where it fails",
  freeAll: "Let go of all",
  across: "Across",
  up: "Up",
  scatterTitle: (x: string, y: string) => `${x}, and ${y}`,
  scatterSays: (rho: number, text: string) =>
    Number.isNaN(rho)
      ? "One of the two is alike in all that is kept."
      : Math.abs(rho) < 0.2
        ? `In what is kept, one says little of the other (rank correlation ${text}).`
        : `In what is kept, the second is ${rho > 0 ? "higher" : "lower"} where the first is higher (rank correlation ${text}).`,
  future: "Future",
  claim: "The claim",
  overTime: "Over time",
  pathsSay: (time: string, holds: string, fails: string, holding: number, failing: number) =>
    [
      holding === 0
        ? ""
        : `${some(holding, { one: "In # future", other: "In # futures" })} of those kept the claim holds: the middle one ends at ${holds} in ${time}.`,
      failing === 0
        ? ""
        : `${some(failing, { one: "In # future", other: "In # futures" })} it fails: the middle one ends at ${fails}.`,
      holding + failing === 0 ? "No future is kept." : "",
    ]
      .filter(Boolean)
      .join(" "),
  find: "Find the scenario",
  findSays:
    "A search (PRIM) peels off one thin slice of futures after another, each time the one that leaves the rest most alike. A wide box covers much " +
    "and is mixed; a narrow one is pure and covers little. Choose a step: the brushes above follow it, and can be moved on from there.",
  gather: "Gather the futures in which",
  fails: "the claim fails",
  holds: "the claim holds",
  nothing: (what: string) => `There is no future here in which ${what}.`,
  peeling: "Searching …",
  peelLabel: "Boxes from the widest to the narrowest",
  peelTitle: (what: string) => `Boxes of futures in which ${what}`,
  peelUnit: "each point is one box",
  coverageAxis: "coverage: of all such futures, so many are in the box",
  densityAxis: "density: of the futures in the box, so many are such",
  toldShort: (whole: boolean): string => (whole ? "the findings' box" : "by the findings' rule"),
  ownShort: "your brushes",
  stepSpoken: (step: number, last: number, coverage: string, density: string, mass: string, limits: number) =>
    `Step ${step} of ${last}: coverage ${coverage}, density ${density}, ${mass} of all futures, ${some(limits, { one: "# limit", other: "# limits" })}`,
  stepHead: ["Step", "Coverage", "Density", "Of all futures", "Limits"],
  chooseStep: (what: string) => `Choose a box to see where ${what}.`,
  gathers: (what: string, coverage: string, density: string, mass: string) =>
    `It holds ${coverage} of the futures in which ${what}; of the futures in it, ${density} are such. It is ${mass} of all.`,
  wider: "A step wider",
  narrower: "A step narrower",
  toldBox: (whole: boolean): string => (whole ? "The box of the findings" : "The box by the findings' rule"),
  change: (limits: string, coverage: string, density: string, mass: string) =>
    `New in this step: ${limits}. Coverage ${coverage}, density ${density}, size ${mass} points.`,
  whole: "The whole: nothing is limited yet.",
  limitHead: ["Limit", "Could be chance"],
  hardly: "below 0.001",
  chanceSays:
    "The last column is a quasi-p-value: how likely so dense a box would be if this limit told nothing. Large values are a warning; small ones " +
    "prove little, since limits are chosen to make them small.",
  isOne: (label: string, rivals: string) => `${label}: ${rivals}`,
  nameIt: "Call this scenario",
  nameHint: "a few words; they stay in the link",
  kept: (count: string) => `${count} futures are kept.`,
  single: "Open a single future",
  previous: "The one before",
  next: "The next one kept",
  number: "By its number",
  one: (number: string) => `Future ${number}`,
  noFuture: (count: string) => `The study has no such future: they are counted from 0, and there are ${count}.`,
  measure: "Over time",
  under: "Under",
  assumed: "Assumed in it",
  value: "Value",
  tryIt: "Go on from here in the simulator, under",
  close: "Close this future",
};
