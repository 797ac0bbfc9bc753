import { classCount, classesOf } from "../sensitivity/given-data.ts";
import { type Share, shareOf } from "../share/share.ts";

/** The share of futures in which a claim holds where one input lies between two values. */
export interface ConditionalShare extends Share {
  /** The least and the greatest value of the input in this class. */
  readonly from: number;
  readonly to: number;
  readonly futures: number;
}

/**
 * The share of a claim along one input: futures are cut by it into classes of equal size, equal values together, each with its
 * share and Wilson's interval. What one would know of the claim if one knew the input.
 * @param input  shape [future]      @param holds  shape [future], 1 or 0
 * @param classes  at most so many; the whole cube root of the number of futures, if not said
 */
export function conditionalShares(
  input: Float64Array,
  holds: Uint8Array,
  classes = classCount(input.length),
): readonly ConditionalShare[] {
  const { count, of } = classesOf(input, classes);
  const found = Array.from({ length: count }, () => ({ from: Infinity, to: -Infinity, futures: 0, holding: 0 }));
  input.forEach((value, future) => {
    const one = found[of[future]!]!;
    one.from = Math.min(one.from, value);
    one.to = Math.max(one.to, value);
    one.futures++;
    one.holding += holds[future]!;
  });
  return found.map(({ from, to, futures, holding }) => ({ from, to, futures, ...shareOf(holding, futures) }));
}
