import type { CausalGraph } from "./causal-graph.ts";
import type { Loop } from "./loop-enumeration.ts";

/**
 * Which loops drive one variable: each loop's part at each time, with the sign of its polarity; absolute parts add up to 1, or are all 0
 * where nothing moves the variable. A variable in a loop is driven by the loops through it, by their relative scores. One that none
 * of them goes through is driven by those through the variables from which it is first reached: each counts by its relative score times the
 * score of the strongest of the shortest paths from there. Scores along paths: Schoenberg, Davidsen & Eberlein 2020, Syst. Dyn. Rev. 36,
 * 158-190; that they carry a loop's part to a variable outside it is our choice.
 */
export function loopDrives(graph: CausalGraph, loops: readonly Loop[], variable: number): LoopDrives {
  const paths = upstreamPaths(graph, loops, variable);
  const entriesOf = ({ links }: Loop) => [...new Set(links.map((link) => graph.links[link]!.from))];
  const entries = loops.map((loop) => entriesOf(loop).filter((each) => paths.entries.has(each)));
  return (links, relative) => {
    const drives = relative.map((score) => new Float64Array(score.length));
    const times = relative[0]?.length ?? 0;
    for (let t = 0; t < times; t++) {
      const strength = pathStrengths(graph, paths, links, variable, t);
      const raw = entries.map((own, loop) => {
        const best = own.reduce((most, each) => Math.max(most, strength.get(each) ?? 0), 0);
        return best === 0 ? 0 : relative[loop]![t]! * best;
      });
      const total = raw.reduce((sum, one) => sum + Math.abs(one), 0);
      for (const [loop, one] of raw.entries()) if (one !== 0) drives[loop]![t] = one / total;
    }
    return drives;
  };
}

/**
 * @param links     shape [link][time], of `linkScores`
 * @param relative  shape [loop][time], of `relativeScores`
 * @returns  shape [loop][time]
 */
export type LoopDrives = (links: readonly Float64Array[], relative: readonly Float64Array[]) => readonly Float64Array[];

/** The way back from a variable to the first variables that loops go through. */
interface UpstreamPaths {
  readonly entries: ReadonlySet<number>;
  /** Links of the shortest paths from there to the variable, those nearest to it first. */
  readonly links: readonly number[];
}

function upstreamPaths({ variables, links }: CausalGraph, loops: readonly Loop[], variable: number): UpstreamPaths {
  const inLoop = new Set(loops.flatMap((loop) => loop.links.map((link) => links[link]!.from)));
  const into: number[][] = Array.from({ length: variables }, () => []);
  for (const [position, { to }] of links.entries()) into[to]!.push(position);
  const entries = new Set<number>();
  const taken: number[] = [];
  const steps = new Map([[variable, 0]]);
  for (const [each, step] of steps) {
    if (inLoop.has(each)) {
      entries.add(each);
      continue;
    }
    for (const link of into[each]!) {
      const { from } = links[link]!;
      if (!steps.has(from)) steps.set(from, step + 1);
      if (steps.get(from) === step + 1) taken.push(link);
    }
  }
  return { entries, links: taken };
}

/** The strongest path from each variable upstream, at one time: the greatest product of absolute scores. */
function pathStrengths(
  { links }: CausalGraph,
  paths: UpstreamPaths,
  scores: readonly Float64Array[],
  variable: number,
  t: number,
): ReadonlyMap<number, number> {
  const strength = new Map([[variable, 1]]);
  for (const link of paths.links) {
    const { from, to } = links[link]!;
    const by = (strength.get(to) ?? 0) * Math.abs(scores[link]![t]!);
    if (by > (strength.get(from) ?? 0)) strength.set(from, by);
  }
  return strength;
}
