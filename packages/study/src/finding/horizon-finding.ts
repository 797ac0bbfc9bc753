import { horizonFigures, type PlannedFigure } from "../plan/planned-figure.ts";
import type { Examination } from "./examination.ts";
import type { HorizonFinding } from "./findings.ts";
import type { Meter } from "./meter.ts";
import { betterShare } from "./policy-finding.ts";
import { medianOf, quantilesOver } from "./quantiles-over.ts";

/** When the effects of each policy appear: its difference from the baseline at each horizon of the study. */
export async function horizonFindings(examination: Examination, meter: Meter): Promise<readonly HorizonFinding[]> {
  if (examination.futures === 0) return [];
  const found: HorizonFinding[] = [];
  for (const after of examination.study.time.horizons) found.push(await horizonFinding(examination, after, meter));
  return found;
}

type HorizonMeasure = HorizonFinding["policies"][number]["measures"][number];

async function horizonFinding(examination: Examination, after: number, meter: Meter): Promise<HorizonFinding> {
  const { study } = examination;
  const others = study.policies.filter(({ id }) => id !== study.baseline);
  const policies = others.map(({ id }) => ({ id, measures: [] as HorizonMeasure[] }));
  // Measure by measure, so that the baseline is read once for all policies.
  for (const planned of horizonFigures(study, after)) {
    const baseline = await columnAt(examination, study.baseline, planned);
    const middle = medianOf(baseline);
    for (const { id, measures } of policies)
      measures.push(
        horizonMeasure(examination, planned.measure, await columnAt(examination, id, planned), { baseline, middle }),
      );
    meter("horizon");
  }
  return { after, policies };
}

function horizonMeasure(
  { study }: Examination,
  measure: string,
  column: Float64Array,
  { baseline, middle }: { readonly baseline: Float64Array; readonly middle: number },
): HorizonMeasure {
  const difference = column.map((value, i) => value - baseline[i]!);
  const { better } = study.measures.find(({ id }) => id === measure)!;
  const change = quantilesOver(difference);
  return {
    measure,
    change,
    betterShare: betterShare(difference, better),
    relative: middle === 0 ? null : change.p50 / middle,
  };
}

async function columnAt(
  { study, examined }: Examination,
  policy: string,
  planned: PlannedFigure,
): Promise<Float64Array> {
  const unit = study.measures.find(({ id }) => id === planned.measure)!.figureUnit;
  const operand = { policy, ...planned, unit };
  return (await examined([operand]))(operand);
}
