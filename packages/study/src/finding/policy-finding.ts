import type { Better, Measure } from "../read/study.ts";
import type { Examination } from "./examination.ts";
import type { MeasureFinding, PolicyFinding } from "./findings.ts";
import { quantilesOver } from "./quantiles-over.ts";

/** What each policy does to each measure, and how that differs from the baseline in the same futures. */
export function policyFindings(examination: Examination): readonly PolicyFinding[] {
  if (examination.futures === 0) return [];
  const { policies, measures } = examination.study;
  return policies.map(({ id }) => ({
    id,
    measures: measures.map((measure) => policyMeasure(examination, id, measure)),
  }));
}

/** Each measure under the baseline policy. */
export function measureFindings(examination: Examination): readonly MeasureFinding[] {
  if (examination.futures === 0) return [];
  const { measures, baseline } = examination.study;
  return measures.map((measure) => ({
    id: measure.id,
    unit: measure.figureUnit,
    baseline: quantilesOver(columnOf(examination, baseline, measure)),
  }));
}

function policyMeasure(examination: Examination, policy: string, measure: Measure): PolicyFinding["measures"][number] {
  const column = columnOf(examination, policy, measure);
  const quantiles = quantilesOver(column);
  if (policy === examination.study.baseline) return { measure: measure.id, quantiles, change: null, betterShare: null };
  const baseline = columnOf(examination, examination.study.baseline, measure);
  const change = column.map((value, i) => value - baseline[i]!);
  return {
    measure: measure.id,
    quantiles,
    change: quantilesOver(change),
    betterShare: betterShare(change, measure.better),
  };
}

function columnOf({ examined }: Examination, policy: string, { id, figure, figureUnit }: Measure): Float64Array {
  return examined({ policy, measure: id, figure, unit: figureUnit });
}

/** Share of futures in which the change is to the better; none where there is no better side. */
function betterShare(change: Float64Array, better: Better): number | null {
  if (better === "neither") return null;
  const sign = better === "lower" ? -1 : 1;
  return change.filter((value) => sign * value > 0).length / change.length;
}
