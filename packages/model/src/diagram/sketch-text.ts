import { nameText } from "../vensim/name-text.ts";
import type { Diagram, DiagramEdge, DiagramNode } from "./diagram.ts";

/**
 * Writes diagrams as a Vensim sketch, one view each. The fields are those that `readVensimSketch` reads
 * (vensim.com/documentation/ref_sketch_format.html); those that only say how Vensim shows a thing are as Vensim has them at first.
 */
export function sketchText(diagrams: readonly Diagram[]): string {
  return diagrams.map((diagram, at) => viewText(diagram, at)).join("\n");
}

const head = `\\\\\\---/// Sketch information - do not modify anything except names
V300  Do not put anything below this section - it will be ignored`;
const style = "$192-192-192,0,Times New Roman|12||0-0-0|0-0-0|0-0-255|-1--1--1|-1--1--1|96,96,100,0";

function viewText({ name, nodes, edges }: Diagram, at: number): string {
  const ids = numbered(nodes);
  const objects = nodes.flatMap((node) => objectLines(node, ids.get(node.id)!));
  const first = Math.max(0, ...[...ids.values()].map(({ node }) => node)) + 1;
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const arrows = edges.flatMap((edge, k) => arrowLine(edge, first + k, ids, kinds) ?? []);
  return [head, `*${name.replace(/[\r\n]/g, " ") || `View ${at + 1}`}`, style, ...objects, ...arrows].join("\n");
}

/** The ids of a node's lines: a flow has one for its valve, before the one for its name. */
interface LineIds {
  readonly node: number;
  readonly valve: number;
}

function numbered(nodes: readonly DiagramNode[]): ReadonlyMap<number, LineIds> {
  const ids = new Map<number, LineIds>();
  let next = 1;
  for (const { id, kind } of nodes) {
    const valve = next++;
    ids.set(id, kind === "flow" ? { valve, node: next++ } : { valve, node: valve });
  }
  return ids;
}

function objectLines(node: DiagramNode, { node: id, valve }: LineIds): readonly string[] {
  const [x, y] = [Math.round(node.x), Math.round(node.y)];
  const [halfWidth, halfHeight] = [Math.round(node.width / 2), Math.round(node.height / 2)];
  const own = node.shadow ? 2 : 3;
  const variable = (at: { x: number; y: number }, size: string, shape: number) =>
    `10,${id},${nameText(node.name)},${Math.round(at.x)},${Math.round(at.y)},${size},${shape},${own},0,0,-1,0,0,0`;
  switch (node.kind) {
    case "stock":
      return [variable(node, `${halfWidth},${halfHeight}`, 3)];
    case "variable":
      return [variable(node, `${halfWidth},${halfHeight}`, 8)];
    case "flow": {
      const line = `11,${valve},0,${x},${y},${halfWidth},${halfHeight},34,3,0,0,1,0,0,0`;
      return [line, variable(node.label, `${4 * Math.max(4, node.name.length)},11`, 40)];
    }
    case "cloud":
      return [`12,${id},48,${x},${y},${halfWidth},${halfHeight},0,3,0,0,-1,0,0,0`];
    case "note":
      return [`12,${id},0,${x},${y},${halfWidth},${halfHeight},8,7,0,0,-1,0,0,0`, node.name.replace(/[\r\n]+/g, " ")];
  }
}

const CURVED = 1;
const PIPE = 4;
/** The end of a pipe from which the material comes has no head. */
const HEADLESS_PIPE = 100;
const polarities = { "+": 43, "-": 45 } as const;

function arrowLine(
  { from, to, kind, bend, polarity }: DiagramEdge,
  id: number,
  ids: ReadonlyMap<number, LineIds>,
  kinds: ReadonlyMap<number, DiagramNode["kind"]>,
): string | undefined {
  const [start, end] = [ids.get(from), ids.get(to)];
  if (start === undefined || end === undefined) return undefined;
  const point = bend === undefined ? "(0,0)" : `(${Math.round(bend.x)},${Math.round(bend.y)})`;
  if (kind === "flow") {
    // A pipe is drawn out of its valve, both ways.
    const isOut = kinds.get(from) === "flow";
    const ends = isOut ? `${start.valve},${end.node},${PIPE}` : `${end.valve},${start.node},${HEADLESS_PIPE}`;
    return `1,${id},${ends},0,0,22,0,0,0,-1--1--1,,1|${point}|`;
  }
  const shape = bend === undefined ? 0 : CURVED;
  const sign = polarity === undefined ? 0 : polarities[polarity];
  return `1,${id},${start.node},${end.node},${shape},0,${sign},0,0,64,0,-1--1--1,,1|${point}|`;
}
