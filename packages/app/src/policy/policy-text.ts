import type { Findings, StudyOutline } from "@sequitur/study";
import { said, words } from "../language/language.ts";

type MeasureRobustness = Findings["robustness"]["measures"][number];

export function policyLabel(study: StudyOutline, id: string): string {
  const policy = study.policies.find((each) => each.id === id);
  return policy === undefined ? id : said(policy.label);
}

/** Which policy most metrics put first, and which others some do. */
export function robustText(study: StudyOutline, { metrics, agree }: MeasureRobustness): string {
  const firsts = new Map<string, number>();
  for (const { best } of metrics) {
    const names = firstText(study, best);
    firsts.set(names, (firsts.get(names) ?? 0) + 1);
  }
  const [first, ...others] = [...firsts].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return words().policies.unranked;
  if (agree) return words().policies.everyMetric(first[0]);
  return words().policies.someMetrics(first[1], metrics.length, first[0], others.map(([names]) => names).join("; "));
}

function firstText(study: StudyOutline, best: readonly string[]): string {
  return best.length > 2
    ? words().policies.alike(best.length)
    : best.map((id) => policyLabel(study, id)).join(words().number.and);
}

/** Rows of a table: what a metric looks at, and the policies that it puts first. */
export function robustRows(study: StudyOutline, { metrics }: MeasureRobustness): readonly (readonly string[])[] {
  const { firstBy, metrics: named } = words().policies;
  const known: Readonly<Record<string, string>> = named;
  return metrics.map(({ metric, best }) => [
    firstBy(known[metric] ?? metric),
    best.map((id) => policyLabel(study, id)).join(", "),
  ]);
}
