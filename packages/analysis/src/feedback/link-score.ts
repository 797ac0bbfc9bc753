import type { CausalGraph, Link } from "./causal-graph.ts";

/** What a run has to supply for its links to be scored: values at every step of the computation. */
export interface LinkRun {
  /** shape [variable][time] */
  readonly values: readonly Float64Array[];
  /**
   * For each "instant" link, what `to` would be at a time if `from` alone had its value of that time and all else that `to` reads
   * still had the value of the time before; the first entry is not read. Not asked for where the link is a flow. Shape [link][time].
   */
  readonly alone: readonly (Float64Array | undefined)[];
}

/**
 * Score of each link over the step up to each time: how much of the change of `to` is due to `from`, with the sign of the effect;
 * 0 at the first time, and where either does not change.
 *
 * instant: |Δ_x z / Δz| · sign(Δ_x z / Δx), with Δ_x z what z changes by x alone      Schoenberg, Davidsen & Eberlein 2020, Syst.
 * Dyn. Rev. 36, 158-190.
 * flow to stock: |Δflow / Δnet| · ± 1, net the sum of inflows less outflows, so that it does not matter whether a stock's flows are
 * written as one or as several      Schoenberg, Hayward & Eberlein 2023, Syst. Dyn. Rev. 39, 140-151, eq. 3; the change of the
 * stock's change is taken as that of its net flow over the same step as all other links.
 * @returns  shape [link][time], dimensionless
 */
export function linkScores(graph: CausalGraph, run: LinkRun): readonly Float64Array[] {
  const nets = netFlows(graph, run);
  return graph.links.map((link, position) => scoreOf(link, run, run.alone[position], nets));
}

function scoreOf(
  link: Link,
  { values }: LinkRun,
  alone: Float64Array | undefined,
  nets: ReadonlyMap<number, Float64Array>,
): Float64Array {
  const from = values[link.from]!;
  switch (link.kind) {
    case "instant":
      return instantScore(from, values[link.to]!, alone!);
    case "inflow":
      return flowScore(1, from, nets.get(link.to)!);
    case "outflow":
      return flowScore(-1, from, nets.get(link.to)!);
  }
}

function instantScore(x: Float64Array, z: Float64Array, alone: Float64Array): Float64Array {
  return z.map((now, t) => {
    if (t === 0) return 0;
    const [change, own, due] = [now - z[t - 1]!, x[t]! - x[t - 1]!, alone[t]! - z[t - 1]!];
    return change === 0 || own === 0 ? 0 : Math.abs(due / change) * Math.sign(due) * Math.sign(own);
  });
}

function flowScore(sign: 1 | -1, flow: Float64Array, net: Float64Array): Float64Array {
  return flow.map((now, t) => {
    if (t === 0) return 0;
    const [change, own] = [net[t]! - net[t - 1]!, now - flow[t - 1]!];
    return change === 0 || own === 0 ? 0 : sign * Math.abs(own / change);
  });
}

/** Inflows less outflows of each stock. */
function netFlows({ links }: CausalGraph, { values }: LinkRun): ReadonlyMap<number, Float64Array> {
  const nets = new Map<number, Float64Array>();
  for (const { from, to, kind } of links) {
    if (kind === "instant") continue;
    const flow = values[from]!;
    const net = nets.get(to) ?? new Float64Array(flow.length);
    for (let t = 0; t < flow.length; t++) net[t]! += kind === "inflow" ? flow[t]! : -flow[t]!;
    nets.set(to, net);
  }
  return nets;
}
