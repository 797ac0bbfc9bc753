import { kernels } from "@sequitur/engine";
import { largestBelowOne } from "../design/design.ts";
import type { CorrelationPlan } from "./correlation.ts";

// Half the smallest step of a coordinate: the normal distribution has no value at 0.
const smallestShare = 1 / 0x40000000000000;

/**
 * Makes coordinates of a point of the unit cube go together: each becomes a normal number, these are mixed so that they are
 * correlated, and each goes back to its share. Every coordinate stays uniform by itself, so every uncertainty keeps its distribution.
 * Source: Nelsen 2006, "An introduction to copulas", section 2.3; the mixing as in Iman & Conover 1982, Commun. Stat. B11, 311-334.
 */
export function gaussianCopula({ dimensions, factor }: CorrelationPlan): (point: Float64Array) => void {
  const size = dimensions.length;
  const normal = new Float64Array(size);
  return (point) => {
    for (let d = 0; d < size; d++) normal[d] = kernels.normInv(Math.max(point[dimensions[d]!]!, smallestShare));
    for (let row = size - 1; row >= 0; row--) {
      let mixed = 0;
      for (let k = 0; k <= row; k++) mixed += factor[row * size + k]! * normal[k]!;
      point[dimensions[row]!] = Math.min(kernels.normCdf(mixed), largestBelowOne);
    }
  };
}
