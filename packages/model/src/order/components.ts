/**
 * The strongly connected components of a directed graph, each after all that it points to.
 * `next(node)` gives the nodes that `node` points to; nodes are numbers from 0, visited in the order of `from`.
 * Source: Tarjan 1972, SIAM J. Comput. 1, 146-160; without recursion, so that long chains do not end the stack.
 */
export function componentsInOrder(
  from: readonly number[],
  next: (node: number) => readonly number[],
): readonly (readonly number[])[] {
  const found: number[][] = [];
  const marks = new Map<number, Mark>();
  const open: number[] = [];
  for (const root of from) if (!marks.has(root)) visit(root, { next, marks, open, found });
  return found;
}

interface Mark {
  readonly number: number;
  low: number;
  isOpen: boolean;
}

interface Search {
  readonly next: (node: number) => readonly number[];
  readonly marks: Map<number, Mark>;
  readonly open: number[];
  readonly found: number[][];
}

function visit(root: number, search: Search): void {
  const path = [enter(root, search)];
  for (let frame = path.at(-1); frame; frame = path.at(-1)) {
    const target = frame.targets[frame.at++];
    if (target === undefined) {
      path.pop();
      leave(frame.node, frame.mark, search);
      const parent = path.at(-1);
      if (parent) parent.mark.low = Math.min(parent.mark.low, frame.mark.low);
    } else {
      const seen = search.marks.get(target);
      if (seen === undefined) path.push(enter(target, search));
      else if (seen.isOpen) frame.mark.low = Math.min(frame.mark.low, seen.number);
    }
  }
}

function enter(node: number, { next, marks, open }: Search) {
  const mark: Mark = { number: marks.size, low: marks.size, isOpen: true };
  marks.set(node, mark);
  open.push(node);
  return { node, mark, targets: next(node), at: 0 };
}

/** Closes the component that `node` was the first of, if it was. */
function leave(node: number, mark: Mark, { marks, open, found }: Search): void {
  if (mark.low !== mark.number) return;
  const component = open.splice(open.lastIndexOf(node));
  for (const member of component) marks.get(member)!.isOpen = false;
  found.push(component.toReversed());
}

/** The shortest way from a node back to itself within a component: each node once, the first at its start. */
export function cycleThrough(
  first: number,
  within: ReadonlySet<number>,
  next: (node: number) => readonly number[],
): readonly number[] {
  const cameFrom = new Map<number, number>();
  const queue = [first];
  for (const node of queue)
    for (const target of next(node)) {
      if (target === first) return wayTo(node, first, cameFrom);
      if (!within.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, node);
      queue.push(target);
    }
  return [first];
}

function wayTo(last: number, first: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
  const way = [last];
  for (let node = last; node !== first; node = cameFrom.get(node)!) way.unshift(cameFrom.get(node)!);
  return way;
}
