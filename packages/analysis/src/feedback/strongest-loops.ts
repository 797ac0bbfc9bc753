import { type CausalGraph, linksFrom } from "./causal-graph.ts";
import type { Loop } from "./loop-enumeration.ts";

export interface StrongestOptions {
  /** Stop after so many loops. */
  readonly most?: number;
  /** Give up a search from one stock at one time after so many steps. */
  readonly steps?: number;
}

/**
 * The loops that matter in a model with too many to list: at each time, from each stock, the links are followed strongest first, and
 * a variable is gone on from only by a path at least as strong as any before. It finds what is strong at that time, not
 * everything; links whose score is 0 are not followed, as no loop through them has a score.
 * @param scores  shape [link][time], of `linkScores`
 * Source: Eberlein & Schoenberg 2020, "Finding the Loops that Matter", appendix I; used by Schoenberg, Hayward &
 * Eberlein 2023. Without recursion.
 */
export function strongestLoops(
  graph: CausalGraph,
  scores: readonly Float64Array[],
  { most = 1000, steps = 100_000 }: StrongestOptions = {},
): readonly Loop[] {
  const out = linksFrom(graph);
  const stocks = [...new Set(graph.links.filter(({ kind }) => kind !== "instant").map(({ to }) => to))];
  const found = new Map<string, Loop>();
  const times = scores[0]?.length ?? 0;
  for (let t = 1; t < times && found.size < most; t++) {
    const strength = (link: number) => Math.abs(scores[link]![t]!);
    const ordered = out.map((links) =>
      links.filter((link) => strength(link) > 0).sort((a, b) => strength(b) - strength(a) || a - b),
    );
    for (const stock of stocks)
      for (const loop of loopsFrom(graph, stock, ordered, strength, steps)) {
        if (found.size < most) found.set(loop.links.join(), loop);
      }
  }
  return [...found.values()];
}

interface Step {
  readonly variable: number;
  readonly score: number;
  next: number;
}

function loopsFrom(
  { variables, links }: CausalGraph,
  start: number,
  ordered: readonly (readonly number[])[],
  strength: (link: number) => number,
  steps: number,
): readonly Loop[] {
  const best = new Float64Array(variables);
  const onPath = new Uint8Array(variables);
  const path: Step[] = [];
  const taken: number[] = [];
  const loops: Loop[] = [];
  const enter = (variable: number, score: number) => {
    best[variable] = score;
    onPath[variable] = 1;
    path.push({ variable, score, next: 0 });
  };
  enter(start, 1);
  for (let step = 0; step < steps && path.length > 0; step++) {
    const at = path.at(-1)!;
    const link = ordered[at.variable]![at.next++];
    if (link === undefined) {
      onPath[at.variable] = 0;
      path.pop();
      taken.pop();
      continue;
    }
    const { to } = links[link]!;
    const score = at.score * strength(link);
    if (to === start) loops.push(fromLowest(links, [...taken, link]));
    else if (onPath[to] === 0 && score >= best[to]!) {
      taken.push(link);
      enter(to, score);
    }
  }
  return loops;
}

/** The same loop, told from its lowest variable. */
function fromLowest(links: CausalGraph["links"], loop: readonly number[]): Loop {
  const sources = loop.map((link) => links[link]!.from);
  const first = sources.indexOf(Math.min(...sources));
  return { links: [...loop.slice(first), ...loop.slice(0, first)] };
}
