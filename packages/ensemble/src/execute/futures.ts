import { planCorrelations } from "../correlation/correlation.ts";
import { gaussianCopula } from "../correlation/gaussian-copula.ts";
import { openDesign } from "../design/designs.ts";
import { openDistribution } from "../distribution/distributions.ts";
import type { Job } from "../job.ts";
import { programsOf } from "./machines.ts";

/** What a program is given in any future: uncertain inputs by the design, levers by the policy, the rest as in the model. */
export interface Futures {
  readonly count: number;
  /** Writes the uncertain inputs of future `i`, shape [uncertainty]: the same under every policy. */
  draw(i: number, into: Float64Array): void;
  /** A whole row of inputs for future `i` under a policy, shape [input]: enough to run it again to the same bits. */
  inputs(i: number, policy: number): Float64Array;
}

export function openFutures(job: Job): Futures {
  const { uncertainties, policies, rivals } = job;
  const programs = programsOf(job);
  const design = openDesign(job.design, uncertainties.length, job.seed);
  const correlate = design.gives === "inputs" ? undefined : openCorrelations(job);
  // A design that gives the inputs themselves leaves a distribution nothing to do.
  const quantiles = design.gives === "inputs" ? [] : uncertainties.map((one) => openDistribution(one.distribution));

  const draw = (i: number, into: Float64Array) => {
    design.point(i, into);
    correlate?.(into);
    for (let u = 0; u < quantiles.length; u++) into[u] = quantiles[u]!(into[u]!);
  };
  const inputs = (i: number, policy: number) => {
    const drawn = new Float64Array(uncertainties.length);
    draw(i, drawn);
    const { layout } = programs[rivals === undefined ? 0 : drawn[rivals.uncertainty]!]!;
    const row = Float64Array.from(layout.defaults);
    uncertainties.forEach(({ input }, u) => {
      row[input] = drawn[u]!;
    });
    for (const { input, value } of policies[policy]!.set) row[input] = value;
    return row;
  };
  return { count: design.size, draw, inputs };
}

/** Undefined where nothing is correlated. */
function openCorrelations({ correlations = [] }: Job): ((point: Float64Array) => void) | undefined {
  if (correlations.length === 0) return undefined;
  const plan = planCorrelations(correlations);
  if (plan === undefined) throw new Error("The correlations of a checked job cannot hold together.");
  return gaussianCopula(plan);
}
