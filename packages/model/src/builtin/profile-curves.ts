import { pure } from "./pure.ts";
import { apply, literal, type Term } from "./term.ts";
import { asFirst } from "./unit-rules.ts";

const { sub, mul, div, neg, abs, min, max, exp, normCdf, lt, eq, select } = apply;

/** No normal curve is narrower, whatever its profile says. */
const narrowest = 0.05;

/** The width that a curve is computed with. */
function usedWidth(kind: Term, width: Term): Term {
  return select(eq(kind, 3), max(width, narrowest), width);
}

const CURVES =
  "vensim.com/documentation/24335.html and 24330.html (Specifying the Curves), checked by the run in SDXorg test models; a normal curve's least " +
  "width held to Vensim's run of SDEverywhere's model allocate_normal_width";

/** The term for a kind of profile, from 0 on; NaN for one that is not known. */
function ofKind(kind: Term, ...each: readonly Term[]): Term {
  return each.reduceRight<Term>((rest, term, number) => select(eq(kind, number), term, rest), literal(Number.NaN));
}

/** Which share of a quantity is asked for, so many widths above the middle of its curve; the curves fall from 1 to 0. */
function shareAbove(kind: Term, widths: Term): Term {
  const fromEdge = max(0, sub(0.5, abs(widths)));
  const triangle = mul(2, mul(fromEdge, fromEdge));
  const tail = mul(0.5, exp(neg(abs(widths))));
  const above = lt(0, widths);
  return ofKind(
    kind,
    literal(1),
    max(0, min(1, sub(0.5, widths))),
    select(above, triangle, sub(1, triangle)),
    normCdf(neg(widths)),
    select(above, tail, sub(1, tail)),
  );
}

export const demandShare = pure({
  id: "demand-share",
  names: {},
  args: ["kind", "priority", "width", "price"],
  units: asFirst,
  meaning: (kind, priority, width, price) => shareAbove(kind, div(sub(price, priority), usedWidth(kind, width))),
  says: "The share of a quantity that is asked for at a price, by a priority profile: 1 where the price is low, 0 where it is high.",
  source: CURVES,
  cases: [
    [[0, 5, 2, 100], 1],
    [[1, 5, 2, 4], 1],
    [[1, 5, 2, 4.5], 0.75],
    [[1, 5, 2, 6], 0],
    [[2, 5, 2, 4], 1],
    [[2, 5, 2, 4.5], 0.875],
    [[2, 5, 2, 5.5], 0.125],
    [[2, 5, 2, 7], 0],
    [[3, 5, 2, 5], 0.5],
    [[3, 5, 0, 5], 0.5],
    // One deviation of the narrowest curve: 1 - Φ(1).
    [[3, 0, 0.001, 0.05], 0.15865525393145705],
    [[4, 5, 2, 5], 0.5],
    [[5, 5, 2, 5], Number.NaN],
  ],
});

export const supplyShare = pure({
  id: "supply-share",
  names: {},
  args: ["kind", "priority", "width", "price"],
  units: asFirst,
  meaning: (kind, priority, width, price) => shareAbove(kind, div(sub(priority, price), usedWidth(kind, width))),
  says: "The share of a capacity that is offered at a price, by a priority profile: 0 where the price is low, 1 where it is high.",
  source: CURVES,
  cases: [
    [[0, 5, 2, 0], 1],
    [[1, 5, 2, 4.5], 0.25],
    [[2, 5, 2, 5.5], 0.875],
    [[3, 5, 2, 5], 0.5],
    [[4, 5, 2, 5], 0.5],
  ],
});

export const profileReach = pure({
  id: "profile-reach",
  names: {},
  args: ["kind", "width"],
  units: ([, width]) => width,
  // Past these many widths a double cannot tell the curve from 0: e^-746, and the normal distribution beyond 39.
  meaning: (kind, width) =>
    mul(usedWidth(kind, width), ofKind(kind, literal(0), literal(0.5), literal(0.5), literal(40), literal(750))),
  says: "How far from its middle a priority profile's curve is neither 0 nor 1.",
  source: CURVES,
  cases: [
    [[0, 2], 0],
    [[1, 2], 1],
    [[3, 2], 80],
  ],
});

export const profileEnd = pure({
  id: "profile-end",
  names: {},
  args: ["kind", "width"],
  units: ([, width]) => width,
  meaning: (kind, width) =>
    mul(usedWidth(kind, width), ofKind(kind, literal(0), literal(0.5), literal(0.5), literal(5), literal(10))),
  says: "How far from the middle of a priority profile's curve a market's price may lie.",
  source:
    "Vensim's runs of SDEverywhere's models allocate_price and allocate_normal_width, where demand is 0 or exceeds all supply",
  cases: [
    [[1, 2], 1],
    [[3, 0.01], 0.25],
    [[4, 2], 20],
  ],
});
