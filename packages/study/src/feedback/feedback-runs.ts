import type { CausalGraph, Loop } from "@sequitur/analysis";
import type { LinkTracer } from "@sequitur/engine";
import type { Analyst, FollowedLinks } from "../finding/analyst.ts";
import { atOnce } from "../finding/at-once.ts";
import type { Policy, Study } from "../read/study.ts";
import { openLoopTracer } from "./loop-tracer.ts";
import { foundLoops, stepsAfter } from "./scored-links.ts";

/** Futures whose loops are followed at most, in how many steps each, and in how many of them under each policy loops are looked for. */
const most = { futures: 64, steps: 16, sought: 4 };

/** Futures that an analyst follows for one question: few, so that all have something to do to the end. */
const together = 16;

/** The links of one of a study's models, scored along runs of some futures. */
export interface FeedbackRuns {
  readonly graph: CausalGraph;
  readonly tracer: LinkTracer;
  readonly futures: number;
  /** The ends of the steps looked at. */
  readonly times: readonly number[];
  /** By policy. */
  readonly scores: ReadonlyMap<string, FollowedLinks>;
  readonly loops: readonly Loop[];
  /** Whether these are all loops, or those found strongest. */
  readonly complete: boolean;
}

/** Whose loops are followed, and where. */
export interface Followed {
  readonly study: Study;
  readonly seed: number;
  /** Position among the study's models, its own first. */
  readonly model: number;
  /** The first examined futures that run it, and their uncertain inputs. */
  readonly futures: readonly { readonly future: number; readonly drawn: Float64Array }[];
}

/** How many futures of a model are followed, of so many examined ones that run it. */
export function followedOf(examined: number): number {
  return Math.min(most.futures, examined);
}

/**
 * Follows some futures of a model under some policies, from the decision to the end, in steps that are spread evenly. Undefined where
 * the model has nothing to follow, or too much, or no future runs it.
 */
export async function feedbackRuns(
  { study, seed, model, futures }: Followed,
  policies: readonly Policy[],
  analyst: Analyst,
): Promise<FeedbackRuns | undefined> {
  const tracer = await openLoopTracer(study, model);
  const steps = tracer === undefined ? [] : stepsAfter(tracer.times, study.time.decision, most.steps);
  if (tracer === undefined || steps.length === 0 || futures.length === 0) return undefined;
  const { nodes, links } = tracer.causal;
  const graph: CausalGraph = { variables: nodes.length, links };
  const tasks = policies.flatMap(({ set }) => {
    const rows = futures.map(({ future, drawn }) => ({ future, inputs: inputsOf(study, drawn, set) }));
    return chunksOf(rows, together).map((part) => ({ model, steps, seed, futures: part }));
  });
  const parts = await atOnce(tasks, analyst.width, (task) => analyst.follow(task));
  const perPolicy = Math.ceil(futures.length / together);
  const scores = new Map(
    policies.map(({ id }, at) => [id, parts.slice(at * perPolicy, (at + 1) * perPolicy).flat()] as const),
  );
  const sought = [...scores.values()].flatMap((runs) => runs.slice(0, most.sought));
  const times = steps.map((step) => tracer.times[step]!);
  return { graph, tracer, futures: futures.length, times, scores, ...foundLoops(graph, sought) };
}

function inputsOf({ levers }: Study, drawn: Float64Array, set: Policy["set"]): Float64Array {
  const settings = levers.map(({ id, value }) => set.find(({ lever }) => lever === id)?.value ?? value);
  return Float64Array.of(...drawn, ...settings);
}

function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
