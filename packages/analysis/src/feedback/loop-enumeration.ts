import { type CausalGraph, cyclePartition, linksFrom } from "./causal-graph.ts";

/** A feedback loop: positions of its links in the order of travel, from the variable of the lowest number. */
export interface Loop {
  readonly links: readonly number[];
}

export interface Loops {
  readonly loops: readonly Loop[];
  /** Whether these are all; if not, `strongestLoops` finds those that matter. */
  readonly complete: boolean;
}

/**
 * Every feedback loop of a model, each once, up to `most` (1,000) of them: a model of some hundred variables may have millions.
 * @returns  loops by their lowest variable      Source: Johnson 1975, SIAM J. Comput. 4, 77-84, without recursion.
 */
export function enumerateLoops(graph: CausalGraph, most = 1000): Loops {
  const out = linksFrom(graph);
  const loops: Loop[] = [];
  for (let start = 0; start < graph.variables; start++) {
    const group = cyclePartition(graph, start, out);
    const inside = (link: number) => group[graph.links[link]!.to] === group[start];
    if (!out[start]!.some(inside)) continue;
    const within = out.map((links, variable) => (group[variable] === group[start] ? links.filter(inside) : []));
    if (!loopsThrough(graph, start, within, loops, most)) return { loops, complete: false };
  }
  return { loops, complete: true };
}

/** A variable on the path: which of its links is next, and whether a loop was closed beyond it. */
interface Step {
  readonly variable: number;
  next: number;
  closed: boolean;
}

/** Adds the loops through `start`; false as soon as there would be more than `most`. */
function loopsThrough(
  { links }: CausalGraph,
  start: number,
  within: readonly (readonly number[])[],
  loops: Loop[],
  most: number,
): boolean {
  const blocking = new Blocking();
  const path: Step[] = [{ variable: start, next: 0, closed: false }];
  const taken: number[] = [];
  blocking.block(start);
  while (path.length > 0) {
    const step = path.at(-1)!;
    const link = within[step.variable]![step.next++];
    if (link === undefined) {
      path.pop();
      taken.pop();
      if (step.closed) blocking.unblock(step.variable);
      else for (const each of within[step.variable]!) blocking.wait(step.variable, links[each]!.to);
      const before = path.at(-1);
      if (before !== undefined) before.closed ||= step.closed;
      continue;
    }
    const { to } = links[link]!;
    if (to === start) {
      if (loops.length === most) return false;
      loops.push({ links: [...taken, link] });
      step.closed = true;
    } else if (!blocking.isBlocked(to)) {
      blocking.block(to);
      taken.push(link);
      path.push({ variable: to, next: 0, closed: false });
    }
  }
  return true;
}

/** Variables from which no new loop can be closed until one that they wait for is free. */
class Blocking {
  readonly #blocked = new Set<number>();
  readonly #waiting = new Map<number, Set<number>>();

  isBlocked(variable: number): boolean {
    return this.#blocked.has(variable);
  }

  block(variable: number): void {
    this.#blocked.add(variable);
  }

  wait(variable: number, on: number): void {
    const all = this.#waiting.get(on) ?? new Set();
    this.#waiting.set(on, all.add(variable));
  }

  unblock(variable: number): void {
    const free = [variable];
    while (free.length > 0) {
      const next = free.pop()!;
      if (!this.#blocked.delete(next)) continue;
      free.push(...(this.#waiting.get(next) ?? []));
      this.#waiting.delete(next);
    }
  }
}
