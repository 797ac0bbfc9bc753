import { checkBounds, type DistributionRule, densityWithin, within } from "./distribution.ts";

export interface Uniform {
  readonly low: number;
  readonly high: number;
}

export const uniform: DistributionRule<Uniform> = {
  says: "Anywhere between two ends, each place as likely.",
  check: ({ low, high }) => checkBounds(low, high),
  ends: ({ low, high }) => ({ low, high }),
  density: ({ low, high }) => densityWithin({ low, high }, () => 1 / (high - low)),
  open:
    ({ low, high }) =>
    (u) =>
      within(low + u * (high - low), low, high),
};
