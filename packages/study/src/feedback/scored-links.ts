import {
  type CausalGraph,
  enumerateLoops,
  type Loop,
  type Loops,
  linkScores,
  strongestLoops,
} from "@sequitur/analysis";
import type { CausalLinks, LinkStep } from "@sequitur/engine";

/** Beyond so many loops those that matter are looked for, with so many steps from one stock. */
const most = { loops: 1000, steps: 2000 };

/** Steps spread evenly from a time to the end, as positions of their ends. */
export function stepsAfter(times: readonly number[], from: number, count: number): readonly number[] {
  const first = Math.max(
    1,
    times.findIndex((time) => time > from),
  );
  const all = times.length - first;
  const some = Math.min(count, all);
  return Array.from({ length: some }, (_, i) => first + Math.floor(((i + 1) * all) / some) - 1);
}

/** Shape [link][step]: each step is scored by itself, from its start to its end. */
export function scoredLinks({ nodes, links }: CausalLinks, steps: readonly LinkStep[]): readonly Float64Array[] {
  const graph = { variables: nodes.length, links };
  const scored = steps.map(({ before, after, alone }) => {
    const values = Array.from(before, (value, node) => Float64Array.of(value, after[node]!));
    return linkScores(graph, { values, alone: Array.from(alone, (value) => Float64Array.of(0, value)) });
  });
  return links.map((_, link) => Float64Array.from(scored, (scores) => scores[link]![1]!));
}

/**
 * All loops of a model, or, where these are too many, those that are strong at some time of some runs.
 * @param runs  shape [run][link][step]
 */
export function foundLoops(graph: CausalGraph, runs: readonly (readonly Float64Array[])[]): Loops {
  const all = enumerateLoops(graph, most.loops);
  if (all.complete) return all;
  const found = new Map<string, Loop>();
  for (const run of runs)
    for (const loop of strongestLoops(graph, run, { most: most.loops, steps: most.steps }))
      if (found.size < most.loops) found.set(loop.links.join(), loop);
  return { loops: [...found.values()], complete: false };
}
