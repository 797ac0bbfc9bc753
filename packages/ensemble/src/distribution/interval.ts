import { kernels } from "@sequitur/engine";
import { checkBounds, type DistributionRule, densityWithin, type Quantile, within } from "./distribution.ts";
import { standardDensity } from "./normal.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What is cut off at each end: a bell curve's farthest thousandth is no part of what anyone means by a range. */
const tail = 0.001;

/** How many deviations the ends of a 90 % interval are from the middle, when the tails are cut off: a hair less than 1.645. */
const reach = -kernels.normInv(tail + 0.05 * (1 - 2 * tail));

/**
 * Source: the `to` of Squiggle, squiggle-language.com/docs/Guides/DistributionCreation, which takes two numbers for the 5th and 95th
 * percentile of a lognormal distribution where both are above zero, and of a normal one otherwise.
 */
export const interval: DistributionRule<Interval> = {
  says: 'A range as one says it, "5 to 9": nine values in ten lie in it. Lognormal where both ends are above zero, else normal; the farthest thousandth at each end is cut off.',
  check: ({ low, high }) => checkBounds(low, high),
  ends(spec) {
    const at = openAt(spec);
    return { low: at(tail), high: at(1 - tail) };
  },
  density(spec) {
    const ends = interval.ends(spec);
    const isLog = spec.low > 0;
    const [low, high] = isLog ? [kernels.ln(spec.low), kernels.ln(spec.high)] : [spec.low, spec.high];
    const middle = low + (high - low) / 2;
    const deviation = (high - low) / 2 / reach;
    const mass = (1 - 2 * tail) * deviation;
    const at = (y: number) => standardDensity((y - middle) / deviation) / mass;
    return densityWithin(ends, (x) => (isLog ? at(kernels.ln(x)) / x : at(x)));
  },
  open(spec) {
    const at = openAt(spec);
    const [low, high] = [at(tail), at(1 - tail)];
    return (u) => within(at(tail + u * (1 - 2 * tail)), low, high);
  },
};

/** The quantile function before the tails are cut off. */
function openAt({ low, high }: Interval): Quantile {
  if (low <= 0) return openNormal(low, high);
  const order = openNormal(kernels.ln(low), kernels.ln(high));
  return (u) => kernels.exp(order(u));
}

function openNormal(low: number, high: number): Quantile {
  const middle = low + (high - low) / 2;
  const deviation = (high - low) / 2 / reach;
  return (u) => middle + deviation * kernels.normInv(u);
}
