import type { Diagram, DiagramEdge, DiagramNode, DiagramNodeKind, Point } from "./diagram.ts";

/**
 * Reads a Vensim sketch: one diagram a view. Nothing in a drawing bears on a run, so a line that cannot be read is passed over, as
 * is what the sketch hides. Sources: vensim.com/documentation/ref_sketch_format.html and 24305.html for the lines; the bits of
 * `shape` and `bits` as the open reader xmutil takes them.
 */
export function readVensimSketch(text: string): readonly Diagram[] {
  const views = text.split(/^\\{1,3}---\/\/\/.*$/m).slice(1);
  return views.map((view) => readView(view.split(/\r\n|\r|\n/))).filter(({ nodes }) => nodes.length > 0);
}

function readView(lines: readonly string[]): Diagram {
  const { objects, arrows } = recordsOf(lines);
  const { nodes, nodeOf } = nodesOf(objects);
  const name =
    lines
      .find((line) => line.startsWith("*"))
      ?.slice(1)
      .trim() ?? "";
  return { name, nodes, edges: arrows.flatMap((arrow) => edgeOf(arrow, nodeOf) ?? []) };
}

/** A line that begins `10,` (a variable), `11,` (a valve) or `12,` (a cloud or a note). Half sizes. */
interface SketchObject {
  readonly type: number;
  readonly id: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly shape: number;
  readonly bits: number;
}

/** A line that begins `1,`. */
interface SketchArrow {
  readonly from: number;
  readonly to: number;
  readonly shape: number;
  readonly polarity: number;
  readonly thickness: number;
  readonly point: Point | undefined;
}

const [ARROW, VARIABLE, VALVE, COMMENT] = [1, 10, 11, 12];
/** In `shape`: a valve that has a name, and the name of a valve. The lower bits are the outline; 3 is a box. */
const ATTACHED = 32;
const OUTLINE = 31;
const BOX = 3;
/** In `bits`: 1 is missing on a shadow; a comment with 4 has its text on the next line; 8 is a slider or a graph. */
const [OWN, TEXT_BELOW, CONTROL] = [1, 4, 8];
/** In an arrow's `shape`: no head, so the material comes from there. Thicker than this, an arrow is a pipe. */
const HEADLESS = 64;
const THICKEST_ARROW = 20;

function recordsOf(lines: readonly string[]): { objects: readonly SketchObject[]; arrows: readonly SketchArrow[] } {
  const objects: SketchObject[] = [];
  const arrows: SketchArrow[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fields = fieldsOf(lines[at]!);
    const type = Number(fields[0]);
    if (type === ARROW) arrows.push(...arrowOf(fields));
    if (type !== VARIABLE && type !== VALVE && type !== COMMENT) continue;
    const object = objectOf(fields, type);
    const hasText = type === COMMENT && object !== undefined && (object.bits & TEXT_BELOW) !== 0;
    const text = hasText ? (lines[++at] ?? "") : undefined;
    if (object && fields[9] === "0") objects.push(text === undefined ? object : { ...object, name: text.trim() });
  }
  return { objects, arrows };
}

/** The parts between commas; a quoted name may hold commas, and has its quotes and escapes undone. */
function fieldsOf(line: string): readonly string[] {
  return Array.from(line.matchAll(/(?:^|,)(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replace(/\\(["\\])/g, "$1"),
  );
}

function objectOf(fields: readonly string[], type: number): SketchObject | undefined {
  const [id, x, y, halfWidth, halfHeight, shape, bits] = [1, 3, 4, 5, 6, 7, 8].map((at) => Number(fields[at] ?? ""));
  const numbers = [id!, x!, y!, halfWidth!, halfHeight!, shape!, bits!];
  if (fields.length < 10 || !numbers.every(Number.isInteger)) return undefined;
  const name = fields[2]!;
  return {
    type,
    id: id!,
    name,
    x: x!,
    y: y!,
    halfWidth: halfWidth!,
    halfHeight: halfHeight!,
    shape: shape!,
    bits: bits!,
  };
}

/** One arrow, or none where it is hidden or cannot be read. */
function arrowOf(fields: readonly string[]): readonly SketchArrow[] {
  const [from, to, shape, hidden, polarity, thickness] = [2, 3, 4, 5, 6, 7].map((at) => Number(fields[at] ?? ""));
  if (!Number.isInteger(from) || !Number.isInteger(to) || hidden !== 0) return [];
  const [, x, y] = /\|\((-?\d+),(-?\d+)\)/.exec(fields.slice(13).join(",")) ?? [];
  const point = x === undefined ? undefined : { x: Number(x), y: Number(y) };
  return [{ from: from!, to: to!, shape: shape!, polarity: polarity!, thickness: thickness!, point }];
}

/** The nodes, and the node that each object's id stands for: a valve and its name are one. */
function nodesOf(objects: readonly SketchObject[]): {
  nodes: readonly DiagramNode[];
  nodeOf: ReadonlyMap<number, DiagramNode>;
} {
  const nodes: DiagramNode[] = [];
  const nodeOf = new Map<number, DiagramNode>();
  for (const [at, object] of objects.entries()) {
    const before = objects[at - 1];
    const valve = isNameOfValve(object, before) ? before : undefined;
    // A valve is drawn with its name, which comes next.
    if (object.type === VALVE && isNameOfValve(objects[at + 1], object)) continue;
    const node = nodeFrom(object, valve);
    if (node === undefined || nodeOf.has(object.id)) continue;
    nodes.push(node);
    nodeOf.set(object.id, node);
    if (valve) nodeOf.set(valve.id, node);
  }
  return { nodes, nodeOf };
}

function isNameOfValve(object: SketchObject | undefined, before: SketchObject | undefined): boolean {
  if (object?.type !== VARIABLE || before?.type !== VALVE) return false;
  return (object.shape & ATTACHED) !== 0 && (before.shape & ATTACHED) !== 0;
}

function nodeFrom(object: SketchObject, valve: SketchObject | undefined): DiagramNode | undefined {
  const kind = kindOf(object, valve);
  if (kind === undefined) return undefined;
  const { x, y, halfWidth, halfHeight } = valve ?? object;
  return {
    id: object.id,
    kind,
    name: kind === "cloud" || object.type === VALVE ? "" : object.name,
    shadow: object.type === VARIABLE && (object.bits & OWN) === 0,
    x,
    y,
    width: 2 * halfWidth,
    height: 2 * halfHeight,
    label: { x: object.x, y: object.y },
  };
}

function kindOf({ type, shape, bits }: SketchObject, valve: SketchObject | undefined): DiagramNodeKind | undefined {
  if (type === VALVE || valve !== undefined) return "flow";
  if (type === VARIABLE) return (shape & OUTLINE) === BOX ? "stock" : "variable";
  if ((bits & CONTROL) !== 0) return undefined;
  return (bits & TEXT_BELOW) !== 0 ? "note" : "cloud";
}

function edgeOf(arrow: SketchArrow, nodeOf: ReadonlyMap<number, DiagramNode>): DiagramEdge | undefined {
  const [from, to] = [nodeOf.get(arrow.from), nodeOf.get(arrow.to)];
  if (from === undefined || to === undefined) return undefined;
  const isPipe = arrow.thickness > THICKEST_ARROW;
  const polarity = polarities[arrow.polarity];
  // A pipe is drawn from its valve both ways; the end without a head is where the material comes from.
  const ends = isPipe && (arrow.shape & HEADLESS) !== 0 ? { from: to.id, to: from.id } : { from: from.id, to: to.id };
  return { ...ends, kind: isPipe ? "flow" : "causal", bend: bendOf(arrow, isPipe), polarity };
}

/** Character codes: "+" and "s" (same way) are one, "-" and "o" (opposite way) the other. */
const polarities: Readonly<Record<number, "+" | "-">> = { 43: "+", 83: "+", 115: "+", 45: "-", 79: "-", 111: "-" };

/** Only a curved arrow (shape 1) goes through its point; a straight one carries a point of no meaning. */
function bendOf({ shape, point }: SketchArrow, isPipe: boolean): Point | undefined {
  return !isPipe && (shape & 1) !== 0 ? point : undefined;
}
