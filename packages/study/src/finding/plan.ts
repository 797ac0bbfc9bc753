import { compile, type Program } from "@sequitur/engine";
import type { FigureSpec, Job } from "@sequitur/ensemble";
import { operandsOf } from "../claim/proposition.ts";
import type { Claim, Figure, Measure, Study } from "../read/study.ts";

export interface PlanOptions {
  /** How many futures to examine; what the study says if left out. */
  readonly futures?: number;
  readonly seed?: number;
}

/** What must be run to answer a study. */
export interface StudyPlan {
  readonly study: Study;
  readonly futures: number;
  readonly seed: number;
  /** Figures of every job, in the order of `Job.figures`. */
  readonly figures: readonly PlannedFigure[];
  readonly main: PlannedJob;
  /** From which the hinges are read; undefined where no claim is tested or nothing is uncertain. */
  readonly hinges: PlannedJob | undefined;
}

/** A job, and the ids of the policies that it runs, in its order. */
export interface PlannedJob {
  readonly job: Job;
  readonly policies: readonly string[];
}

/** A figure of a measure's variable. */
export interface PlannedFigure {
  readonly measure: string;
  readonly figure: Figure;
}

/**
 * Plans the runs of a study: scrambled Sobol' points for shares, boxes and quantiles, and a Saltelli design for the hinges,
 * over the same uncertainties. The model is compiled once for both.
 */
export function planStudy(study: Study, { futures = study.futures, seed = study.seed }: PlanOptions = {}): StudyPlan {
  const figures = figuresOf(study);
  const program = programOf(study, figures);
  const common = { program, seed, uncertainties: uncertaintyInputs(study), figures: figureSpecs(study, figures) };
  const planned = (design: Job["design"], ids: readonly string[]): PlannedJob => ({
    job: { ...common, design, policies: policySettings(study, ids) },
    policies: ids,
  });
  const policies = study.policies.map(({ id }) => id);
  const tested = policies.filter((id) => testOperands(study).some(({ policy }) => policy === id));
  const main = planned({ kind: "sobol", size: futures }, policies);
  const hinges = planned({ kind: "saltelli", base: hingeRows(futures) }, tested);
  const anyHinge = tested.length > 0 && study.uncertainties.length > 0;
  return { study, futures, seed, figures, main, hinges: anyHinge ? hinges : undefined };
}

/** Rows of the Saltelli design: a power of two, as its points are even only then; enough to converge, few enough to wait for. */
function hingeRows(futures: number): number {
  let rows = 64;
  while (rows < 4096 && rows * 16 < futures) rows *= 2;
  return rows;
}

function testOperands({ claims }: Study) {
  return claims.flatMap(({ testing }: Claim) => (testing.kind === "test" ? operandsOf(testing.test) : []));
}

/** Each figure once, those of the measures themselves first. */
function figuresOf(study: Study): readonly PlannedFigure[] {
  const own = study.measures.map(({ id, figure }) => ({ measure: id, figure }));
  const all = [...own, ...testOperands(study).map(({ measure, figure }) => ({ measure, figure }))];
  return all.filter((each, i) => figureIndex(all, each) === i);
}

/** Position of a figure among those planned. */
export function figureIndex(figures: readonly PlannedFigure[], { measure, figure }: PlannedFigure): number {
  return figures.findIndex((each) => each.measure === measure && sameFigure(each.figure, figure));
}

function sameFigure(a: Figure, b: Figure): boolean {
  return a.reduce === b.reduce && a.from === b.from && a.to === b.to;
}

function programOf(study: Study, figures: readonly PlannedFigure[]): Program {
  const { program, diagnostics } = compile(study.model, {
    inputs: inputsOf(study),
    outputs: outputsOf(study, figures),
  });
  if (program === undefined) throw new Error(`A study that was read does not compile: ${diagnostics[0]?.code}.`);
  return program;
}

/** Names of the program's inputs: uncertainties, then levers. */
export function inputsOf({ uncertainties, levers }: Pick<Study, "uncertainties" | "levers">): readonly string[] {
  return [...uncertainties, ...levers].map(({ variable }) => variable);
}

function outputsOf(study: Study, figures: readonly PlannedFigure[]): readonly string[] {
  return [...new Set(figures.map(({ measure }) => measureOf(study, measure).variable))];
}

function measureOf({ measures }: Study, id: string): Measure {
  return measures.find((measure) => measure.id === id)!;
}

function figureSpecs(study: Study, figures: readonly PlannedFigure[]): readonly FigureSpec[] {
  const outputs = outputsOf(study, figures);
  return figures.map(({ measure, figure }) => ({
    output: outputs.indexOf(measureOf(study, measure).variable),
    ...figure,
  }));
}

function uncertaintyInputs({ uncertainties }: Study): Job["uncertainties"] {
  return uncertainties.map(({ spread }, input) => ({ input, distribution: spread }));
}

function policySettings({ policies, levers, uncertainties }: Study, ids: readonly string[]): Job["policies"] {
  const inputOf = (lever: string) => uncertainties.length + levers.findIndex(({ id }) => id === lever);
  return policies
    .filter(({ id }) => ids.includes(id))
    .map(({ id, set }) => ({ name: id, set: set.map(({ lever, value }) => ({ input: inputOf(lever), value })) }));
}
