import type { CausalGraph, Loop } from "@sequitur/analysis";
import { type LinkTracer, openLinkTracer } from "@sequitur/engine";
import type { Examination } from "../finding/examination.ts";
import type { StudyPlan } from "../plan/plan-study.ts";
import type { Policy, Study } from "../read/study.ts";
import { foundLoops, scoredLinks, stepsAfter } from "./scored-links.ts";

/** Futures whose loops are followed at most, in how many steps each, and in how many of them under each policy loops are looked for. */
const most = { futures: 64, steps: 16, sought: 4 };

/** The links of a study's model, scored along runs of some futures. */
export interface FeedbackRuns {
  readonly graph: CausalGraph;
  readonly tracer: LinkTracer;
  readonly futures: number;
  /** The ends of the steps looked at. */
  readonly times: readonly number[];
  /** By policy. Shape [future][link][step]. */
  readonly scores: ReadonlyMap<string, readonly (readonly Float64Array[])[]>;
  readonly loops: readonly Loop[];
  /** Whether these are all loops, or those found strongest. */
  readonly complete: boolean;
}

/**
 * Follows the first examined futures under some policies, from the decision to the end, in steps that are spread evenly. Undefined where
 * a model has nothing to follow, or too much, and of a study with rival models, whose loops are not the same.
 */
export async function feedbackRuns(
  plan: StudyPlan,
  examination: Examination,
  policies: readonly Policy[],
): Promise<FeedbackRuns | undefined> {
  const { study } = plan;
  if (study.rivalModels !== undefined) return undefined;
  const inputs = [...study.uncertainties, ...study.levers].map(({ variable }) => variable);
  const { value: tracer } = await openLinkTracer(study.model, inputs);
  const steps = tracer === undefined ? [] : stepsAfter(tracer.times, study.time.decision, most.steps);
  const futures = Math.min(most.futures, examination.futures);
  if (tracer === undefined || steps.length === 0 || futures === 0) return undefined;
  const { nodes, links } = tracer.causal;
  const graph: CausalGraph = { variables: nodes.length, links };
  const followed = ({ set }: Policy) =>
    Array.from({ length: futures }, (_, at) => {
      const noise = { seed: plan.seed, future: examination.rows[at]! };
      return scoredLinks(graph, tracer.follow(inputsOf(study, examination, at, set), steps, noise));
    });
  const scores = new Map(policies.map((policy) => [policy.id, followed(policy)]));
  const sought = [...scores.values()].flatMap((runs) => runs.slice(0, most.sought));
  const times = steps.map((step) => tracer.times[step]!);
  return { graph, tracer, futures, times, scores, ...foundLoops(graph, sought) };
}

function inputsOf(
  { uncertainties, levers }: Study,
  { table }: Examination,
  at: number,
  set: Policy["set"],
): Float64Array {
  const drawn = uncertainties.map((_, input) => table.columns[input]![at]!);
  const settings = levers.map(({ id, value }) => set.find(({ lever }) => lever === id)?.value ?? value);
  return Float64Array.of(...drawn, ...settings);
}
