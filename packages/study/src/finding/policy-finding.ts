import type { Better, Measure } from "../read/study.ts";
import type { Examination } from "./examination.ts";
import type { MeasureFinding, PolicyFinding } from "./findings.ts";
import type { Meter } from "./meter.ts";
import { quantilesOver } from "./quantiles-over.ts";

/** What each policy does to each measure, and how that differs from the baseline in the same futures. */
export async function policyFindings(examination: Examination, meter: Meter): Promise<readonly PolicyFinding[]> {
  const { policies, measures } = examination.study;
  const found = policies.map(({ id }) => ({ id, measures: [] as PolicyMeasure[] }));
  if (examination.futures === 0) return [];
  // Measure by measure, so that the baseline is read once for all policies.
  for (const measure of measures) {
    const baseline = await columnOf(examination, examination.study.baseline, measure);
    for (const policy of found) policy.measures.push(await policyMeasure(examination, policy.id, measure, baseline));
    meter("measure");
  }
  return found;
}

/** Each measure under the baseline policy. */
export async function measureFindings(examination: Examination): Promise<readonly MeasureFinding[]> {
  if (examination.futures === 0) return [];
  const { measures, baseline } = examination.study;
  const found: MeasureFinding[] = [];
  for (const measure of measures) {
    const column = await columnOf(examination, baseline, measure);
    found.push({ id: measure.id, unit: measure.figureUnit, baseline: quantilesOver(column) });
  }
  return found;
}

type PolicyMeasure = PolicyFinding["measures"][number];

async function policyMeasure(
  examination: Examination,
  policy: string,
  measure: Measure,
  baseline: Float64Array,
): Promise<PolicyMeasure> {
  if (policy === examination.study.baseline)
    return { measure: measure.id, quantiles: quantilesOver(baseline), change: null, betterShare: null };
  const column = await columnOf(examination, policy, measure);
  const change = column.map((value, i) => value - baseline[i]!);
  return {
    measure: measure.id,
    quantiles: quantilesOver(column),
    change: quantilesOver(change),
    betterShare: betterShare(change, measure.better),
  };
}

/** The figure of a measure under a policy in every future examined. */
export async function columnOf({ examined }: Examination, policy: string, measure: Measure): Promise<Float64Array> {
  const operand = { policy, measure: measure.id, figure: measure.figure, unit: measure.figureUnit };
  return (await examined([operand]))(operand);
}

/** Share of futures in which the change is to the better; none where there is no better side. */
export function betterShare(change: Float64Array, better: Better): number | null {
  if (better === "neither") return null;
  const sign = better === "lower" ? -1 : 1;
  return change.filter((value) => sign * value > 0).length / change.length;
}
