import { type Findings, type Study, textIn } from "@sequitur/study";

/** Short names of the robustness metrics, and what each looks at. */
export const metricWords: Readonly<Record<string, string>> = {
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

/**
 * Which policy each metric puts first: "Treatment by average future, worst future; Interdiction by best future", those with most
 * metrics first.
 */
export function robustText(study: Study, { metrics, agree }: Findings["robustness"]["measures"][number]): string {
  const firsts = new Map<string, string[]>();
  for (const { metric, best } of metrics) {
    const names =
      best.length > 3 ? `${best.length} policies alike` : best.map((id) => policyLabel(study, id)).join(" and ");
    firsts.set(names, [...(firsts.get(names) ?? []), metricWords[metric] ?? metric]);
  }
  const rows = [...firsts].sort((a, b) => b[1].length - a[1].length);
  if (agree) return `Every metric of robustness puts the same first: ${rows[0]![0]}.`;
  return `Metrics disagree on what is most robust: ${rows.map(([names, by]) => `${names} (${by.join(", ")})`).join("; ")}.`;
}
