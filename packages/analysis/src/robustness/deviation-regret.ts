import { quantilesOf } from "../quantile/quantile.ts";
import type { Performance } from "./metric.ts";

/** How one objective of several comes out: `performance` in every scenario, `baseline` in the one that was planned for. */
export interface Objective {
  readonly better: "high" | "low";
  readonly performance: Performance;
  /** shape [policy] */
  readonly baseline: Float64Array;
}

/**
 * Both regrets of Herman et al. 2015, J. Water Resour. Plann. Manage. 141, 04015012, over several objectives at once: relative
 * deviations D, their 90th percentile over scenarios (type 7), and the largest of those over the objectives.
 *
 * `fromBaseline` (type I): D = |F(policy, scenario) - F(policy, baseline)| / |F(policy, baseline)|: how far a policy strays from
 * what it was chosen for. `fromBest` (type II): D = |F - best| / |best| with the best policy of the same scenario (what type II is
 * divided by: not checked). 0 / 0 counts as no deviation, anything else over 0 as an infinite one. Shape [policy] each, dimensionless;
 * less is more robust.
 */
export function deviationRegrets(objectives: readonly Objective[]): {
  readonly fromBaseline: readonly number[];
  readonly fromBest: readonly number[];
} {
  return {
    fromBaseline: largest(objectives.map(({ performance, baseline }) => strayed(performance, (p) => baseline[p]!))),
    fromBest: largest(
      objectives.map((objective) => {
        const best = bestOf(objective);
        return strayed(objective.performance, (_, scenario) => best[scenario]!);
      }),
    ),
  };
}

function bestOf({ better, performance }: Objective): Float64Array {
  const choose = better === "high" ? Math.max : Math.min;
  return performance.reduce((best, values) => best.map((value, scenario) => choose(value, values[scenario]!)));
}

/** Shape [policy]. */
function strayed(performance: Performance, from: (policy: number, scenario: number) => number): readonly number[] {
  return performance.map((values, policy) => {
    const deviations = values.map((value, scenario) => deviation(value, from(policy, scenario)));
    return quantilesOf(deviations, [0.9])[0]!;
  });
}

function deviation(value: number, from: number): number {
  return value === from ? 0 : Math.abs(value - from) / Math.abs(from);
}

function largest(objectives: readonly (readonly number[])[]): readonly number[] {
  return objectives[0]!.map((_, policy) => Math.max(...objectives.map((each) => each[policy]!)));
}
