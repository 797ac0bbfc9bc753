import { nameKey } from "../syntax/name-key.ts";
import type { Dialect, DrawingSyntax, SyntaxTree } from "../syntax/syntax-tree.ts";
import { isWellFormed } from "../xmile/xml-element.ts";
import type { Diagram, DiagramNode } from "./diagram.ts";
import { laidOut } from "./layout.ts";
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
  const { drawing } = tree;
  const isSound = drawing !== undefined && canBeKept(drawing);
  if (isSound && drawing.format === format) return drawing;
  const own = drawing === undefined || tree.modules.length > 0 ? [] : diagramsOf(drawing, structure);
  const diagrams = own.length > 0 ? own.map((each) => withKinds(each, structure)) : laidOut(structure);
  if (diagrams.length === 0) return undefined;
  const text = format === "vensim-sketch" ? sketchText(diagrams) : viewText(diagrams);
  return { format, text, span: drawing?.span ?? tree.variables[0]!.nameSpan };
}

/** A drawing with nothing in it is laid out anew, and so is one that its file broke off. */
function canBeKept({ format, text }: DrawingSyntax): boolean {
  return format === "vensim-sketch" ? readVensimSketch(text).length > 0 : isWellFormed(text);
}

/** The drawing that a tree holds, in either form. */
export function diagramsOf(drawing: DrawingSyntax, structure: Structure): readonly Diagram[] {
  return drawing.format === "vensim-sketch" ? readVensimSketch(drawing.text) : readXmileView(drawing, structure.flows);
}

/** The views that a tree's own drawing shows, what is a stock or a flow as the model has it; none where it holds no drawing that fits. */
export function drawnDiagrams({ drawing, modules }: SyntaxTree, structure: Structure): readonly Diagram[] {
  if (drawing === undefined || modules.length > 0 || !canBeKept(drawing)) return [];
  return diagramsOf(drawing, structure).map((each) => withKinds(each, structure));
}

function withKinds({ nodes, ...rest }: Diagram, { names, stocks, flows }: Structure): Diagram {
  const kindOf = ({ kind, name }: DiagramNode): DiagramNode["kind"] => {
    const key = nameKey(name);
    if (kind === "note" || kind === "cloud" || !names.has(key)) return kind;
    return stocks.has(key) ? "stock" : flows.has(key) ? "flow" : "variable";
  };
  return { ...rest, nodes: nodes.map((node) => ({ ...node, kind: kindOf(node) })) };
}
