import { drawingMark, withOrigin } from "../diagram/drawing-origin.ts";
import type { DrawingSyntax } from "../syntax/syntax-tree.ts";
import { originTag } from "./own-marks.ts";
import { childNamed, type XmlElement } from "./xml-element.ts";
import { element } from "./xml-text.ts";

/** The `<views>` of a model, and the sketch that they were made from, which stands in them in a name space of ours. */
export function drawingOf(model: XmlElement | undefined): DrawingSyntax | undefined {
  const views = model && childNamed(model, "views");
  if (views === undefined) return undefined;
  const { source, start, end } = views.whole;
  const origin = childNamed(views, originTag);
  const text = (from: number, to: number): string => source.text.slice(from, to);
  if (origin === undefined) return { format: "xmile-view", text: text(start, end), span: views.whole };
  const own = `${text(start, origin.whole.start).trimEnd()}\n${text(origin.whole.end, end).trimStart()}`;
  const drawing: DrawingSyntax = { format: "xmile-view", text: own, span: views.whole };
  return withOrigin(
    drawing,
    { format: "vensim-sketch", text: origin.text.text },
    origin.attributes.get("of")?.text.trim(),
  );
}

/** The views as they are written: with their origin at the end. */
export function viewsText({ text, origin }: DrawingSyntax): string {
  if (origin === undefined) return text;
  const own = element(originTag, { of: drawingMark(text) }, origin.text);
  return text.replace(/<\/(?:\w+:)?views\s*>\s*$/u, (end) => `${own}\n${end}`);
}
