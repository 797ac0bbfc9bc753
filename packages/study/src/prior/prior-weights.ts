import { effectiveSize, type PriorChange, type Reweighting, reweighted } from "@sequitur/analysis";
import { type ExperimentReader, openDensity } from "@sequitur/ensemble";
import type { Study } from "../read/study.ts";
import type { Prior } from "./read-prior.ts";

/** Below this many effective futures no share is given: a 95 % interval would be wider than ± 0.05. */
export const leastEffective = 385;

/**
 * How much each examined future weighs under another prior. What of the prior lies where futures were drawn is asked of all of
 * them; the weights are of those examined: the prior is conditioned on the past as the study's own is.
 * @param rows  the examined futures, of those run
 */
export async function priorWeights(
  { uncertainties }: Pick<Study, "uncertainties">,
  main: ExperimentReader,
  rows: Uint32Array,
  prior: Prior,
): Promise<Reweighting> {
  const changes: PriorChange[] = [];
  for (const [at, { id, spread }] of uncertainties.entries()) {
    const wanted = prior.get(id);
    if (wanted === undefined) continue;
    const column = await main.input(at);
    changes.push({ sampled: column.map(openDensity(spread)!.at), wanted: column.map(openDensity(wanted)!.at) });
  }
  const all = reweighted(changes, main.futures, { floor: 0 });
  if (all.kind === "refused") return all;
  const weights = Float64Array.from(rows, (row) => all.weights[row]!);
  const effective = weights.some((weight) => weight > 0) ? effectiveSize(weights) : 0;
  const { covered } = all;
  return effective < leastEffective
    ? { kind: "refused", reason: "few", effective, covered }
    : { kind: "weighted", weights, effective, covered };
}
