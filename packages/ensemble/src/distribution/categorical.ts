import type { Problem } from "../problem.ts";
import { type DistributionRule, problem, type Quantile } from "./distribution.ts";

export interface Categorical {
  readonly values: readonly number[];
  /** One a value, none negative, in any measure; left out, all values are as likely. */
  readonly weights?: readonly number[];
}

export const categorical: DistributionRule<Categorical> = {
  says: "One of some values, by their weights.",
  check: ({ values, weights }) => checkValues(values) ?? (weights && checkWeights(weights, values.length)),
  ends: ({ values }) => ({ low: Math.min(...values), high: Math.max(...values) }),
  openWithin({ values, weights }, { low, high }) {
    const kept = [...values.keys()].filter((at) => values[at]! >= low && values[at]! <= high && weights?.[at] !== 0);
    const pick = (all: readonly number[]) => kept.map((at) => all[at]!);
    return kept.length === 0
      ? undefined
      : openValues({ values: pick(values), ...(weights && { weights: pick(weights) }) });
  },
  density({ values, weights = values.map(() => 1) }) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const own = (x: number) => weights.reduce((sum, weight, at) => sum + (values[at] === x ? weight : 0), 0);
    return { kind: "share", at: (x) => own(x) / total };
  },
  open: openValues,
};

function openValues({ values, weights }: Categorical): Quantile {
  const chosen = values.filter((_, at) => weights?.[at] !== 0);
  const upTo = runningSums(weights?.filter((weight) => weight !== 0) ?? values.map(() => 1));
  const total = upTo[upTo.length - 1]!;
  // The last value takes what rounding leaves over.
  return (u) => chosen[upTo.findIndex((sum) => u * total < sum)] ?? chosen[chosen.length - 1]!;
}

function checkValues(values: readonly number[]): Problem | undefined {
  if (values.length > 0 && values.every(Number.isFinite)) return undefined;
  return problem("The values to choose from are not one or more finite numbers.", "List at least one number.");
}

function checkWeights(weights: readonly number[], count: number): Problem | undefined {
  if (weights.length !== count)
    return problem(`There are ${weights.length} weights for ${count} values.`, "Give each value one weight.");
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.every((weight) => weight >= 0) && total > 0 && Number.isFinite(total)) return undefined;
  return problem("A weight is negative or no number, or all are zero.", "Give weights such as 3 and 1.");
}

function runningSums(weights: readonly number[]): readonly number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}
