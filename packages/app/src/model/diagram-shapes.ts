import type { Diagram, DiagramEdge, DiagramNode } from "@sequitur/model";

/** A part of a drawing: left, top, width, height, in the drawing's pixels. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const margin = 60;

/** All of a drawing, with some air around it. */
export function frameOf({ nodes }: Diagram): Frame {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const { x, y, width, height, label } of nodes) {
    left = Math.min(left, x - width / 2, label.x - width / 2);
    top = Math.min(top, y - height / 2);
    right = Math.max(right, x + width / 2, label.x + width / 2);
    bottom = Math.max(bottom, y + height / 2, label.y + height / 2);
  }
  if (nodes.length === 0) return { x: 0, y: 0, width: 100, height: 100 };
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

/** The frame with its middle kept, `by` times as large. */
export function scaled({ x, y, width, height }: Frame, by: number): Frame {
  return { x: x + (width * (1 - by)) / 2, y: y + (height * (1 - by)) / 2, width: width * by, height: height * by };
}

export function moved({ x, y, ...size }: Frame, right: number, down: number): Frame {
  return { x: x + right, y: y + down, ...size };
}

/** The line of an edge from the rim of one node to the rim of the other; through its bend where it has one. */
export function edgePath({ bend }: DiagramEdge, from: DiagramNode, to: DiagramNode): string {
  // A quadratic curve passes, half way, through the mean of its control point and the middle of its ends.
  const control = bend && { x: 2 * bend.x - (from.x + to.x) / 2, y: 2 * bend.y - (from.y + to.y) / 2 };
  const a = rim(from, control ?? to);
  const b = rim(to, control ?? from);
  return control ? `M${a.x},${a.y}Q${control.x},${control.y} ${b.x},${b.y}` : `M${a.x},${a.y}L${b.x},${b.y}`;
}

/** Where the line from the middle of a node towards a point leaves the node. */
function rim({ x, y, width, height, kind }: DiagramNode, towards: { readonly x: number; readonly y: number }) {
  const [dx, dy] = [towards.x - x, towards.y - y];
  const air = kind === "variable" ? 2 : 3;
  const share = Math.min(
    1,
    (width / 2 + air) / Math.max(Math.abs(dx), 1e-9),
    (height / 2 + air) / Math.max(Math.abs(dy), 1e-9),
  );
  return { x: Math.round(10 * (x + dx * share)) / 10, y: Math.round(10 * (y + dy * share)) / 10 };
}

/** A name in lines no longer than its place is wide. */
export function linesOf(name: string, width: number): readonly string[] {
  const most = Math.max(10, Math.floor(width / 6.2));
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 6);
}

/** A run as a line in a box: from left to right, from its least to its greatest; none where nothing moves. */
export function sparkline(run: ArrayLike<number> | undefined, { x, y, width, height }: Frame): string | undefined {
  if (run === undefined) return undefined;
  const values = Array.from({ length: 33 }, (_, i) => run[Math.round((i / 32) * (run.length - 1))]!);
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  if (!(span > 0) || !Number.isFinite(span)) return undefined;
  const points = values.map((value, i) => `${x + (i / 32) * width},${y + height * (1 - (value - low) / span)}`);
  return `M${points.join("L")}`;
}
