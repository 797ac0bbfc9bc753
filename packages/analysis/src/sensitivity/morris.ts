import { quantilesOf } from "../quantile/quantile.ts";
import { momentsOf, varianceOf } from "../summary/moments.ts";
import type { SobolOptions } from "./sobol-index.ts";

/** What one input does to the outcome when it alone moves, in the outcome's unit for the whole of the input's range. */
export interface MorrisEffect {
  /** Mean of the elementary effects: it hides effects of both signs. */
  readonly mean: number;
  /** Mean of their absolute values, by which inputs are ranked. */
  readonly absolute: number;
  /** Their standard deviation: large where the input acts through others, or not in a straight line. */
  readonly deviation: number;
  /** Interval of `absolute`, 95 %. */
  readonly low: number;
  readonly high: number;
  readonly converged: boolean;
}

/** An outcome at a Morris design of k inputs: trajectories of k + 1 points, each step of which moves one input. */
export interface MorrisRuns {
  /** In the unit cube, shape [input][trajectories × (k + 1)]. */
  readonly points: readonly Float64Array[];
  /** shape [trajectories × (k + 1)] */
  readonly outcome: Float64Array;
}

/**
 * Elementary effects (f(x + Δe_i) - f(x)) / Δ of each input, one a trajectory: their mean μ and standard deviation σ (Morris 1991,
 * Technometrics 33, 161-174), and the mean μ* of their absolute values (Campolongo, Cariboni & Saltelli 2007, Environ.
 * Model. Softw. 22, 1509-1518). A trajectory with an outcome that is not finite is left out whole.
 *
 * The interval of μ* is that of trajectories drawn anew with replacement. μ* has converged when its interval is no wider than a
 * tenth of the largest μ*, or than a third of itself: the rule of `sobolIndex` on this scale.
 * @returns  shape [k]
 */
export function morrisEffects(runs: MorrisRuns, { uniform, resamples = 1000 }: SobolOptions): readonly MorrisEffect[] {
  const effects = elementaryEffects(runs);
  const absolutes = effects.map((each) => each.map(Math.abs));
  const largest = Math.max(...absolutes.map(meanOf));
  return effects.map((each, input) => {
    const absolute = meanOf(absolutes[input]!);
    const [low, high] = quantilesOf(resampledMeans(absolutes[input]!, uniform, resamples), [0.025, 0.975]);
    return {
      mean: meanOf(each),
      absolute,
      deviation: Math.sqrt(varianceOf(momentsOf(each))),
      low: low!,
      high: high!,
      converged: high! - low! <= Math.max(largest / 10, absolute / 3),
    };
  });
}

/** Shape [input][trajectory]. */
function elementaryEffects({ points, outcome }: MorrisRuns): readonly Float64Array[] {
  const steps = points.length;
  const effects: number[][] = points.map(() => []);
  for (let start = 0; start + steps < outcome.length; start += steps + 1) {
    if (!outcome.subarray(start, start + steps + 1).every(Number.isFinite)) continue;
    for (let row = start; row < start + steps; row++) {
      const input = points.findIndex((column) => column[row + 1] !== column[row]);
      const step = points[input]![row + 1]! - points[input]![row]!;
      effects[input]!.push((outcome[row + 1]! - outcome[row]!) / step);
    }
  }
  return effects.map((each) => Float64Array.from(each));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The same trajectories are drawn for every input. */
function resampledMeans(values: Float64Array, uniform: (i: number) => number, resamples: number): Float64Array {
  return Float64Array.from({ length: resamples }, (_, r) => {
    let sum = 0;
    for (let n = 0; n < values.length; n++) sum += values[Math.floor(uniform(r * values.length + n) * values.length)]!;
    return sum / values.length;
  });
}
