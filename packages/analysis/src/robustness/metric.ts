import { quantileOf, quantilesOf } from "../quantile/quantile.ts";
import { momentsOf, varianceOf } from "../summary/moments.ts";

/** Performance of each policy in each scenario, in the measure's unit. Shape [policy][scenario]. */
export type Performance = readonly Float64Array[];

export interface MetricOptions {
  /** Whether a high value is good. */
  readonly better: "high" | "low";
  /** Hurwicz: the weight of the best scenario against the worst, in [0, 1]. */
  readonly optimism?: number;
  /** Starr: the value that is just good enough, in the measure's unit. */
  readonly threshold?: number;
}

type Settled = Required<Omit<MetricOptions, "better">>;

/**
 * A robustness metric as three steps: performance is transformed, some scenarios are chosen, and their values are made one. All
 * steps see values of which more is better, and so does whoever reads the result.
 */
interface Metric {
  readonly says: string;
  readonly source: string;
  readonly transform: (performance: Performance, options: Settled) => Performance;
  /** Values of one policy, by rising worth. */
  readonly choose: (values: Float64Array) => ArrayLike<number>;
  readonly aggregate: (values: ArrayLike<number>, options: Settled) => number;
}

const asTheyAre = (performance: Performance): Performance => performance;

/** What is lost against the best policy in the same scenario; never above 0. */
function againstBest(performance: Performance): Performance {
  const best = performance.reduce((high, values) => high.map((value, scenario) => Math.max(value, values[scenario]!)));
  return performance.map((values) => values.map((value, scenario) => value - best[scenario]!));
}

/** What is lost against the policy's own median. */
function againstMedian(performance: Performance): Performance {
  return performance.map((values) => {
    const [median] = quantilesOf(values, [0.5]);
    return values.map((value) => value - median!);
  });
}

function goodEnough(performance: Performance, { threshold }: Settled): Performance {
  return performance.map((values) => values.map((value) => Number(value >= threshold)));
}

const all = (values: Float64Array) => values;
const worst = (values: Float64Array) => values.subarray(0, 1);
const best = (values: Float64Array) => values.subarray(-1);
const worstAndBest = (values: Float64Array) => [values[0]!, values.at(-1)!];
const worstHalf = (values: Float64Array) => values.subarray(0, Math.ceil(values.length / 2));
const percentiles =
  (...at: readonly number[]) =>
  (values: Float64Array) =>
    at.map((p) => quantileOf(values, p));

const only = (values: ArrayLike<number>) => values[0]!;
function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at]!;
  return total;
}

const mean = (values: ArrayLike<number>) => sum(values) / values.length;

function deviation(values: ArrayLike<number>): number {
  return Math.sqrt(varianceOf(momentsOf(values)));
}

function skew([low, middle, high]: readonly number[]): number {
  return ((high! + low!) / 2 - middle!) / ((high! - low!) / 2);
}

function peak([q10, q25, q75, q90]: readonly number[]): number {
  return (q90! - q10!) / (q75! - q25!);
}

/** The metrics: a row each, in the frame of McPhail et al. 2018, Earth's Future 6, 169-191 (tables 1 and 2). */
export const metrics = {
  maximin: {
    says: "How it does in its worst scenario.",
    source: "Wald 1950",
    transform: asTheyAre,
    choose: worst,
    aggregate: only,
  },
  maximax: {
    says: "How it does in its best scenario.",
    source: "Wald 1950",
    transform: asTheyAre,
    choose: best,
    aggregate: only,
  },
  hurwicz: {
    says: "Between its worst and best scenario, as far up as the optimism says.",
    source: "Hurwicz 1953",
    transform: asTheyAre,
    choose: worstAndBest,
    aggregate: (values: ArrayLike<number>, { optimism }: Settled) =>
      optimism * values[1]! + (1 - optimism) * values[0]!,
  },
  laplace: {
    says: "How it does on average, every scenario counting alike.",
    source: "Laplace & Simon 1951",
    transform: asTheyAre,
    choose: all,
    aggregate: mean,
  },
  minimaxRegret: {
    says: "What it loses at most against the best policy of the same scenario.",
    source: "Savage 1951",
    transform: againstBest,
    choose: worst,
    aggregate: only,
  },
  percentileRegret: {
    says: "What it loses against the best policy in all but one scenario in ten.",
    source: "Savage 1951",
    transform: againstBest,
    choose: percentiles(0.1),
    aggregate: only,
  },
  meanVariance: {
    says: "Its average for its spread: (mean + 1) / (standard deviation + 1), which depends on the measure's unit.",
    source: "Hamarat et al. 2014",
    transform: asTheyAre,
    choose: all,
    aggregate: (values: ArrayLike<number>) => (mean(values) + 1) / (deviation(values) + 1),
  },
  undesirableDeviations: {
    says: "What it loses against its own median over the worse half of scenarios.",
    source: "Kwakkel et al. 2016, after Takriti & Ahmed 2004",
    transform: againstMedian,
    choose: worstHalf,
    aggregate: sum,
  },
  percentileSkewness: {
    says: "Whether its better scenarios lie further from the median than its worse ones.",
    source: "Voudouris et al. 2014",
    transform: asTheyAre,
    choose: percentiles(0.1, 0.5, 0.9),
    aggregate: (values: ArrayLike<number>) => skew(Array.from(values)),
  },
  percentilePeakedness: {
    says: "How closely its scenarios gather around the median.",
    source: "Voudouris et al. 2014",
    transform: asTheyAre,
    choose: percentiles(0.1, 0.25, 0.75, 0.9),
    aggregate: (values: ArrayLike<number>) => peak(Array.from(values)),
  },
  starr: {
    says: "In what share of scenarios it is good enough.",
    source: "Starr 1963; Schneller & Sphicas 1983",
    transform: goodEnough,
    choose: all,
    aggregate: mean,
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;

/**
 * How robust each policy is by one metric. More is always more robust: a measure of which little is good counts with its sign
 * turned round, and what is lost as below 0. In the unit of the measure, but for the shares and ratios (`starr`,
 * `percentileSkewness`, `percentilePeakedness`), which are NaN where there is nothing to divide by.
 * @param performance  shape [policy][scenario], at least one policy, the same finite scenarios for each
 * @returns  shape [policy]      Source: the row of `metrics`; quantiles of type 7.
 */
export function robustness(name: MetricName, performance: Performance, options: MetricOptions): readonly number[] {
  return robustnessBy([name], performance, options).get(name)!;
}

/** By several metrics: what some of them have in common, values sorted by worth, is made once. */
export function robustnessBy(
  names: readonly MetricName[],
  performance: Performance,
  options: MetricOptions,
): ReadonlyMap<MetricName, readonly number[]> {
  const sign = options.better === "high" ? 1 : -1;
  const { optimism = 0.5, threshold = 0 } = options;
  const settled = { optimism, threshold: sign * threshold };
  const worth = performance.map((values) => values.map((value) => sign * value));
  const found = new Map<MetricName, readonly number[]>();
  for (const transform of new Set(names.map((name): Metric["transform"] => metrics[name].transform))) {
    const sorted = transform(worth, settled).map((values) => values.toSorted());
    for (const name of names) {
      const { choose, aggregate, ...metric }: Metric = metrics[name];
      if (metric.transform !== transform) continue;
      found.set(
        name,
        sorted.map((values) => aggregate(choose(values), settled)),
      );
    }
  }
  return found;
}
