import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { LookupSyntax } from "../syntax/syntax-tree.ts";
import { isTrue } from "./element-name.ts";
import { readNumber, readNumbers } from "./number-text.ts";
import { spanOfText } from "./sourced-text.ts";
import { childNamed, type XmlElement } from "./xml-element.ts";

type Shape = Pick<LookupSyntax, "between" | "outside">;

/** XMILE 1.0, 3.1.4, the table of types. */
const shapes: ReadonlyMap<string, Shape> = new Map([
  ["continuous", { between: "linear", outside: "held" }],
  ["extrapolate", { between: "linear", outside: "extrapolated" }],
  ["discrete", { between: "step", outside: "held" }],
]);
const continuous: Shape = { between: "linear", outside: "held" };
const discrete: Shape = { between: "step", outside: "held" };

/** Whether a `<gf>` holds a graph, and does not only name one that stands elsewhere. */
export function hasPoints(graph: XmlElement): boolean {
  return graph.children.some(({ name }) => name === "ypts" || name === "xpts" || name === "xscale");
}

/** Reads a `<gf>` (XMILE 1.0, 4.1.3). @param name whose graph it is */
export function readGraph(graph: XmlElement, name: string, found: Diagnostic[]): LookupSyntax {
  const ys = pointsIn(graph, "ypts", found);
  if (ys === undefined) found.push(report("graph-without-points", graph.tag, { name }));
  const xs = ys === undefined ? [] : xsOf(graph, name, ys.length, found);
  const points = xs.map((x, index) => ({ x, y: ys?.[index] ?? Number.NaN }));
  return { points, ...shapeOf(graph, found), span: graph.whole };
}

function pointsIn(graph: XmlElement, name: "xpts" | "ypts", found: Diagnostic[]): readonly number[] | undefined {
  const element = childNamed(graph, name);
  if (element === undefined) return undefined;
  return readNumbers(element.text, element.attributes.get("sep")?.text || ",", `value in <${name}>`, found);
}

/** Programs write the scale beside the x-values too; what counts then is the values. */
function xsOf(graph: XmlElement, name: string, count: number, found: Diagnostic[]): readonly number[] {
  const xs = pointsIn(graph, "xpts", found);
  if (xs === undefined || xs.length === 0) return scaleOf(graph, name, count, found);
  const span = spanOfText(childNamed(graph, "xpts")!.text);
  if (xs.length !== count) found.push(report("graph-points-differ", span, { name, xs: xs.length, ys: count }));
  const fall = xs.findIndex((x, index) => index > 0 && x < xs[index - 1]!);
  if (fall > 0) found.push(report("graph-points-descend", span, { name, before: xs[fall - 1]!, after: xs[fall]! }));
  return xs.slice(0, count);
}

/** Evenly spaced over the scale, both of its ends included. */
function scaleOf(graph: XmlElement, name: string, count: number, found: Diagnostic[]): readonly number[] {
  const scale = childNamed(graph, "xscale");
  const [low, high] = [scale?.attributes.get("min"), scale?.attributes.get("max")];
  if (low === undefined || high === undefined) {
    found.push(report("graph-without-scale", graph.tag, { name }));
    return [];
  }
  const min = readNumber(low, "min of an <xscale>", found) ?? 0;
  const max = readNumber(high, "max of an <xscale>", found) ?? 0;
  if (max < min) found.push(report("graph-points-descend", spanOfText(high), { name, before: min, after: max }));
  const last = count - 1;
  return Array.from({ length: count }, (_, i) => (i > 0 && i === last ? max : min + ((max - min) * i) / (last || 1)));
}

/** Stella before XMILE was a standard wrote `discrete="true"`. */
function shapeOf(graph: XmlElement, found: Diagnostic[]): Shape {
  const legacy = graph.attributes.get("discrete");
  const type = graph.attributes.get("type");
  if (type === undefined) return legacy !== undefined && isTrue(legacy) ? discrete : continuous;
  const shape = shapes.get(type.text.trim().toLowerCase());
  if (shape !== undefined) return shape;
  const facts = { what: "type of graph", value: type.text.trim(), options: [...shapes.keys()] };
  found.push(report("unknown-option", spanOfText(type), facts));
  return continuous;
}
