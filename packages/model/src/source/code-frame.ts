import { type Diagnostic, type DiagnosticTable, explain } from "./diagnostic.ts";
import { lineText } from "./source.ts";
import { lineAt, placeOf, type Span } from "./span.ts";

// Wide enough for most lines; a longer one is cut around the place, so that a terminal does not fold it.
const WIDEST_LINE = 100;
const MOST_LINES = 3;
const MOST_PLACES = 10;
const TAB_STOP = 4;

/**
 * A diagnostic as plain text: place, severity and code; the source with "~" under each place; what is wrong; how to mend it.
 * Lines are separated by "\n", with none at the end.
 */
export function codeFrame(diagnostic: Diagnostic, table: DiagnosticTable): string {
  const { span, severity, code, also = [] } = diagnostic;
  const { file, line, column } = placeOf(span);
  const { says, mend } = explain(diagnostic, table);
  const places = [span, ...also.slice(0, MOST_PLACES - 1)];
  const lines = [`${file}:${line}:${column}  ${severity}  ${code}`, ...framesOf(places), says, mend];
  return lines.map(withoutControls).join("\n");
}

/** The places one below the other, their line numbers as wide as the widest. */
function framesOf(places: readonly Span[]): readonly string[] {
  const gutter = Math.max(...places.map((place) => String(lastShown(place) + 1).length)) + 3;
  return places.flatMap((place) => frameOf(place, gutter));
}

function lastShown({ source, start, end }: Span): number {
  return Math.min(lineAt(source, Math.max(start, end - 1)), lineAt(source, start) + MOST_LINES - 1);
}

/** The lines that a span touches, the first few, each with its marks under it. */
function frameOf(span: Span, gutter: number): readonly string[] {
  const { source, start, end } = span;
  const first = lineAt(source, start);
  const last = lineAt(source, Math.max(start, end - 1));
  const shown = lastShown(span);
  const lines: string[] = [];
  for (let line = first; line <= shown; line++) {
    const { text, marks } = markedLine(lineText(source, line), source.lineStarts[line]!, span);
    lines.push(`${String(line + 1).padStart(gutter)} │ ${text}`.trimEnd(), `${" ".repeat(gutter)} │ ${marks}`);
  }
  if (shown < last) lines.push(`${" ".repeat(gutter)} ⋮`);
  return lines;
}

/** One line with tabs spread out and cut to width, and the marks under the part of it that the span covers. */
function markedLine(line: string, lineStart: number, { start, end }: Span): { text: string; marks: string } {
  const { cells, columns } = spread(line);
  const indent = line.length - line.trimStart().length;
  const from = start >= lineStart ? Math.min(start - lineStart, line.length) : indent;
  const to = Math.min(end - lineStart, line.length);
  const first = columns[from]!;
  const width = Math.max(1, columns[Math.max(from, to)]! - first);
  const left = cells.length <= WIDEST_LINE ? 0 : cutBefore(cells.length, first, width);
  const right = left + WIDEST_LINE;
  const text = cells.slice(left, right).join("");
  const marked = Math.max(1, Math.min(width, right - first));
  return {
    text: (left > 0 ? "…" : "") + text + (right < cells.length ? "…" : ""),
    marks: " ".repeat(first - left + (left > 0 ? 1 : 0)) + "~".repeat(marked),
  };
}

/** Where to cut a long line so that the place is seen, with some of what stands before it. */
function cutBefore(length: number, first: number, width: number): number {
  const margin = Math.max(10, (WIDEST_LINE - width) >> 1);
  return Math.max(0, Math.min(first - margin, length - WIDEST_LINE));
}

/** The characters that a terminal shows, and for each UTF-16 unit of the line (and its end) the column where it is shown. */
function spread(line: string): { cells: readonly string[]; columns: readonly number[] } {
  const cells: string[] = [];
  const columns: number[] = [];
  for (const character of line) {
    for (let unit = 0; unit < character.length; unit++) columns.push(cells.length);
    if (character !== "\t") cells.push(character);
    else
      do cells.push(" ");
      while (cells.length % TAB_STOP !== 0);
  }
  columns.push(cells.length);
  return { cells, columns };
}

/** A file must not be able to steer the terminal that shows it. */
function withoutControls(line: string): string {
  return line.replace(/\p{Cc}/gu, "·");
}
