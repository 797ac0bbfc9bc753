import { type Judged, quantileOf } from "@sequitur/analysis";
import { type Experiments, type Job, type RunOptions, runEnsemble } from "@sequitur/ensemble";
import type { StudyPlan } from "../plan/plan-study.ts";
import { figureIndex } from "../plan/planned-figure.ts";
import type { Lever, PolicyAims, SearchAim, Study } from "../read/study.ts";

/** Lever values of a policy, one for each lever of the search, in its unit. */
export type Setting = Float64Array;

/** Some futures in which policies are judged against the baseline. */
export interface PolicyTrial {
  /** Gains over the baseline, above 0 to the better: shape [policy][goals, then limits][future], in the figures' units. */
  gains(policies: readonly Job["policies"][number][]): Promise<readonly (readonly Float64Array[])[]>;
}

/**
 * @param inputs  the futures' uncertain inputs, shape [uncertainty][future]
 */
export async function openTrial(
  plan: StudyPlan,
  { goals, limits }: PolicyAims,
  inputs: readonly (readonly number[])[],
  options: RunOptions,
): Promise<PolicyTrial> {
  const aims = [...goals, ...limits];
  const specs = aims.map(({ measure }) => plan.main.job.figures[figureIndex(plan.figures, planned(measure))]!);
  const run = (policies: Job["policies"]) =>
    runEnsemble({ ...plan.main.job, design: { kind: "table", columns: inputs }, figures: specs, policies }, options);
  const own = plan.main.job.policies.find(({ name }) => name === plan.study.baseline)!;
  const [baseline] = (await run([own])).figures;
  const gains = async (policies: Job["policies"]) => {
    const { figures }: Experiments = await run(policies);
    return figures.map((columns) => columns.map((column, at) => gainsOver(baseline![at]!, column, aims[at]!)));
  };
  return { gains };
}

function planned({ id, figure }: SearchAim["measure"]) {
  return { measure: id, figure };
}

function gainsOver(baseline: Float64Array, column: Float64Array, { measure }: SearchAim): Float64Array {
  return measure.better === "lower"
    ? column.map((value, future) => baseline[future]! - value)
    : column.map((value, future) => value - baseline[future]!);
}

/** The gain that is reached in a share of futures; NaN where some future gave no number. */
export function reachedGain(gains: Float64Array, reachedIn: number): number {
  return gains.every(Number.isFinite) ? quantileOf(gains.toSorted(), 1 - reachedIn) : Number.NaN;
}

/** Gains turned into what is to be made small, and by how much limits are broken, each in parts of what it allows. */
export function judged({ goals, limits, reachedIn }: PolicyAims, gains: readonly Float64Array[]): Judged {
  const reached = gains.map((column) => reachedGain(column, reachedIn));
  const broken = limits.map(({ amount }, at) => {
    const excess = -reached[goals.length + at]! - amount;
    return excess <= 0 ? 0 : excess / (amount > 0 ? amount : 1);
  });
  const violation = broken.reduce((sum, each) => sum + (Number.isNaN(each) ? Number.POSITIVE_INFINITY : each), 0);
  return { objectives: Float64Array.from(goals, (_, at) => -reached[at]!), violation };
}

/** Values that a reader could set: on the lever's steps, where it has any. */
export function settled({ low, high, step }: Lever, value: number): number {
  if (step === undefined) return value;
  const onStep = low + Math.round((value - low) / step) * step;
  // 3 steps of a tenth are 0.3, and not 0.30000000000000004.
  return Math.min(Math.max(Number(onStep.toPrecision(12)), low), high);
}

/** A policy that sets these levers, as a job takes it. */
export function policyOf(
  study: Study,
  levers: readonly Lever[],
  name: string,
  setting: Setting,
): Job["policies"][number] {
  const inputOf = ({ id }: Lever) => study.uncertainties.length + study.levers.findIndex((each) => each.id === id);
  return { name, set: levers.map((lever, at) => ({ input: inputOf(lever), value: setting[at]! })) };
}
