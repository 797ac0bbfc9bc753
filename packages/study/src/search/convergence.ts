import type { SearchRun } from "./policy-search-finding.ts";

/** A search is still finding things where the second half of its evaluations adds more than this to its hypervolume, */
const mostGrowth = 0.01;
/** and searches disagree where the least of their volumes is further than this below the greatest. */
const mostApart = 0.02;

/**
 * Whether searches have converged: none of them still grows, and they come to the same volume from different draws (what seeds say of
 * ε-NSGA-II, Kollat & Reed 2006, Adv. Water Resour. 29, 792-807). A volume of nothing has not.
 */
export function haveConverged(runs: readonly SearchRun[]): boolean {
  const ends = runs.map(({ trace }) => trace.at(-1)?.hypervolume ?? 0);
  const halves = runs.map(({ trace }) => trace[Math.ceil(trace.length / 2) - 1]?.hypervolume ?? 0);
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)];
  if (!(least > 0)) return false;
  return ends.every((end, at) => end - halves[at]! <= mostGrowth * end) && greatest - least <= mostApart * greatest;
}
