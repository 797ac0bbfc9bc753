import { nameKey } from "../syntax/name-key.ts";
import type { Dialect, DrawingSyntax, DrawingText, FlowEnds, SyntaxTree } from "../syntax/syntax-tree.ts";
import { isWellFormed } from "../xmile/xml-element.ts";
import type { Diagram, DiagramNode } from "./diagram.ts";
import { groupsOf, laidOutByGroup } from "./group-layout.ts";
import { sketchText } from "./sketch-text.ts";
import type { Structure } from "./structure.ts";
import { readVensimSketch } from "./vensim-sketch.ts";
import { viewText } from "./view-text.ts";
import { readXmileView } from "./xmile-view.ts";

/**
 * The drawing of a model in the form of a language: its own where it has one of that form, the same drawn in the other, or one laid
 * out. What is a stock or a flow, the model decides. Modules are written flat in Vensim, where no drawing of theirs would fit, so such a model is laid out anew.
 */
export function drawingIn(dialect: Dialect, tree: SyntaxTree, structure: Structure): DrawingSyntax | undefined {
  const format = dialect === "vensim" ? "vensim-sketch" : "xmile-view";
  const own = soundDrawing(tree);
  if (own?.format === format) return own;
  if (own?.origin?.format === format && fits(own.origin, structure))
    return { format, text: own.origin.text, span: own.span };
  const carried = own === undefined || tree.modules.length > 0 ? [] : diagramsOf(own, structure);
  const diagrams = carried.length > 0 ? carried.map((each) => kindsOf(each, structure)) : layoutOf(tree, structure);
  if (diagrams.length === 0) return undefined;
  const text = format === "vensim-sketch" ? sketchText(diagrams) : viewText(diagrams);
  const drawing = { format, text, span: own?.span ?? tree.variables[0]!.nameSpan } as const;
  return own === undefined || carried.length === 0 ? drawing : { ...drawing, origin: originOf(own, structure) };
}

/** Modules have groups of their own, which say nothing of the whole. */
function layoutOf(tree: SyntaxTree, structure: Structure): readonly Diagram[] {
  return laidOutByGroup(structure, tree.modules.length > 0 ? [] : groupsOf(tree, structure));
}

/** The views that a tree's own drawing shows, what is a stock as the model has it; none where it holds no drawing that fits. */
export function drawnDiagrams(tree: SyntaxTree, structure: Structure): readonly Diagram[] {
  const own = soundDrawing(tree);
  if (own === undefined || tree.modules.length > 0) return [];
  const shown = own.origin ?? own;
  const known = { ...structure, ...shown.joins };
  return diagramsOf(shown, known).map((each) => stocksIn(each, known));
}

/** Whether what a view was drawn of is there again: a conveyor that has become arrays is no stock any more. */
function fits({ joins }: DrawingText, { stocks, flows }: Structure): boolean {
  if (joins === undefined) return true;
  const isThere = ([flow, { from, to }]: readonly [string, FlowEnds]) =>
    flows.get(flow)?.from === from && flows.get(flow)?.to === to;
  return [...joins.stocks].every((stock) => stocks.has(stock)) && [...joins.flows].every(isThere);
}

function originOf({ format, text }: DrawingText, { stocks, flows }: Structure): DrawingText {
  return format === "vensim-sketch" ? { format, text } : { format, text, joins: { stocks, flows } };
}

/** A drawing with nothing in it is laid out anew, and so is one that its file broke off. */
function soundDrawing({ drawing }: SyntaxTree): DrawingSyntax | undefined {
  if (drawing === undefined || !isSound(drawing)) return undefined;
  const { format, text, span, origin } = drawing;
  return origin === undefined || isSound(origin) ? drawing : { format, text, span };
}

function isSound({ format, text }: DrawingText): boolean {
  return format === "vensim-sketch" ? readVensimSketch(text).length > 0 : isWellFormed(text);
}

function diagramsOf(drawing: DrawingText, { flows }: Structure): readonly Diagram[] {
  return drawing.format === "vensim-sketch" ? readVensimSketch(drawing.text) : readXmileView(drawing, flows);
}

/** As the other language needs it: what the model has as a stock or a flow is drawn as one, and nothing else is. */
function kindsOf(diagram: Diagram, { names, stocks, flows }: Structure): Diagram {
  return withKinds(diagram, names, (key) => (stocks.has(key) ? "stock" : flows.has(key) ? "flow" : "variable"));
}

/** As a reader sees it: a box says that it is a stock, so that must be true; a valve stands where the modeller put one. */
function stocksIn(diagram: Diagram, { names, stocks }: Structure): Diagram {
  return withKinds(diagram, names, (key, drawn) =>
    stocks.has(key) ? "stock" : drawn === "stock" ? "variable" : drawn,
  );
}

type Kind = DiagramNode["kind"];

function withKinds(
  { nodes, ...rest }: Diagram,
  names: Structure["names"],
  kindOf: (key: string, drawn: Kind) => Kind,
): Diagram {
  const kind = (node: DiagramNode): Kind => {
    const key = nameKey(node.name);
    return node.kind === "note" || node.kind === "cloud" || !names.has(key) ? node.kind : kindOf(key, node.kind);
  };
  return { ...rest, nodes: nodes.map((node) => ({ ...node, kind: kind(node) })) };
}
