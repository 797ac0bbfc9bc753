import type { Problem } from "../problem.ts";
import { type Ends, problem, type Quantile, within } from "./distribution.ts";

/** How many values a coordinate of the unit cube can have. */
const steps = 0x20000000000000;

/**
 * A distribution with what lies outside two ends cut off: the shares between the two are stretched over the unit interval. The shares
 * are found by halving, so this needs nothing of a distribution but that its quantile function never falls.
 */
export function cutOff(quantile: Quantile, { low, high }: Ends): Quantile {
  const [first, end] = sharesWithin(quantile, { low, high });
  return (u) => within(quantile(first + u * (end - first)), low, high);
}

export function checkCut(quantile: Quantile, { low, high }: Ends): Problem | undefined {
  const wanted = low <= high;
  const [first, end] = wanted ? sharesWithin(quantile, { low, high }) : [0, 0];
  if (first < end) return undefined;
  return problem(`Nothing of the distribution is left from ${low} to ${high}.`, 'Move the ends of "within".');
}

/** How much of a distribution lies within two ends. */
export function cutMass(quantile: Quantile, ends: Ends): number {
  const [first, end] = sharesWithin(quantile, ends);
  return end - first;
}

/** The shares whose values lie within the ends: the first inclusive, the end exclusive. */
function sharesWithin(quantile: Quantile, { low, high }: Ends): readonly [first: number, end: number] {
  return [firstShare((u) => quantile(u) >= low), firstShare((u) => quantile(u) > high)];
}

/** The least share, a multiple of 2^-53, at which something that holds from there on does; 1 where it never does. */
function firstShare(holds: (u: number) => boolean): number {
  let [low, high] = [0, steps];
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle / steps)) high = middle;
    else low = middle + 1;
  }
  return low / steps;
}
