import { kernels } from "@sequitur/engine";
import { checkPositive, type DistributionRule, densityWithin, within } from "./distribution.ts";
import { checkEnds, checkMass, standardDensity } from "./normal.ts";
import { normalMass, truncatedNormal } from "./truncated-normal.ts";

export interface Lognormal {
  readonly median: number;
  /** The geometric standard deviation: two thirds of the values lie between median / factor and median × factor. */
  readonly factor: number;
  readonly low?: number;
  readonly high?: number;
}

export const lognormal: DistributionRule<Lognormal> = {
  says: "A bell curve of orders of magnitude, by its median and the factor that one deviation multiplies or divides by.",
  check: (spec) =>
    checkPositive("median", spec.median) ??
    checkPositive("factor", spec.factor, 1) ??
    (spec.low === undefined ? undefined : checkPositive("low", spec.low)) ??
    (spec.high === undefined ? undefined : checkPositive("high", spec.high)) ??
    checkEnds(spec) ??
    checkMass(standardEnds(spec)),
  ends: ({ low = 0, high = Number.POSITIVE_INFINITY }) => ({ low, high }),
  density(spec) {
    const { median, factor, low = 0, high = Number.POSITIVE_INFINITY } = spec;
    const [middle, deviation] = [kernels.ln(median), kernels.ln(factor)];
    const mass = normalMass(...standardEnds(spec)) * deviation;
    const at = (x: number) => standardDensity((kernels.ln(x) - middle) / deviation) / (mass * x);
    return densityWithin({ low, high }, (x) => (x > 0 ? at(x) : 0));
  },
  open(spec) {
    const { median, factor, low = 0, high = Number.POSITIVE_INFINITY } = spec;
    const standard = truncatedNormal(...standardEnds(spec));
    const [middle, deviation] = [kernels.ln(median), kernels.ln(factor)];
    return (u) => within(kernels.exp(middle + deviation * standard(u)), low, high);
  },
};

function standardEnds({ median, factor, low, high }: Lognormal): readonly [low: number, high: number] {
  const standard = (end: number | undefined, open: number) =>
    end === undefined ? open : (kernels.ln(end) - kernels.ln(median)) / kernels.ln(factor);
  return [standard(low, Number.NEGATIVE_INFINITY), standard(high, Number.POSITIVE_INFINITY)];
}
