import { openFutures } from "@sequitur/ensemble";
import { type Findings, planStudy, type Study } from "@sequitur/study";

/** One of the futures that the findings rest on: its index, and its uncertain constants in the study's order. */
export interface Draw {
  readonly future: number;
  readonly inputs: readonly number[];
}

/** The first futures examined, so that what a chart shows is part of what the shares are of; of those run, where it is not known which. */
export function studyDraws(
  study: Study,
  { seed, futures }: Findings,
  rows: Uint32Array | undefined,
  count: number,
): readonly Draw[] {
  const all = openFutures(planStudy(study, { seed, futures }).main.job);
  const wanted =
    rows === undefined ? Array.from({ length: Math.min(count, all.count) }, (_, i) => i) : [...rows.subarray(0, count)];
  return wanted.map((future) => {
    const drawn = new Float64Array(study.uncertainties.length);
    all.draw(future, drawn);
    return { future, inputs: [...drawn] };
  });
}

/** Some uncertain constants in every future that the findings rest on, by id; shape [future] each. */
export function drawnColumns(
  study: Study,
  { seed, futures }: Findings,
  ids: readonly string[],
): ReadonlyMap<string, Float64Array> {
  const all = openFutures(planStudy(study, { seed, futures }).main.job);
  const places = ids.map((id) => study.uncertainties.findIndex((each) => each.id === id));
  const columns = ids.map(() => new Float64Array(all.count));
  const drawn = new Float64Array(study.uncertainties.length);
  for (let i = 0; i < all.count; i++) {
    all.draw(i, drawn);
    for (const [at, place] of places.entries()) columns[at]![i] = drawn[place]!;
  }
  return new Map(ids.map((id, at) => [id, columns[at]!]));
}
