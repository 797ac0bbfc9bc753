/** Loops of causes, each from one of its members around to the last before it comes back; and whether these are all of them. */
export interface FeedbackLoops {
  readonly loops: readonly (readonly number[])[];
  readonly complete: boolean;
}

export interface LoopLimits {
  readonly loops: number;
  /** Steps along an edge: what the search may cost. */
  readonly steps: number;
}

/**
 * The elementary loops of a graph: Johnson 1975, SIAM J. Comput. 4, 77–84, with its blocking of nodes that lead nowhere. A model may have
 * more loops than anyone can list, so the search stops at a limit and says so.
 * @param next for each node, the nodes that it acts on
 */
export function feedbackLoops(next: readonly (readonly number[])[], limits: LoopLimits): FeedbackLoops {
  const search = new LoopSearch(next, limits);
  for (let start = 0; start < next.length && !search.isOver; start++) search.from(start);
  return { loops: search.loops, complete: !search.isOver };
}

class LoopSearch {
  readonly loops: (readonly number[])[] = [];
  private readonly next: readonly (readonly number[])[];
  private readonly limits: LoopLimits;
  private steps = 0;

  constructor(next: readonly (readonly number[])[], limits: LoopLimits) {
    this.next = next;
    this.limits = limits;
  }

  get isOver(): boolean {
    return this.loops.length >= this.limits.loops || this.steps >= this.limits.steps;
  }

  /** The loops whose least node is `start`. The walk keeps its own stack: a chain of causes may be long. */
  from(start: number): void {
    const inside = this.reachesBack(start);
    const blocked = new Set<number>([start]);
    const waiting = new Map<number, Set<number>>();
    const path = [start];
    const places = [0];
    const found = [false];
    while (path.length > 0 && !this.isOver) {
      const node = path.at(-1)!;
      const to = this.next[node]![places[places.length - 1]!++];
      if (to === undefined) {
        this.leave(node, found.pop()!, inside, blocked, waiting);
        path.pop();
        places.pop();
        if (found.length > 0 && !blocked.has(node)) found[found.length - 1] = true;
        continue;
      }
      this.steps++;
      if (to === start) {
        this.loops.push([...path]);
        found[found.length - 1] = true;
      } else if (inside.has(to) && !blocked.has(to)) {
        blocked.add(to);
        path.push(to);
        places.push(0);
        found.push(false);
      }
    }
  }

  /** A node without a loop stays blocked until one of those that it leads to is free again. */
  private leave(
    node: number,
    found: boolean,
    inside: ReadonlySet<number>,
    blocked: Set<number>,
    waiting: Map<number, Set<number>>,
  ): void {
    if (!found) {
      for (const to of this.next[node]!) if (inside.has(to)) waiting.set(to, (waiting.get(to) ?? new Set()).add(node));
      return;
    }
    const free = [node];
    for (let each = free.pop(); each !== undefined; each = free.pop()) {
      if (!blocked.delete(each)) continue;
      free.push(...(waiting.get(each) ?? []));
      waiting.delete(each);
    }
  }

  /** Nodes not below `start` that it reaches and that reach it. */
  private reachesBack(start: number): ReadonlySet<number> {
    const back = this.next.map((): number[] => []);
    for (const [from, all] of this.next.entries()) for (const to of all) back[to]!.push(from);
    const forwards = reached(this.next, start);
    const backwards = reached(back, start);
    return new Set([...forwards].filter((node) => node > start && backwards.has(node)));
  }
}

function reached(next: readonly (readonly number[])[], start: number): ReadonlySet<number> {
  const seen = new Set([start]);
  for (const node of seen) for (const to of next[node]!) if (to >= start) seen.add(to);
  return seen;
}
