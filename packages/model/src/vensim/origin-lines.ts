import { drawingMark } from "../diagram/drawing-origin.ts";
import type { DrawingSyntax, DrawingText } from "../syntax/syntax-tree.ts";

/*
 * The view that a sketch was made from stands at the end of the file, behind the settings, where Vensim says that all is ignored, and open
 * readers pass over what does not begin with the number of a setting. How Vensim itself takes such lines is not checked.
 */
const opening = /^\{sequitur:drawing of="([0-9a-f]+)"[ \t]*\r?\n/m;

/** Where those lines begin; the end of the text where there are none. */
export function originStart(text: string, from: number): number {
  const at = text.slice(from).search(opening);
  return at < 0 ? text.length : from + at;
}

export function readOrigin(text: string): { readonly mark: string; readonly origin: DrawingText } | undefined {
  const [head, mark] = opening.exec(text) ?? [];
  if (head === undefined || mark === undefined) return undefined;
  const lines = text.slice(head.length).split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith(":"));
  const own = lines.slice(0, end === -1 ? undefined : end).map((line) => line.slice(1));
  return { mark, origin: { format: "xmile-view", text: own.join("\n") } };
}

export function originLines({ text, origin }: DrawingSyntax): string {
  if (origin === undefined) return "";
  const lines = origin.text.split(/\r\n|\r|\n/).map((line) => `:${line}\n`);
  return `{sequitur:drawing of="${drawingMark(text)}"\n${lines.join("")}}\n`;
}
