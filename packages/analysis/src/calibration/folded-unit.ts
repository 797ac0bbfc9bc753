/**
 * Any number brought into [0, 1] by reflection at 0 and 1, over and over: the same for x, -x and x + 2. Continuous, and the same
 * as x inside.
 */
export function foldedUnit(x: number): number {
  const within = Math.abs(x) % 2;
  return within > 1 ? 2 - within : within;
}
