import { kernels } from "@sequitur/engine";
import { chebyshevFit, chebyshevSum } from "./chebyshev.ts";
import { checkMode, type DistributionRule, densityWithin, within } from "./distribution.ts";
import { incompleteBeta, incompleteBetaInverse } from "./incomplete-beta.ts";

export interface Pert {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/**
 * A beta distribution stretched over the range, with exponents a = 1 + 4 (mode - low) / (high - low) and b = 6 - a.
 * Source: Malcolm, Roseboom, Clark & Fazar 1959, Oper. Res. 7, 646-669; Vose 2008, "Risk analysis", section on PERT.
 */
export const pert: DistributionRule<Pert> = {
  says: "A smooth hump from the lowest value over the likeliest to the highest, with thinner tails than a triangle.",
  check: ({ low, mode, high }) => checkMode(low, mode, high),
  ends: ({ low, high }) => ({ low, high }),
  density({ low, mode, high }) {
    const width = high - low;
    const a = 1 + (4 * (mode - low)) / width;
    const b = 6 - a;
    const area = incompleteBeta(a / 6, a, b) + incompleteBeta(b / 6, b, a);
    const at = (x: number) => kernels.pow((x - low) / width, a - 1) * kernels.pow((high - x) / width, b - 1);
    return densityWithin({ low, high }, (x) => at(x) / (area * width));
  },
  open({ low, mode, high }) {
    const width = high - low;
    const a = 1 + (4 * (mode - low)) / width;
    const b = 6 - a;
    const mean = a / 6;
    const left = lowerQuantile(a, b, mean);
    const right = lowerQuantile(b, a, 1 - mean);
    const area = left.area + right.area;
    return (u) => {
      const upTo = u * area;
      const x = upTo <= left.area ? low + width * left.at(upTo) : high - width * right.at((1 - u) * area);
      return within(x, low, high);
    };
  },
};

interface LowerQuantile {
  /** The integral of t^(a-1) (1-t)^(b-1) up to the end. */
  readonly area: number;
  /** The x below which the integral is `area`, for areas up to that of the end. */
  at(area: number): number;
}

const terms = 34;

// Near 0 the integral is x^a / a, so that x is about z = (a area)^(1/a); and x / z is a smooth function of z up to the end. With the
// mean as the end, for any a from 1 to 5 and b = 6 - a, 34 terms of its Chebyshev series leave less than 1e-16: rounding is
// what remains, and x is right to 1.5e-14 of itself below the mean and of the range above it.
function lowerQuantile(a: number, b: number, end: number): LowerQuantile {
  const area = incompleteBeta(end, a, b);
  const range = kernels.pow(a * area, 1 / a);
  const ratio = (z: number) => incompleteBetaInverse(kernels.pow(z, a) / a, a, b, end, Math.min(z, end)) / z;
  const series = chebyshevFit(ratio, range, terms);
  const at = (part: number) => {
    const z = kernels.pow(a * part, 1 / a);
    return z * chebyshevSum(series, range, z);
  };
  return { area, at };
}
