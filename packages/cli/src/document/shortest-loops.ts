import type { FeedbackLoops, LoopLimits } from "./feedback-loops.ts";

/**
 * For every link of causes that is in a loop, a shortest loop through it, as far as it says something new: loops by length, each with a
 * link that none before it has. So every variable that is in a loop is in one of these, however many loops there are.
 * Source: after the shortest independent loop set of Oliva 2004, System Dynamics Review 20, 313-336.
 * @param next  for each node, the nodes that it acts on
 */
export function shortestLoops(next: readonly (readonly number[])[], limits: LoopLimits): FeedbackLoops {
  const back = next.map((): number[] => []);
  for (const [from, all] of next.entries()) for (const to of all) back[to]!.push(from);
  const found: (readonly number[])[] = [];
  let steps = 0;
  for (let start = 0; start < next.length && steps < limits.steps; start++) {
    const { before, walked } = walkedFrom(start, next);
    steps += walked;
    for (const last of back[start]!) if (before.has(last)) found.push(pathTo(last, before));
  }
  const loops = withNewLinks(found.sort((a, b) => a.length - b.length));
  return { loops: loops.slice(0, limits.loops), complete: steps < limits.steps && loops.length <= limits.loops };
}

/** Breadth first: for each node that is reached, the one before it on a shortest way; the start is before itself. */
function walkedFrom(start: number, next: readonly (readonly number[])[]) {
  const before = new Map([[start, start]]);
  let walked = 0;
  for (const node of before.keys())
    for (const to of next[node]!) {
      walked++;
      if (!before.has(to)) before.set(to, node);
    }
  return { before, walked };
}

function pathTo(last: number, before: ReadonlyMap<number, number>): readonly number[] {
  const path = [last];
  for (let node = last; before.get(node) !== node; ) {
    node = before.get(node)!;
    path.unshift(node);
  }
  return path;
}

function withNewLinks(loops: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const seen = new Set<string>();
  return loops.filter((loop) => {
    const links = loop.map((node, k) => `${node} ${loop[(k + 1) % loop.length]}`);
    const isNew = links.some((link) => !seen.has(link));
    for (const link of links) seen.add(link);
    return isNew;
  });
}
