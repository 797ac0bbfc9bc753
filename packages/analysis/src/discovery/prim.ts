import { type Box, boxOf, type Futures, type Limit } from "./box.ts";
import { paste } from "./paste.ts";
import { type PeelObjective, peel, wholePeeling } from "./peel.ts";

export interface PrimOptions {
  /** Share of a box's futures that one peel takes away, and that one paste adds. */
  readonly peelAlpha?: number;
  readonly pasteAlpha?: number;
  /** The least share of all futures that a box may hold. */
  readonly massMin?: number;
  /** By what one slice is better than another. */
  readonly objective?: PeelObjective;
}

/**
 * The patient rule induction method: from all futures, peels off one thin slice after another, each the one that most raises
 * the share of futures of interest by the objective (`lenient1`); then pastes slices back on as long as that raises it further.
 * Of a categorical input, a slice is one of its values. Ties go to the box that limits fewer inputs, then to the earlier input,
 * then to the upper side or the lower value.
 *
 * @returns  every box on the way, the whole first: from full coverage to the greatest density found
 * Source: Friedman & Fisher 1999, Stat. Comput. 9, 123-143; objectives: `peelObjectives`.
 */
export function primTrajectory(
  futures: Futures,
  { peelAlpha = 0.05, pasteAlpha = 0.05, massMin = 0.05, objective = "lenient1" }: PrimOptions = {},
): readonly Box[] {
  const boxes = [boxOf(futures, [])];
  const extend = (limits: readonly Limit[] | undefined) => {
    if (limits === undefined) return false;
    boxes.push(boxOf(futures, limits));
    return true;
  };
  const peeling = wholePeeling(futures);
  while (extend(peel(peeling, { alpha: peelAlpha, massMin, objective })));
  while (extend(paste(futures, boxes.at(-1)!.limits, pasteAlpha)));
  return boxes;
}
