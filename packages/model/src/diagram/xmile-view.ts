import { source } from "../source/source.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { DrawingText, FlowEnds } from "../syntax/syntax-tree.ts";
import { nameIn } from "../xmile/element-name.ts";
import { childNamed, childrenNamed, readXml, type XmlElement } from "../xmile/xml-element.ts";
import { bendAt } from "./arc.ts";
import type { Diagram, DiagramEdge, DiagramNode, Point } from "./diagram.ts";

/**
 * Reads the `<views>` of an XMILE model (1.0, chapter 6): one diagram a view that shows the model. As with a sketch, what cannot be read
 * is passed over. @param ends by the key of the flow's name: a view says where a flow is drawn, not what it joins
 */
export function readXmileView(drawing: DrawingText, ends: ReadonlyMap<string, FlowEnds>): readonly Diagram[] {
  const text = `<xmile xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"${prefixesIn(drawing)}>${drawing.text}</xmile>`;
  const { value: root } = readXml(source("", text));
  const views = root === undefined ? [] : childrenNamed(root, "views").flatMap((each) => childrenNamed(each, "view"));
  return views.map((view) => new ViewReading(view, ends).diagram()).filter(({ nodes }) => nodes.length > 0);
}

/** The name spaces that a view's prefixes stand for, which are no matter here; they only must be declared. */
function prefixesIn({ text }: DrawingText): string {
  const prefixes = new Set(Array.from(text.matchAll(/[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]/gu), ([, prefix]) => prefix));
  return [...prefixes]
    .filter((prefix) => prefix !== "xml" && prefix !== "xmlns")
    .map((prefix) => ` xmlns:${prefix}="urn:${prefix}"`)
    .join("");
}

/** Sizes where a file gives none. */
const stockSize = { width: 45, height: 35 };
const flowSize = { width: 12, height: 16 };
const cloudSize = { width: 20, height: 16 };

/** The reading of one view, gone with it. */
class ViewReading {
  private readonly view: XmlElement;
  private readonly ends: ReadonlyMap<string, FlowEnds>;
  private readonly nodes: DiagramNode[] = [];
  private readonly edges: DiagramEdge[] = [];
  private readonly byName = new Map<string, DiagramNode>();
  private readonly byAlias = new Map<string, DiagramNode>();

  constructor(view: XmlElement, ends: ReadonlyMap<string, FlowEnds>) {
    this.view = view;
    this.ends = ends;
  }

  diagram(): Diagram {
    for (const element of this.view.children) this.node(element);
    for (const flow of childrenNamed(this.view, "flow")) this.pipes(flow);
    for (const connector of childrenNamed(this.view, "connector")) this.connector(connector);
    return { name: attribute(this.view, "name") ?? "", nodes: this.nodes, edges: this.edges };
  }

  private node(element: XmlElement): void {
    const [x, y] = [numberOf(element, "x"), numberOf(element, "y")];
    if (x === undefined || y === undefined) return;
    const size = { width: numberOf(element, "width"), height: numberOf(element, "height") };
    if (element.name === "stock") this.named(element, "stock", { x, y }, { ...stockSize, ...given(size) });
    if (element.name === "flow") this.named(element, "flow", { x, y }, flowSize);
    if (element.name === "aux") this.named(element, "variable", { x, y }, labelSize(attribute(element, "name") ?? ""));
    if (element.name === "alias") this.alias(element, { x, y });
    if (element.name === "text_box") this.note(element, { x, y }, { width: 100, height: 40, ...given(size) });
  }

  /** A text stands at its upper left corner. */
  private note(element: XmlElement, { x, y }: Point, { width, height }: Pick<DiagramNode, "width" | "height">): void {
    const name = element.text.text.trim();
    this.add({ kind: "note", name, shadow: false, x: x + width / 2, y: y + height / 2, width, height });
  }

  private named(
    element: XmlElement,
    kind: DiagramNode["kind"],
    at: Point,
    size: Pick<DiagramNode, "width" | "height">,
  ) {
    const text = element.attributes.get("name");
    if (text === undefined) return;
    const { name } = nameIn(text);
    const node = this.add({ kind, name: name.replaceAll("_", " "), shadow: false, ...at, ...size });
    if (!this.byName.has(nameKey(name))) this.byName.set(nameKey(name), node);
  }

  private alias(element: XmlElement, at: Point): void {
    const of = childNamed(element, "of");
    if (of === undefined) return;
    const name = nameIn(of.text).name.replaceAll("_", " ");
    const node = this.add({ kind: "variable", name, shadow: true, ...at, ...labelSize(name) });
    this.byAlias.set(attribute(element, "uid") ?? "", node);
  }

  private add(node: Omit<DiagramNode, "id" | "label">): DiagramNode {
    const below = node.kind === "flow" ? 20 : 0;
    const added = { ...node, id: this.nodes.length + 1, label: { x: node.x, y: node.y + below } };
    this.nodes.push(added);
    return added;
  }

  private pipes(flow: XmlElement): void {
    const key = nameKey(flow.attributes.get("name")?.text ?? "");
    const node = this.byName.get(key);
    if (node === undefined) return;
    const points = childrenNamed(flow, "pts").flatMap((list) => childrenNamed(list, "pt"));
    const { from, to } = this.ends.get(key) ?? { from: undefined, to: undefined };
    const [first, last] = [points[0], points.at(-1)].map((point) => ({
      x: (point && numberOf(point, "x")) ?? node.x,
      y: (point && numberOf(point, "y")) ?? node.y,
    }));
    this.edges.push(pipe(this.end(from, first!), node), pipe(node, this.end(to, last!)));
  }

  private end(stock: string | undefined, at: Point): DiagramNode {
    const known = stock === undefined ? undefined : this.byName.get(stock);
    return known ?? this.add({ kind: "cloud", name: "", shadow: false, ...at, ...cloudSize });
  }

  private connector(element: XmlElement): void {
    const [from, to] = [this.endOf(element, "from"), this.endOf(element, "to")];
    if (from === undefined || to === undefined) return;
    const [angle, x, y] = ["angle", "x", "y"].map((name) => numberOf(element, name));
    // Stella before XMILE was a standard gave a point in place of the angle; what it means was not found, so the line is straight.
    const bend = angle === undefined || x !== undefined || y !== undefined ? undefined : bendAt(from, to, angle);
    const sign = attribute(element, "polarity");
    const polarity = sign === "+" || sign === "-" ? sign : undefined;
    this.edges.push({ from: from.id, to: to.id, kind: "causal", bend, polarity });
  }

  private endOf(connector: XmlElement, side: "from" | "to"): DiagramNode | undefined {
    const element = childNamed(connector, side);
    const alias = element && childNamed(element, "alias");
    if (alias !== undefined) return this.byAlias.get(attribute(alias, "uid") ?? "");
    return element && this.byName.get(nameKey(nameIn(element.text).name));
  }
}

function pipe(from: DiagramNode, to: DiagramNode): DiagramEdge {
  return { from: from.id, to: to.id, kind: "flow", bend: undefined, polarity: undefined };
}

function labelSize(name: string): Pick<DiagramNode, "width" | "height"> {
  return { width: 8 * Math.max(4, name.length), height: 22 };
}

function given({ width, height }: { readonly width: number | undefined; readonly height: number | undefined }) {
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name)?.text.trim();
}

function numberOf(element: XmlElement, name: string): number | undefined {
  const text = attribute(element, name);
  const value = Number(text);
  return text === undefined || text === "" || !Number.isFinite(value) ? undefined : value;
}
