import { compile } from "@sequitur/engine";
import type { FigureSpec, Job } from "@sequitur/ensemble";
import type { RealityTest, Study } from "../read/study.ts";
import { compileStudy, measureOf, outputsOf } from "./compile-study.ts";
import { figuresOf, type PlannedFigure, testOperands } from "./planned-figure.ts";
import { type PastPoint, pastFigures, pastPoints } from "./planned-past.ts";

export interface PlanOptions {
  /** How many futures to examine; what the study says if left out. */
  readonly futures?: number;
  readonly seed?: number;
  /** Futures that are given in place of the study's own draw, see `givenInputs`: one column an uncertainty, one number a future. */
  readonly inputs?: readonly (readonly number[])[];
}

/** What must be run to answer a study. */
export interface StudyPlan {
  readonly study: Study;
  readonly futures: number;
  readonly seed: number;
  /** Figures of every job, in the order of `Job.figures`. */
  readonly figures: readonly PlannedFigure[];
  readonly main: PlannedJob;
  /**
   * The same futures under the baseline policy, at the times of what was observed, and once more as the hindcast would have it where
   * the study asks for one; undefined where nothing judges them.
   */
  readonly past: PlannedPast | undefined;
  /** From which the hinges are read; undefined where no claim is tested or nothing is uncertain. */
  readonly hinges: PlannedJob | undefined;
  /** The futures once more in each of the changed models that reality checks are put to. */
  readonly reality: readonly PlannedReality[];
}

/** A job whose figures tell, one by one, of these checks: above 0 where one does not hold. */
export interface PlannedReality {
  readonly job: Job;
  readonly checks: readonly string[];
}

export interface PlannedPast {
  readonly job: Job;
  /** One a figure of the job, in its order. */
  readonly points: readonly PastPoint[];
}

/** A job, and the ids of the policies that it runs, in its order. */
export interface PlannedJob {
  readonly job: Job;
  readonly policies: readonly string[];
}

/**
 * Plans the runs of a study: scrambled Sobol' points for shares, boxes and quantiles, and a Saltelli design for the hinges,
 * over the same uncertainties. Each model is compiled once for both.
 */
export function planStudy(study: Study, options: PlanOptions = {}): StudyPlan {
  const { seed = study.seed, inputs } = options;
  const futures = futuresOf(study, options);
  const figures = figuresOf(study);
  const common = {
    ...programsOf(study),
    seed,
    uncertainties: uncertaintyInputs(study),
    figures: figureSpecs(study, figures),
  };
  const planned = (design: Job["design"], ids: readonly string[]): PlannedJob => ({
    job: { ...common, design, policies: policySettings(study, ids) },
    policies: ids,
  });
  const policies = study.policies.map(({ id }) => id);
  const tested = policies.filter((id) => testOperands(study).some(({ policy }) => policy === id));
  const drawn = planned(
    inputs === undefined ? { kind: "sobol", size: futures } : { kind: "table", columns: inputs },
    policies,
  );
  const main = { ...drawn, job: { ...drawn.job, correlations: correlationInputs(study) } };
  // Sobol' indices share out a variance among inputs that are independent, so the hinges ask of each uncertainty by itself.
  const hinges = planned({ kind: "saltelli", base: hingeRows(futures) }, tested);
  const anyHinge = tested.length > 0 && study.uncertainties.length > 0;
  const past = pastOf(study, main);
  const reality = study.realityTests.map((test) => realityOf(test, main));
  return { study, futures, seed, figures, main, past, hinges: anyHinge ? hinges : undefined, reality };
}

/** How many futures are examined. */
export function futuresOf(study: Study, { futures = study.futures, inputs }: PlanOptions = {}): number {
  return inputs?.[0]?.length ?? futures;
}

function pastOf(study: Study, { job }: PlannedJob): PlannedPast | undefined {
  const points = pastPoints(study);
  if (points.length === 0) return undefined;
  const [baseline] = policySettings(study, [study.baseline]);
  const policies = study.hindcast === undefined ? [baseline!] : [baseline!, hindcastSetting(study, baseline!)];
  return { job: { ...job, policies, figures: pastFigures(points, outputsOf(study)) }, points };
}

function realityOf({ model, inputs, outcomes }: RealityTest, { job }: PlannedJob): PlannedReality {
  const { program } = compile(model, { inputs, outputs: outcomes.map(({ variable }) => variable) });
  if (program === undefined) throw new Error("A reality test that was read does not compile.");
  const { times } = program.layout;
  const [from, to] = [times[0]!, times.at(-1)!];
  const figures = outcomes.map((_, output): FigureSpec => ({ output, reduce: "maximum", from, to }));
  return { job: { ...job, program, figures }, checks: outcomes.map(({ check }) => check) };
}

/** The baseline as it would have been run at the hindcast's time. */
function hindcastSetting(
  { uncertainties, levers, hindcast }: Study,
  baseline: Job["policies"][number],
): typeof baseline {
  if (hindcast?.variable === undefined) return baseline;
  const input = uncertainties.length + levers.length;
  return { name: `${baseline.name} (hindcast)`, set: [...baseline.set, { input, value: hindcast.until }] };
}

/** Rows of the Saltelli design: a power of two, as its points are even only then; enough to converge, few enough to wait for. */
function hingeRows(futures: number): number {
  let rows = 64;
  while (rows < 4096 && rows * 16 < futures) rows *= 2;
  return rows;
}

function programsOf(study: Study): Pick<Job, "program" | "rivals"> {
  const { value, diagnostics } = compileStudy(study);
  if (value === undefined) throw new Error(`A study that was read does not compile: ${diagnostics[0]?.code}.`);
  const [program, ...programs] = value;
  if (study.rivalModels === undefined) return { program: program! };
  return { program: program!, rivals: { uncertainty: study.rivalModels.chosenBy, programs } };
}

function figureSpecs(study: Study, figures: readonly PlannedFigure[]): readonly FigureSpec[] {
  const outputs = outputsOf(study);
  return figures.map(({ measure, figure }) => ({
    output: outputs.indexOf(measureOf(study, measure).variable),
    ...figure,
  }));
}

function uncertaintyInputs({ uncertainties }: Study): Job["uncertainties"] {
  return uncertainties.map(({ spread }, input) => ({ input, distribution: spread }));
}

function correlationInputs({ correlations, uncertainties }: Study): NonNullable<Job["correlations"]> {
  const inputOf = (id: string) => uncertainties.findIndex((one) => one.id === id);
  return correlations.map(({ between: [a, b], rank }) => ({ between: [inputOf(a), inputOf(b)], rank }));
}

function policySettings({ policies, levers, uncertainties }: Study, ids: readonly string[]): Job["policies"] {
  const inputOf = (lever: string) => uncertainties.length + levers.findIndex(({ id }) => id === lever);
  return policies
    .filter(({ id }) => ids.includes(id))
    .map(({ id, set }) => ({ name: id, set: set.map(({ lever, value }) => ({ input: inputOf(lever), value })) }));
}
