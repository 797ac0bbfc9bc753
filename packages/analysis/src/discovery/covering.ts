import { type Box, countInterest, type Futures, futuresAt, rowsInside } from "./box.ts";
import { type BoxRule, chooseBox } from "./box-choice.ts";
import { type PrimOptions, primTrajectory } from "./prim.ts";

export interface CoveringOptions {
  /** At most so many boxes. */
  readonly boxes?: number;
  /** A box must hold at least this share of all futures of interest. */
  readonly least?: number;
  readonly rule?: BoxRule;
  readonly prim?: PrimOptions;
}

export interface CoveringBox {
  /** With its figures among the futures that no earlier box holds. */
  readonly box: Box;
  /** Share of all futures of interest that this box and the earlier ones hold together. */
  readonly covered: number;
}

/**
 * Several boxes, for futures of interest that lie in more places than one: the box that `chooseBox` takes, then the one among
 * the futures outside it, and so on, each asked for its even part of what is left, until `boxes` (4) are found or the
 * next would hold less than `least` (0.1) of all futures of interest: the rim that a box leaves behind is no further place.
 * Source: the covering of Friedman & Fisher 1999, Stat. Comput. 9, 123-143.
 */
export function coveringBoxes(
  futures: Futures,
  { boxes = 4, least = 0.1, rule = {}, prim = {} }: CoveringOptions = {},
): readonly CoveringBox[] {
  const found: CoveringBox[] = [];
  const hits = countInterest(futures.interest, rowsInside(futures, []));
  let rest = futures;
  let missed = hits;
  while (found.length < boxes && missed > 0) {
    const box = chooseBox(rest, primTrajectory(rest, prim), { coverage: Math.min(0.5, 1 / boxes), ...rule });
    if (box === undefined || box.coverage * missed < least * hits) break;
    rest = futuresAt(rest, rowsOutside(rest, box));
    missed -= Math.round(box.coverage * missed);
    found.push({ box, covered: (hits - missed) / hits });
  }
  return found;
}

function rowsOutside(futures: Futures, { limits }: Box): Uint32Array {
  const inside = new Set(rowsInside(futures, limits));
  return rowsInside(futures, []).filter((row) => !inside.has(row));
}
