import type { Source } from "../source/source.ts";
import { type Span, span } from "../source/span.ts";
import type { Stretch } from "./section.ts";

/**
 * The equations of a file with continued lines joined: a backslash at the end of a line goes, with the line end and the
 * indent after it, even inside a name. `offsets[i]` is where `text[i]` stands in the source; one more than `text` has.
 */
export interface JoinedText {
  readonly source: Source;
  readonly text: string;
  readonly offsets: Uint32Array;
}

const CONTINUATION = /\\[ \t]*(?:\r\n|\r|\n)[ \t]*/g;

export function joinLines(source: Source, { start, end }: Stretch): JoinedText {
  const raw = source.text.slice(start, end);
  const offsets = new Uint32Array(raw.length + 1);
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number): void => {
    for (let at = from; at < to; at++) offsets[length++] = start + at;
    parts.push(raw.slice(from, to));
  };
  for (const match of raw.matchAll(CONTINUATION)) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(raw.length);
  offsets[length] = end;
  return { source, text: parts.join(""), offsets: offsets.subarray(0, length + 1) };
}

/** The span in the source of a stretch of the joined text. */
export function spanIn({ source, offsets }: JoinedText, start: number, end: number): Span {
  const first = offsets[start]!;
  return span(source, first, end > start ? offsets[end - 1]! + 1 : first);
}
