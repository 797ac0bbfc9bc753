import { openFutures } from "@sequitur/ensemble";
import { planStudy, type Study } from "@sequitur/study";

/**
 * The uncertain constants of the first futures that the findings rest on, so that what a chart shows is part of what was examined.
 * @returns  shape [count][uncertainty], in the study's order
 */
export function studyDraws(study: Study, seed: number, futures: number, count: number): readonly (readonly number[])[] {
  const { job } = planStudy(study, { seed, futures }).main;
  const all = openFutures(job);
  const drawn = new Float64Array(study.uncertainties.length);
  return Array.from({ length: Math.min(count, all.count) }, (_, i) => {
    all.draw(i, drawn);
    return [...drawn];
  });
}
