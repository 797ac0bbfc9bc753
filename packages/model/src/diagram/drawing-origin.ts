import type { DrawingSyntax, DrawingText } from "../syntax/syntax-tree.ts";
import { textHash } from "../syntax/text-hash.ts";

/*
 * A sketch and a view each say things that the other cannot: sizes, fonts, sliders and where a name stands; parts of a pixel, and a view
 * without a name. So a drawing that is carried into the other language keeps the one that it was made from beside it, where foreign
 * readers pass over it, with a mark of how it was drawn itself. Whoever draws it otherwise since has the last word: the mark no longer
 * fits, and the origin is not read.
 */

/** A drawing's mark: what it says without its spaces and line ends, which a program may set otherwise. */
export function drawingMark(text: string): string {
  return textHash(text.replace(/\s+/gu, "")).toString(16);
}

/** A drawing with what its file says that it was made from. */
export function withOrigin(drawing: DrawingSyntax, origin: DrawingText, mark: string | undefined): DrawingSyntax {
  return mark === drawingMark(drawing.text) ? { ...drawing, origin } : drawing;
}
