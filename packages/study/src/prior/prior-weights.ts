import { effectiveSize, type PriorChange, type Reweighting, reweighted } from "@sequitur/analysis";
import { type ExperimentReader, openDensity } from "@sequitur/ensemble";
import type { Outcomes } from "../finding/outcomes.ts";
import type { Study, Uncertainty } from "../read/study.ts";
import type { Prior } from "./read-prior.ts";

/** Below this many effective futures no share is given: a 95 % interval would be wider than ± 0.05. */
export const leastEffective = 385;

/** What each examined future weighs under another prior, shape [examined]; or why too few of them count. */
export type FutureWeights =
  | { readonly kind: "weighted"; readonly weights: Float64Array; readonly effective: number; readonly covered: number }
  | Extract<Reweighting, { kind: "refused" }>;

/** How much each examined future weighs under another prior. */
export async function priorWeights(
  { uncertainties }: Pick<Study, "uncertainties">,
  main: ExperimentReader,
  rows: Uint32Array,
  prior: Prior,
): Promise<FutureWeights> {
  const inputs = new Map<string, Float64Array>();
  for (const [at, { id }] of uncertainties.entries()) if (prior.has(id)) inputs.set(id, await main.input(at));
  return futureWeights(uncertainties, { futures: main.futures, rows }, inputs, prior);
}

/**
 * What of the prior lies where futures were drawn is asked of all of them; the weights are of those examined: the prior is conditioned on
 * the past as the study's own is.
 * @param inputs  of each uncertainty that the prior names, its value in every future run
 */
export function futureWeights(
  uncertainties: readonly Pick<Uncertainty, "id" | "spread">[],
  { futures, rows }: Pick<Outcomes, "futures" | "rows">,
  inputs: ReadonlyMap<string, Float64Array>,
  prior: Prior,
): FutureWeights {
  const changes = uncertainties.flatMap(({ id, spread }): PriorChange[] => {
    const [wanted, column] = [prior.get(id), inputs.get(id)];
    if (wanted === undefined || column === undefined) return [];
    return [{ sampled: column.map(openDensity(spread)!.at), wanted: column.map(openDensity(wanted)!.at) }];
  });
  const all = reweighted(changes, futures, { floor: 0 });
  if (all.kind === "refused") return all;
  const weights = Float64Array.from(rows, (row) => all.weights[row]!);
  const effective = weights.some((weight) => weight > 0) ? effectiveSize(weights) : 0;
  const { covered } = all;
  return effective < leastEffective
    ? { kind: "refused", reason: "few", effective, covered }
    : { kind: "weighted", weights, effective, covered };
}
