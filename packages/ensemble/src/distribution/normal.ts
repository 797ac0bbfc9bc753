import { kernels } from "@sequitur/engine";
import type { Problem } from "../problem.ts";
import {
  checkBounds,
  checkFinite,
  checkPositive,
  type DistributionRule,
  densityWithin,
  problem,
  within,
} from "./distribution.ts";
import { normalMass, truncatedNormal } from "./truncated-normal.ts";

/** Left out, an end is open. Cut off, the distribution's mean and deviation are no longer the ones named. */
export interface Normal {
  readonly mean: number;
  readonly deviation: number;
  readonly low?: number;
  readonly high?: number;
}

export const normal: DistributionRule<Normal> = {
  says: "The bell curve, by its mean and standard deviation; cut off below and above where ends are given.",
  check: (spec) =>
    checkFinite({ mean: spec.mean }) ??
    checkPositive("deviation", spec.deviation) ??
    checkEnds(spec) ??
    checkMass(standardEnds(spec)),
  ends: ({ low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY }) => ({ low, high }),
  density(spec) {
    const { mean, deviation, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = spec;
    const mass = normalMass(...standardEnds(spec)) * deviation;
    return densityWithin({ low, high }, (x) => standardDensity((x - mean) / deviation) / mass);
  },
  open(spec) {
    const { mean, deviation, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = spec;
    const standard = truncatedNormal(...standardEnds(spec));
    return (u) => within(mean + deviation * standard(u), low, high);
  },
};

function standardEnds({ mean, deviation, low, high }: Normal): readonly [low: number, high: number] {
  const standard = (end: number | undefined, open: number) => (end === undefined ? open : (end - mean) / deviation);
  return [standard(low, Number.NEGATIVE_INFINITY), standard(high, Number.POSITIVE_INFINITY)];
}

/** exp(-z² / 2) / √(2π) */
export function standardDensity(z: number): number {
  return kernels.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Each end that is given is a number, and they are in order. */
export function checkEnds({ low, high }: { readonly low?: number; readonly high?: number }): Problem | undefined {
  if (low !== undefined && high !== undefined) return checkBounds(low, high);
  return checkFinite({ low, high });
}

// Below this, doubles run out of digits.
const smallestMass = 1e-300;

/** Something of the bell curve is left between the two ends, given in deviations from the mean. */
export function checkMass([low, high]: readonly [low: number, high: number]): Problem | undefined {
  if (normalMass(low, high) > smallestMass) return undefined;
  return problem(
    'Nothing of the distribution is left between "low" and "high": they are too far from its middle.',
    "Move the ends, or the middle, or widen the distribution.",
  );
}
