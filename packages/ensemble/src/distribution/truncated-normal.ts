import { kernels } from "@sequitur/engine";
import { largestBelowOne } from "../design/design.ts";
import type { Quantile } from "./distribution.ts";

// Half the smallest step of u: u = 0 stands for the interval that begins there, and the normal distribution has no value at 0.
const smallestShare = 1 / 0x40000000000000;

/**
 * Quantiles of the standard normal distribution cut off below `low` and above `high` (either may be infinite). What lies in the upper
 * tail is taken from its mirror image in the lower one, where doubles are dense.
 */
export function truncatedNormal(low: number, high: number): Quantile {
  if (low > 0) return mirrored(truncatedNormal(-high, -low));
  const from = normalShare(low);
  const share = normalShare(high) - from;
  return (u) => kernels.normInv(Math.min(from + Math.max(u, smallestShare) * share, largestBelowOne));
}

function mirrored(quantile: Quantile): Quantile {
  return (u) => -quantile(1 - u);
}

/** How much of the standard normal distribution lies between two values. */
export function normalMass(low: number, high: number): number {
  return low > 0 ? normalMass(-high, -low) : normalShare(high) - normalShare(low);
}

// The normal distribution function, as the inverse of its inverse: one function less to get right, and cut-offs fit quantiles to
// the last bit. Halves an interval of shares until no double is left between its ends.
function normalShare(z: number): number {
  if (z > 0) return 1 - normalShare(-z);
  if (z === Number.NEGATIVE_INFINITY) return 0;
  let below = 0;
  let above = 0.5;
  for (;;) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) return above;
    if (kernels.normInv(middle) < z) below = middle;
    else above = middle;
  }
}
