import { openDesign } from "../design/designs.ts";
import { openDistribution } from "../distribution/distributions.ts";
import type { Job } from "../job.ts";

/** What a program is given in any future: uncertain inputs by the design, levers by the policy, the rest as in the model. */
export interface Futures {
  readonly count: number;
  /** Writes the uncertain inputs of future `i`, shape [uncertainty]: the same under every policy. */
  draw(i: number, into: Float64Array): void;
  /** A whole row of inputs for future `i` under a policy, shape [input]: enough to run it again to the same bits. */
  inputs(i: number, policy: number): Float64Array;
}

export function openFutures(job: Job): Futures {
  const { uncertainties, policies, program } = job;
  const design = openDesign(job.design, uncertainties.length, job.seed);
  const quantiles = uncertainties.map(({ distribution }) => openDistribution(distribution));

  const draw = (i: number, into: Float64Array) => {
    design.point(i, into);
    for (let u = 0; u < quantiles.length; u++) into[u] = quantiles[u]!(into[u]!);
  };
  const inputs = (i: number, policy: number) => {
    const row = Float64Array.from(program.layout.defaults);
    const drawn = new Float64Array(uncertainties.length);
    draw(i, drawn);
    uncertainties.forEach(({ input }, u) => {
      row[input] = drawn[u]!;
    });
    for (const { input, value } of policies[policy]!.set) row[input] = value;
    return row;
  };
  return { count: design.size, draw, inputs };
}
