import { quantileOf, quantilesOf } from "@sequitur/analysis";
import type { RunOptions } from "@sequitur/ensemble";
import {
  type ExaminedFutures,
  examineUnder,
  type Findings,
  type Measure,
  type Policy,
  type PolicySearchFinding,
  type Quantiles,
  type Study,
  type StudyOutline,
} from "@sequitur/study";

/** Where a reader's policy comes out, against the baseline in the same futures. */
export interface Landing {
  /** Futures run, of which so many were examined. */
  readonly futures: number;
  readonly examined: number;
  /** By id of the measure. */
  readonly measures: ReadonlyMap<string, LandedMeasure>;
  /** By goal of the search, reckoned as it does; empty where there is none to compare with. */
  readonly gains: readonly number[];
}

export interface LandedMeasure {
  readonly change: Quantiles;
  readonly betterShare: number | null;
}

const ownId = "own.policy";

/** A policy of the study, changed: levers by the name of their variable, as a link has them. */
export function ownPolicy({ levers }: StudyOutline, base: Policy, moved: ReadonlyMap<string, number>): Policy {
  const kept = base.set.filter(({ lever }) => !moved.has(levers.find(({ id }) => id === lever)?.variable ?? ""));
  const set = levers.flatMap(({ id, variable, low, high }) => {
    const value = moved.get(variable);
    return value === undefined ? [] : [{ lever: id, value: Math.min(high, Math.max(low, value)) }];
  });
  return { ...base, id: ownId, set: [...kept, ...set] };
}

/** Runs the first `count` futures of the study under a reader's policy and the baseline. */
export async function land(
  study: Study,
  { seed }: Findings,
  search: PolicySearchFinding | null,
  own: Policy,
  { count, ...options }: RunOptions & { readonly count: number },
): Promise<Landing> {
  const examined = await examineUnder(study, [own], { ...options, futures: count, seed });
  const measures = new Map<string, LandedMeasure>();
  for (const measure of study.measures)
    measures.set(measure.id, landedMeasure(measure, await changeOf(study, examined, measure)));
  const gains = search === null ? [] : await gainsOf(study, examined, search);
  return { futures: count, examined: examined.rows.length, measures, gains };
}

async function changeOf(study: Study, examined: ExaminedFutures, measure: Measure): Promise<Float64Array> {
  const under = (policy: string) =>
    examined.figure({ policy, measure: measure.id, figure: measure.figure, unit: measure.figureUnit });
  const [values, baseline] = await Promise.all([under(ownId), under(study.baseline)]);
  return values.map((value, row) => value - baseline[row]!);
}

function landedMeasure({ better }: Measure, change: Float64Array): LandedMeasure {
  const [p5, p25, p50, p75, p95] = quantilesOf(change, [0.05, 0.25, 0.5, 0.75, 0.95]);
  const sign = better === "lower" ? -1 : 1;
  return {
    change: { p5: p5!, p25: p25!, p50: p50!, p75: p75!, p95: p95! },
    betterShare: better === "neither" ? null : change.filter((value) => sign * value > 0).length / change.length,
  };
}

/** In the futures that the search held out, as far as they were run. */
async function gainsOf(
  study: Study,
  examined: ExaminedFutures,
  { goals, searched, heldOut, reachedIn }: PolicySearchFinding,
): Promise<readonly number[]> {
  return Promise.all(
    goals.map(async (goal) => {
      const measure = study.measures.find(({ id }) => id === goal.measure)!;
      const change = (await changeOf(study, examined, measure)).subarray(searched, searched + heldOut);
      const gains = measure.better === "lower" ? change.map((value) => -value) : change;
      return gains.length === 0 ? Number.NaN : quantileOf(gains.toSorted(), 1 - reachedIn);
    }),
  );
}
