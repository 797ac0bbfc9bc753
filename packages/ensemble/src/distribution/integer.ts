import { checkFinite, type DistributionRule, problem } from "./distribution.ts";

export interface Integer {
  readonly low: number;
  readonly high: number;
}

export const integer: DistributionRule<Integer> = {
  says: "A whole number from the lowest to the highest, both included, each as likely.",
  check({ low, high }) {
    const notFinite = checkFinite({ low, high });
    if (notFinite) return notFinite;
    if (Number.isSafeInteger(low) && Number.isSafeInteger(high) && low <= high) return undefined;
    return problem(`${low} to ${high} is not a range of whole numbers.`, 'Give whole numbers, "low" not above "high".');
  },
  ends: ({ low, high }) => ({ low, high }),
  density: ({ low, high }) => ({
    kind: "share",
    at: (x) => (Number.isInteger(x) && x >= low && x <= high ? 1 / (high - low + 1) : 0),
  }),
  open:
    ({ low, high }) =>
    (u) =>
      Math.min(low + Math.floor(u * (high - low + 1)), high),
};
