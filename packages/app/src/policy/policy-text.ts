import { type Findings, type Study, textIn } from "@sequitur/study";

type MeasureRobustness = Findings["robustness"]["measures"][number];

/** What each robustness metric looks at. */
const metricWords: Readonly<Record<string, string>> = {
  maximin: "worst future",
  maximax: "best future",
  hurwicz: "half way between worst and best",
  laplace: "average future",
  minimaxRegret: "greatest regret",
  percentileRegret: "regret in nine futures of ten",
  undesirableDeviations: "the worse half against its own middle",
  starr: "share of futures that are good enough",
};

export function policyLabel(study: Study, id: string): string {
  const policy = study.policies.find((each) => each.id === id);
  return policy === undefined ? id : textIn(policy.label, "en");
}

/** Which policy most metrics put first, and which others some do. */
export function robustText(study: Study, { metrics, agree }: MeasureRobustness): string {
  const firsts = new Map<string, number>();
  for (const { best } of metrics) {
    const names = firstText(study, best);
    firsts.set(names, (firsts.get(names) ?? 0) + 1);
  }
  const [first, ...others] = [...firsts].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return "Nothing is ranked by it.";
  if (agree) return `Most robust by every metric: ${first[0]}.`;
  return `Most robust by ${first[1]} of ${metrics.length} metrics: ${first[0]}. By others: ${others.map(([names]) => names).join("; ")}.`;
}

function firstText(study: Study, best: readonly string[]): string {
  return best.length > 2 ? `${best.length} policies alike` : best.map((id) => policyLabel(study, id)).join(" and ");
}

/** Rows of a table: what a metric looks at, and the policies that it puts first. */
export function robustRows(study: Study, { metrics }: MeasureRobustness): readonly (readonly string[])[] {
  return metrics.map(({ metric, best }) => [
    `First by ${metricWords[metric] ?? metric}`,
    best.map((id) => policyLabel(study, id)).join(", "),
  ]);
}
