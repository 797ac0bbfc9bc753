import { kernels } from "@sequitur/engine";
import { checkBounds, checkPositive, type DistributionRule, densityWithin, within } from "./distribution.ts";

export interface LogUniform {
  readonly low: number;
  readonly high: number;
}

export const logUniform: DistributionRule<LogUniform> = {
  says: "Anywhere between two positive ends, each order of magnitude as likely.",
  check: ({ low, high }) => checkPositive("low", low) ?? checkBounds(low, high),
  ends: ({ low, high }) => ({ low, high }),
  density({ low, high }) {
    const width = kernels.ln(high) - kernels.ln(low);
    return densityWithin({ low, high }, (x) => 1 / (x * width));
  },
  open({ low, high }) {
    const [from, to] = [kernels.ln(low), kernels.ln(high)];
    return (u) => within(kernels.exp(from + u * (to - from)), low, high);
  },
};
