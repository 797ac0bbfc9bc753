import type { Source } from "./source.ts";

/** A stretch of a source: offsets in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Where a span begins, as people count: first line and first column are 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export function span(source: Source, start: number, end: number): Span {
  return { source, start, end };
}

/** The smallest span that holds both. */
export function spanOver(first: Span, last: Span): Span {
  return { source: first.source, start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

export function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

export function placeOf({ source, start, end }: Span): Place {
  const line = lineAt(source, start);
  const column = start - source.lineStarts[line]! + 1;
  return { file: source.file, line: line + 1, column, length: Math.max(1, end - start) };
}

/** The line that holds an offset, counted from 0. */
export function lineAt({ lineStarts }: Source, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
