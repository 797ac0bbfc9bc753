import { escapedName, identifierText } from "../xmile/name-text.ts";
import { element } from "../xmile/xml-text.ts";
import { angleOf } from "./arc.ts";
import type { Diagram, DiagramEdge, DiagramNode } from "./diagram.ts";

/** Writes diagrams as the `<views>` of an XMILE model (1.0, chapter 6), one view each. Clouds are the open ends of flows there. */
export function viewText(diagrams: readonly Diagram[]): string {
  return element("views", {}, diagrams.map(viewElement));
}

function viewElement({ name, nodes, edges }: Diagram): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const connectors = edges.filter(({ kind }) => kind === "causal").map((edge, k) => connector(edge, k + 1, byId));
  return element("view", { name: name === "" ? undefined : name, type: "stock_flow" }, [
    ...nodes.map((node) => nodeElement(node, edges, byId)),
    ...connectors,
  ]);
}

type Nodes = ReadonlyMap<number, DiagramNode>;

function nodeElement(node: DiagramNode, edges: readonly DiagramEdge[], byId: Nodes): string {
  const { kind, name, x, y, width, height, shadow, id } = node;
  if (shadow && kind !== "note" && kind !== "cloud")
    return element("alias", { uid: id, x, y }, [element("of", {}, identifierText(name))]);
  const named = { name: escapedName(name), x, y };
  switch (kind) {
    case "stock":
      return element("stock", { ...named, width, height });
    case "variable":
      return element("aux", named);
    case "flow":
      return element("flow", named, [element("pts", {}, pointsOf(node, edges, byId))]);
    case "note":
      return element("text_box", { x: x - width / 2, y: y - height / 2, width, height }, name);
    case "cloud":
      return "";
  }
}

/** From where the material comes to where it goes. */
function pointsOf(flow: DiagramNode, edges: readonly DiagramEdge[], byId: Nodes): readonly string[] {
  const pipes = edges.filter(({ kind }) => kind === "flow");
  const source = byId.get(pipes.find(({ to }) => to === flow.id)?.from ?? Number.NaN);
  const sink = byId.get(pipes.find(({ from }) => from === flow.id)?.to ?? Number.NaN);
  const ends = [source ?? { x: flow.x - 60, y: flow.y }, sink ?? { x: flow.x + 60, y: flow.y }];
  return ends.map(({ x, y }) => element("pt", { x, y }));
}

function connector({ from, to, bend, polarity }: DiagramEdge, uid: number, byId: Nodes): string {
  const [start, end] = [byId.get(from)!, byId.get(to)!];
  const angle = Number(angleOf(start, end, bend).toFixed(3));
  return element("connector", { uid, angle, polarity }, [endElement("from", start), endElement("to", end)]);
}

function endElement(tag: string, { shadow, id, name }: DiagramNode): string {
  return shadow ? element(tag, {}, [element("alias", { uid: id })]) : element(tag, {}, identifierText(name));
}
