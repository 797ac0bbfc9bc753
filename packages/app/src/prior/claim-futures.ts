import { type ClaimOutcomes, type FutureWeights, futureWeights, type Outcomes } from "@sequitur/study";
import type { StudyContent } from "../session/content.ts";
import { drawnColumns } from "../session/draws.ts";
import { priorOf, type ReaderPrior, type Weighable, weighableOf } from "./reader-prior.ts";

/** What became of a claim in every future, with the inputs that its reader may weigh. */
export interface ClaimFutures {
  readonly claim: ClaimOutcomes;
  readonly outcomes: Pick<Outcomes, "futures" | "rows">;
  /** Of each uncertainty asked for, its value in every future run. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly weighables: readonly Weighable[];
}

/** Undefined where the claim is not tested, or what became of it was not handed over. */
export async function claimFutures(
  { study, findings, whole, outcomes: handed }: StudyContent,
  id: string,
  uncertainties: readonly string[],
): Promise<ClaimFutures | undefined> {
  const outcomes = await handed();
  const claim = outcomes?.claims.find((each) => each.id === id);
  if (outcomes === undefined || claim === undefined) return undefined;
  const columns = drawnColumns(await whole(), findings, uncertainties);
  return { claim, outcomes, columns, weighables: weighableOf(study, uncertainties, columns) };
}

/** Undefined where the reader sees nothing differently. */
export function weightsBy(
  { outcomes, columns, weighables }: ClaimFutures,
  numbers: ReaderPrior,
): FutureWeights | undefined {
  const prior = priorOf(weighables, numbers);
  if (prior.size === 0) return undefined;
  const uncertainties = weighables.map(({ uncertainty }) => uncertainty);
  return futureWeights(uncertainties, outcomes, columns, prior);
}

/** Of one uncertainty, its value in the futures examined. */
export function examinedColumn({ outcomes, columns }: ClaimFutures, id: string): Float64Array | undefined {
  const column = columns.get(id);
  return column && Float64Array.from(outcomes.rows, (row) => column[row]!);
}
