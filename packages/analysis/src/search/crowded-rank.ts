import type { Judged } from "./solution.ts";

/** Where a solution stands among others: its front, 0 the best, and how much room it has there. */
export interface CrowdedRank {
  readonly front: number;
  readonly crowding: number;
}

/**
 * The front of each solution and its crowding distance within it: the perimeter of the box that its neighbours leave it, in parts
 * of the front's range; infinite at the ends. What breaks constraints comes after all that does not, the less the sooner.
 * Source: Deb, Pratap, Agarwal & Meyarivan 2002, IEEE Trans. Evol. Comput. 6, 182-197, sections III-A, III-B and VI.
 */
export function crowdedRanks(solutions: readonly Judged[]): readonly CrowdedRank[] {
  const ranks = new Array<CrowdedRank>(solutions.length);
  for (const [front, members] of frontsOf(solutions).entries()) {
    const crowding = crowdingOf(members.map((at) => solutions[at]!));
    members.forEach((at, i) => {
      ranks[at] = { front, crowding: crowding[i]! };
    });
  }
  return ranks;
}

/** Less than 0 where `a` goes before `b`. */
export function byCrowdedRank(a: CrowdedRank, b: CrowdedRank): number {
  if (a.front !== b.front) return a.front - b.front;
  return a.crowding === b.crowding ? 0 : a.crowding > b.crowding ? -1 : 1;
}

/**
 * Positions, front by front. Solutions are taken in an order in which none is dominated by a later one, so that each has only to
 * find the first front in which no earlier one dominates it; what breaks constraints follows, a front for each degree.
 * Source: efficient non-dominated sort, Zhang, Tian, Cheng & Jin 2015, IEEE Trans. Evol. Comput. 19, 201-213, algorithm ENS-SS.
 */
function frontsOf(solutions: readonly Judged[]): readonly (readonly number[])[] {
  const all = [...solutions.keys()];
  const allowed = all.filter((i) => solutions[i]!.violation <= 0);
  const fronts: number[][] = [];
  for (const i of allowed.sort((a, b) => lexical(solutions[a]!.objectives, solutions[b]!.objectives) || a - b)) {
    const front = fronts.find((members) => !isDominated(solutions, members, solutions[i]!.objectives));
    if (front === undefined) fronts.push([i]);
    else front.push(i);
  }
  const broken = all.filter((i) => solutions[i]!.violation > 0);
  const degrees = [...new Set(broken.map((i) => solutions[i]!.violation))].sort((a, b) => a - b);
  return [...fronts, ...degrees.map((degree) => broken.filter((i) => solutions[i]!.violation === degree))];
}

function lexical(a: Float64Array, b: Float64Array): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return 0;
}

/** Whether one of the members, none of which comes later in order, is at least as good in all and better in one. */
function isDominated(solutions: readonly Judged[], members: readonly number[], objectives: Float64Array): boolean {
  // The last come first: they are the nearest, and the likeliest to dominate.
  for (let m = members.length - 1; m >= 0; m--) {
    const other = solutions[members[m]!]!.objectives;
    let i = objectives.length - 1;
    while (i >= 0 && other[i]! <= objectives[i]!) i--;
    if (i < 0 && lexical(other, objectives) !== 0) return true;
  }
  return false;
}

function crowdingOf(front: readonly Judged[]): Float64Array {
  const crowding = new Float64Array(front.length);
  const objectives = front[0]?.objectives.length ?? 0;
  for (let m = 0; m < objectives; m++) {
    const at = (i: number) => front[i]!.objectives[m]!;
    const order = [...front.keys()].sort((i, j) => at(i) - at(j) || i - j);
    const range = at(order.at(-1)!) - at(order[0]!);
    crowding[order[0]!] = Number.POSITIVE_INFINITY;
    crowding[order.at(-1)!] = Number.POSITIVE_INFINITY;
    for (let k = 1; k < order.length - 1 && range > 0; k++)
      crowding[order[k]!]! += (at(order[k + 1]!) - at(order[k - 1]!)) / range;
  }
  return crowding;
}
