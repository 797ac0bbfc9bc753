import { deviationRegrets, type MetricName, type Objective, ranksOf, robustnessBy } from "@sequitur/analysis";
import type { Better, Measure } from "../read/study.ts";
import type { Examination } from "./examination.ts";
import type { MetricFinding, RobustnessFinding } from "./findings.ts";
import type { Meter } from "./meter.ts";
import { columnOf } from "./policy-finding.ts";
import { medianOf } from "./quantiles-over.ts";

/** Those that say how good a policy is; two more in the table say only how its futures are spread. */
const told: readonly MetricName[] = [
  "maximin",
  "maximax",
  "hurwicz",
  "laplace",
  "minimaxRegret",
  "percentileRegret",
  "undesirableDeviations",
];

/** How robust each policy is, by each measure that has a better side, and by all of them together. */
export async function robustnessFinding(examination: Examination, meter: Meter): Promise<RobustnessFinding> {
  const measures: RobustnessFinding["measures"][number][] = [];
  const regrets: Regret[] = [];
  for (const measure of examination.study.measures) {
    const better = sideOf(measure.better);
    if (better === undefined || examination.futures === 0) continue;
    const performance = await performanceOf(examination, measure);
    const names = measure.enough === undefined ? told : [...told, "starr" as const];
    const options = { better, ...(measure.enough === undefined ? {} : { threshold: measure.enough }) };
    const worth = robustnessBy(names, performance, options);
    const metrics = names.map((metric) => metricFinding(examination, metric, worth.get(metric)!));
    measures.push({ measure: measure.id, metrics, agree: new Set(metrics.map(({ best }) => best.join())).size === 1 });
    const baseline = Float64Array.from(performance, (values) => medianOf(values));
    meter("robustness");
    regrets.push(deviationRegrets([{ better, performance, baseline }]));
  }
  return { policies: examination.study.policies.map(({ id }) => id), measures, regret: regretOf(regrets) };
}

function sideOf(better: Better): Objective["better"] | undefined {
  switch (better) {
    case "higher":
      return "high";
    case "lower":
      return "low";
    case "neither":
      return undefined;
  }
}

async function performanceOf(examination: Examination, measure: Measure): Promise<readonly Float64Array[]> {
  const columns: Float64Array[] = [];
  for (const { id } of examination.study.policies) columns.push(await columnOf(examination, id, measure));
  return columns;
}

function metricFinding({ study }: Examination, metric: MetricName, worth: readonly number[]): MetricFinding {
  const ranks = ranksOf(worth);
  const first = Math.min(...ranks);
  return {
    metric,
    worth: worth.map(finiteOrNull),
    best: study.policies.flatMap(({ id }, policy) => (ranks[policy] === first ? [id] : [])),
  };
}

type Regret = ReturnType<typeof deviationRegrets>;

/** The largest over all objectives; each is taken by itself, so that the columns of one are in memory at a time. */
function regretOf(regrets: readonly Regret[]): RobustnessFinding["regret"] {
  const [first] = regrets;
  if (first === undefined) return null;
  const largest = (side: keyof Regret) =>
    first[side].map((_, policy) => finiteOrNull(Math.max(...regrets.map((one) => one[side][policy]!))));
  return { fromMedian: largest("fromBaseline"), fromBest: largest("fromBest") };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
