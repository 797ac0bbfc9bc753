import { checkMode, type DistributionRule, densityWithin, within } from "./distribution.ts";

export interface Triangular {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

export const triangular: DistributionRule<Triangular> = {
  says: "Rises in a straight line from the lowest value to the likeliest, and falls in one to the highest.",
  check: ({ low, mode, high }) => checkMode(low, mode, high),
  ends: ({ low, high }) => ({ low, high }),
  density({ low, mode, high }) {
    const top = 2 / (high - low);
    const at = (x: number) => (x < mode ? (x - low) / (mode - low) : x > mode ? (high - x) / (high - mode) : 1);
    return densityWithin({ low, high }, (x) => top * at(x));
  },
  open({ low, mode, high }) {
    const width = high - low;
    const turn = (mode - low) / width;
    const below = width * (mode - low);
    const above = width * (high - mode);
    return (u) => within(u < turn ? low + Math.sqrt(u * below) : high - Math.sqrt((1 - u) * above), low, high);
  },
};
