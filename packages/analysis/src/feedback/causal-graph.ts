/**
 * A causal link. "instant": the equation of `to` reads `from`; "inflow" and "outflow": the flow `from` fills or empties the stock
 * `to`. Variables are numbered by the caller.
 */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly kind: "instant" | "inflow" | "outflow";
}

/** Which variables act on which. */
export interface CausalGraph {
  /** How many there are, numbered from 0. */
  readonly variables: number;
  readonly links: readonly Link[];
}

/** Positions of the links that leave each variable. Shape [variable]. */
export function linksFrom({ variables, links }: CausalGraph): readonly (readonly number[])[] {
  const out: number[][] = Array.from({ length: variables }, () => []);
  for (const [position, { from }] of links.entries()) out[from]!.push(position);
  return out;
}

/**
 * The group of each variable among those numbered `least` and up: two variables are in one group where each can be reached from
 * the other. Loops never leave a group. Groups are numbered as they are closed; variables below `least` have -1.
 * Source: Tarjan 1972, SIAM J. Comput. 1, 146-160; without recursion, so that a long chain cannot overflow the stack.
 */
export function cyclePartition(graph: CausalGraph, least = 0, out = linksFrom(graph)): Int32Array {
  const group = new Int32Array(graph.variables).fill(-1);
  const order = new Int32Array(graph.variables).fill(-1);
  const low = new Int32Array(graph.variables);
  const open: number[] = [];
  let [visited, groups] = [0, 0];
  const enter = (variable: number) => {
    order[variable] = low[variable] = visited++;
    open.push(variable);
    return { variable, next: 0 };
  };
  for (let root = least; root < graph.variables; root++) {
    if (order[root] !== -1) continue;
    const path = [enter(root)];
    while (path.length > 0) {
      const step = path.at(-1)!;
      const { variable } = step;
      const link = out[variable]![step.next++];
      if (link !== undefined) {
        const { to } = graph.links[link]!;
        if (to < least || group[to] !== -1) continue;
        if (order[to] === -1) path.push(enter(to));
        else low[variable] = Math.min(low[variable]!, order[to]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.variable;
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[variable]!);
      if (low[variable] === order[variable]) closeGroup(open, variable, group, groups++);
    }
  }
  return group;
}

function closeGroup(open: number[], root: number, group: Int32Array, number: number): void {
  for (;;) {
    const member = open.pop()!;
    group[member] = number;
    if (member === root) return;
  }
}
