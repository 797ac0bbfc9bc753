import type { Findings, Operand, Policy, Study, StudyOutline } from "@sequitur/study";
import type { Line, TimeChartContent } from "../chart/time-plot.ts";
import { midSentence, said, words } from "../language/language.ts";
import { type Draw, studyDraws } from "./draws.ts";
import { numberText } from "./number-text.ts";
import type { Playground } from "./playground.ts";

export interface ClaimChart {
  readonly content: TimeChartContent;
  readonly sentence: string;
}

const drawsShown = 30;

/** A chart for each measure that a claim's test compares: the same futures under each policy, and the model's own values in bold. */
export function claimCharts(
  study: Study,
  findings: Findings,
  playground: Playground,
  operands: readonly Operand[],
  examined: Uint32Array | undefined,
): readonly ClaimChart[] {
  const draws = studyDraws(study, findings, examined, drawsShown);
  const measures = [...new Set(operands.map(({ measure }) => measure))];
  return measures.map((measure) => {
    const ids = [...new Set(operands.filter((operand) => operand.measure === measure).map(({ policy }) => policy))];
    // The baseline is drawn first, so that it lies under what is compared with it.
    const policies = study.policies
      .filter(({ id }) => ids.includes(id))
      .sort((a, b) => Number(b.id === study.baseline) - Number(a.id === study.baseline));
    return measureChart(study, findings, playground, measure, policies, draws);
  });
}

function measureChart(
  study: Study,
  findings: Findings,
  playground: Playground,
  id: string,
  policies: readonly Policy[],
  draws: readonly Draw[],
): ClaimChart {
  const measure = study.measures.find((each) => each.id === id)!;
  const series = playground.series.findIndex(({ name }) => name === measure.variable);
  const own = study.uncertainties.map(({ value }) => value);
  const lines = policies.map((policy): readonly Line[] => {
    const under = (assumptions: readonly number[]) => [...leversUnder(study, policy), ...assumptions];
    const drawn = playground.run(
      draws.map(({ inputs }) => under(inputs)),
      { seed: findings.seed, future: draws.map(({ future }) => future) },
    );
    const [bold] = playground.run([under(own)]);
    const label = said(policy.label);
    const colour = `var(--policy-${policy.colour})`;
    const weight = policy.id === study.baseline && policies.length > 1 ? "comparison" : "main";
    return [
      ...drawn.map((run) => ({ label, colour, values: run[series]!, weight: "draw" as const })),
      { label, colour, values: bold![series]!, weight },
    ];
  });
  const bold = lines.map((each) => each.at(-1)!);
  const content: TimeChartContent = {
    title: said(measure.label),
    unit: measure.unit,
    times: playground.times,
    decision: playground.decision,
    observed: playground.series[series]!.observed,
    lines: [...lines.flatMap((each) => each.slice(0, -1)), ...bold],
  };
  return { content, sentence: endSentence(bold, playground.times) };
}

function endSentence(lines: readonly Line[], times: readonly number[]): string {
  const ends = lines.map(({ label, values }) =>
    words().claim.under(numberText(values[values.length - 1]!), midSentence(label)),
  );
  return words().claim.end(ends.join(words().number.and), String(times.at(-1)), drawsShown);
}

/** The value of each lever of the study under a policy. */
export function leversUnder(study: StudyOutline, policy: Policy): readonly number[] {
  return study.levers.map(({ id, value }) => policy.set.find(({ lever }) => lever === id)?.value ?? value);
}
