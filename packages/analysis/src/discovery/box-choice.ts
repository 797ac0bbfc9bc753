import { type Box, boxOf, type Futures } from "./box.ts";

export interface BoxRule {
  /** The box must hold at least this share of the futures of interest. */
  readonly coverage?: number;
  /** At most so many inputs may be limited. */
  readonly inputs?: number;
  /** A limited input stays only if the density would fall by more than this without it. */
  readonly worth?: number;
  /** The box must be denser than all futures together by at least this. */
  readonly gain?: number;
}

/**
 * Chooses the one box of a trajectory to tell a reader about, the same one every time: the densest of those that cover
 * `coverage` (0.5), the earlier in a tie. From it, inputs are set free again, the one whose freedom costs least density first,
 * as long as more than `inputs` (3) are limited or it costs no more than `worth` (0.03). Undefined where what is left gains
 * less than `gain` (0.1) over the density of all futures: then no few inputs tell the futures of interest apart.
 *
 * Weighing coverage, density and the number of limits: Bryant & Lempert 2010, Technol. Forecast. Soc. Change 77, 34-49.
 */
export function chooseBox(
  futures: Futures,
  trajectory: readonly Box[],
  { coverage = 0.5, inputs = 3, worth = 0.03, gain = 0.1 }: BoxRule = {},
): Box | undefined {
  const whole = boxOf(futures, []);
  let box = densest(trajectory.filter((each) => each.coverage >= coverage));
  while (box !== undefined && box.limits.length > 0) {
    const freer = cheapestFreed(futures, box);
    if (box.limits.length <= inputs && box.density - freer.density > worth) break;
    box = freer;
  }
  return box !== undefined && box.density - whole.density >= gain ? box : undefined;
}

function densest(boxes: readonly Box[]): Box | undefined {
  return boxes.reduce<Box | undefined>(
    (best, box) => (best === undefined || box.density > best.density ? box : best),
    undefined,
  );
}

function cheapestFreed(futures: Futures, { limits }: Box): Box {
  return densest(
    limits.map((freed) =>
      boxOf(
        futures,
        limits.filter((limit) => limit !== freed),
      ),
    ),
  )!;
}
