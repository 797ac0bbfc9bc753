import dagre from "@dagrejs/dagre";
import type { Diagram, DiagramEdge, DiagramNode } from "./diagram.ts";
import type { Structure } from "./structure.ts";

/** Beyond this many variables a layout by layers takes too long to wait for; they are put in rows. */
const mostInLayers = 1500;

/** How much more a pipe counts than a cause, in keeping it short and in its direction. */
const pipeWeight = 30;

/** A drawing for a model that has none: laid out in layers from cause to effect (dagre, after Sugiyama), or in rows where it is large. */
export function laidOut(structure: Structure): readonly Diagram[] {
  const { nodes, edges } = drawn(structure);
  if (nodes.length === 0) return [];
  const placed = nodes.length > mostInLayers ? inRows(nodes) : inLayers(nodes, edges);
  return [{ name: "View 1", nodes: placed, edges }];
}

/** The nodes and edges of a structure, a cloud at each open end of a flow; not yet anywhere. */
function drawn({ names, stocks, flows, causes }: Structure): Diagram {
  const nodes: DiagramNode[] = [];
  const ids = new Map<string, number>();
  const add = (kind: DiagramNode["kind"], name: string, width: number, height: number): number => {
    const id = nodes.length + 1;
    nodes.push({ id, kind, name, shadow: false, x: 0, y: 0, width, height, label: { x: 0, y: 0 } });
    return id;
  };
  for (const [key, name] of names) {
    const width = 8 * Math.max(4, name.length);
    if (stocks.has(key)) ids.set(key, add("stock", name, Math.max(80, width), 40));
    else if (flows.has(key)) ids.set(key, add("flow", name, 12, 16));
    else ids.set(key, add("variable", name, width, 22));
  }
  const edges: DiagramEdge[] = [];
  const join = (from: number, to: number, kind: DiagramEdge["kind"]) =>
    edges.push({ from, to, kind, bend: undefined, polarity: undefined });
  for (const [key, { from, to }] of flows) {
    join(ids.get(from ?? "") ?? add("cloud", "", 20, 16), ids.get(key)!, "flow");
    join(ids.get(key)!, ids.get(to ?? "") ?? add("cloud", "", 20, 16), "flow");
  }
  for (const [from, to] of causes) join(ids.get(from)!, ids.get(to)!, "causal");
  return { name: "", nodes, edges };
}

function inLayers(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): readonly DiagramNode[] {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  // Cycles are opened where least is lost: at a cause that feeds back, and not in a pipe, which goes from left to right.
  graph.setGraph({ rankdir: "LR", acyclicer: "greedy", nodesep: 30, ranksep: 70, marginx: 60, marginy: 60 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, kind, name, width, height } of nodes) {
    const isFlow = kind === "flow";
    // The name of a flow stands below its valve.
    graph.setNode(String(id), { width: isFlow ? 8 * name.length : width, height: isFlow ? height + 30 : height });
  }
  for (const { from, to, kind } of edges)
    graph.setEdge(String(from), String(to), { weight: kind === "flow" ? pipeWeight : 1 });
  dagre.layout(graph);
  return nodes.map((node) => {
    const { x = 0, y = 0 } = graph.node(String(node.id));
    return placed(node, Math.round(x), Math.round(y));
  });
}

function inRows(nodes: readonly DiagramNode[]): readonly DiagramNode[] {
  const columns = Math.ceil(Math.sqrt(nodes.length / 3));
  return nodes.map((node, k) => placed(node, 120 + 220 * (k % columns), 60 + 60 * Math.floor(k / columns)));
}

function placed(node: DiagramNode, x: number, y: number): DiagramNode {
  return { ...node, x, y, label: { x, y: node.kind === "flow" ? y + 20 : y } };
}
