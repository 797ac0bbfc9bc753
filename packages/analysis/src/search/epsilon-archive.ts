import { paretoDominance, type Solution } from "./solution.ts";

/** The best solutions found, no two in the same box of the objectives' space; boxes are `epsilons` wide. */
export interface EpsilonArchive {
  readonly solutions: readonly Solution[];
  /** How many solutions ever opened a box of their own: where this stands still, the search no longer gains. */
  readonly progress: number;
  /** Takes a solution in, drops what it makes needless, and says whether it stayed. */
  add(solution: Solution): boolean;
}

interface Entry {
  readonly solution: Solution;
  /** The box, in whole multiples of epsilon. */
  readonly box: Float64Array;
}

/**
 * An archive of solutions none of which lies in a box that another's box dominates: within epsilon, in each objective, of all that
 * was ever found, and of bounded size. In one box the solution nearest to the box's best corner stays. While no solution keeps
 * all constraints, the one that breaks them least stands alone; it opens no box.
 * @param epsilons  shape [objectives]: what difference matters, in the objective's unit
 * Source: Laumanns, Thiele, Deb & Zitzler 2002, Evol. Comput. 10, 263-282, algorithm 3; progress: Hadka & Reed 2013, Evol. Comput.
 * 21, 231-259, definition 1.
 */
export function epsilonArchive(epsilons: Float64Array): EpsilonArchive {
  let entries: Entry[] = [];
  let progress = 0;
  const boxOf = ({ objectives }: Solution) => objectives.map((value, i) => Math.floor(value / epsilons[i]!));

  function addBroken(solution: Solution): boolean {
    const held = entries[0]?.solution;
    if (held !== undefined && held.violation <= solution.violation) return false;
    entries = [{ solution, box: boxOf(solution) }];
    return true;
  }

  function addAllowed(solution: Solution): boolean {
    if ((entries[0]?.solution.violation ?? 0) > 0) entries = [];
    const box = boxOf(solution);
    let inOldBox = false;
    for (const held of entries) {
      const order = paretoDominance(held.box, box);
      if (order === -1) return false;
      if (order === 1 || !isSame(held.box, box)) continue;
      if (!isBetterInBox(solution, held.solution, box, epsilons)) return false;
      inOldBox = true;
    }
    entries = entries.filter((held) => paretoDominance(box, held.box) !== -1 && !isSame(held.box, box));
    entries.push({ solution, box });
    if (!inOldBox) progress++;
    return true;
  }

  return {
    add: (solution) => (solution.violation > 0 ? addBroken(solution) : addAllowed(solution)),
    get solutions() {
      return entries.map(({ solution }) => solution);
    },
    get progress() {
      return progress;
    },
  };
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function isBetterInBox(a: Solution, b: Solution, box: Float64Array, epsilons: Float64Array): boolean {
  const order = paretoDominance(a.objectives, b.objectives);
  return order !== 0 ? order === -1 : fromCorner(a, box, epsilons) < fromCorner(b, box, epsilons);
}

/** Squared distance from the box's best corner, in epsilons. */
function fromCorner({ objectives }: Solution, box: Float64Array, epsilons: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < box.length; i++) {
    const part = objectives[i]! / epsilons[i]! - box[i]!;
    sum += part * part;
  }
  return sum;
}
