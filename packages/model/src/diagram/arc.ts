import type { Point } from "./diagram.ts";

/**
 * XMILE says how a connector is curved by the angle at which it leaves (1.0, 6.1.3), in degrees, against the clock; Vensim by a point
 * that it goes through. Both are an arc over the same chord.
 */
export function angleOf(from: Point, to: Point, bend: Point | undefined): number {
  const [dx, dy] = [to.x - from.x, from.y - to.y];
  const chord = Math.hypot(dx, dy);
  const straight = (Math.atan2(dy, dx) * 180) / Math.PI;
  if (bend === undefined || chord === 0) return turned(straight);
  // How far the arc rises above the middle of its chord, to the left of the way along it.
  const rise = (dx * ((from.y + to.y) / 2 - bend.y) - dy * (bend.x - (from.x + to.x) / 2)) / chord;
  return turned(straight + (2 * Math.atan((2 * rise) / chord) * 180) / Math.PI);
}

/** The middle of the arc; undefined where the connector is as good as straight. */
export function bendAt(from: Point, to: Point, angle: number): Point | undefined {
  const [dx, dy] = [to.x - from.x, from.y - to.y];
  const chord = Math.hypot(dx, dy);
  const off = turned(angle - (Math.atan2(dy, dx) * 180) / Math.PI);
  const by = off > 180 ? off - 360 : off;
  if (chord === 0 || Math.abs(by) < 2 || Math.abs(by) > 170) return undefined;
  const rise = (chord / 2) * Math.tan((by * Math.PI) / 360);
  return { x: (from.x + to.x) / 2 - (dy / chord) * rise, y: (from.y + to.y) / 2 - (dx / chord) * rise };
}

function turned(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}
