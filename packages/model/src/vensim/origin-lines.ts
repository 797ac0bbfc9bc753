import { drawingMark } from "../diagram/drawing-origin.ts";
import type { DrawingSyntax, DrawingText, FlowEnds, JoinsSyntax } from "../syntax/syntax-tree.ts";

/*
 * The view that a sketch was made from stands at the end of the file, behind the settings, where Vensim says that all is ignored, and open
 * readers pass over what does not begin with the number of a setting. How Vensim itself takes such lines is not checked.
 *
 *     {sequitur:drawing of="mark of the sketch"
 *     =["a stock"]
 *     =["a flow", "from where", "to where"]
 *     :the text of the view, line by line
 *     }
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
  const end = lines.findIndex((line) => !/^[:=]/.test(line));
  const own = lines.slice(0, end === -1 ? undefined : end);
  const marked = (sign: string) => own.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
  return { mark, origin: { format: "xmile-view", text: marked(":").join("\n"), joins: joinsIn(marked("=")) } };
}

function joinsIn(lines: readonly string[]): JoinsSyntax {
  const stocks = new Set<string>();
  const flows = new Map<string, FlowEnds>();
  for (const line of lines) {
    const [name, ...ends] = namesIn(line);
    if (name === undefined) continue;
    if (ends.length === 0) stocks.add(name);
    else flows.set(name, { from: ends[0] || undefined, to: ends[1] || undefined });
  }
  return { stocks, flows };
}

/** None where the line is not a list of texts. */
function namesIn(line: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : [];
  } catch {
    return [];
  }
}

export function originLines({ text, origin }: DrawingSyntax): string {
  if (origin === undefined) return "";
  const { stocks, flows } = origin.joins ?? { stocks: [], flows: new Map<string, FlowEnds>() };
  const joins = [
    ...[...stocks].map((stock) => [stock]),
    ...[...flows].map(([flow, { from, to }]) => [flow, from ?? "", to ?? ""]),
  ];
  const lines = [
    ...joins.map((join) => `=${JSON.stringify(join)}`),
    ...origin.text.split(/\r\n|\r|\n/).map((line) => `:${line}`),
  ];
  return `{sequitur:drawing of="${drawingMark(text)}"\n${lines.join("\n")}\n}\n`;
}
