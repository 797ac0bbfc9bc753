import type { Source } from "../source/source.ts";
import { type Span, span } from "../source/span.ts";

/**
 * Text as XML means it (entities and character references undone, CDATA unwrapped, line ends as `\n`), which still knows
 * where each of its characters stands in the source.
 */
export interface SourcedText {
  readonly source: Source;
  readonly text: string;
  /** In order; together they cover `text` without a gap. */
  readonly runs: readonly TextRun[];
  /** Where the text begins in the source, for a text without characters. */
  readonly start: number;
}

/** A stretch that is the same in text and source, or (where `length` differs from `sourceLength`) one escaped character. */
export interface TextRun {
  readonly at: number;
  readonly length: number;
  readonly sourceStart: number;
  readonly sourceLength: number;
}

/** Reads `source.text` from `start` to `end` as character data, or as it stands if it was wrapped in CDATA. */
export function characterData(source: Source, start: number, end: number, escaped: boolean): SourcedText {
  const raw = source.text.slice(start, end);
  const runs: TextRun[] = [];
  let text = "";
  let from = 0;
  const keep = (to: number) => {
    if (to > from)
      runs.push({ at: text.length, length: to - from, sourceStart: start + from, sourceLength: to - from });
    text += raw.slice(from, to);
  };
  for (const { 0: token, index } of raw.matchAll(escaped ? /\r\n?|&[^;&<]*;/gu : /\r\n?/gu)) {
    const character = characterFor(token);
    if (character === undefined) continue;
    keep(index);
    runs.push({
      at: text.length,
      length: character.length,
      sourceStart: start + index,
      sourceLength: token.length,
    });
    text += character;
    from = index + token.length;
  }
  keep(raw.length);
  return { source, text, runs, start };
}

const entities = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
  ["&quot;", '"'],
  ["&apos;", "'"],
]);

/** An entity that XML does not define stays as written; the XML parser has reported it. */
function characterFor(token: string): string | undefined {
  if (token.startsWith("\r")) return "\n";
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/iu.exec(token) ?? [];
  if (hexadecimal === undefined && decimal === undefined) return entities.get(token);
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

export function joinTexts(parts: readonly SourcedText[], source: Source, start: number): SourcedText {
  let text = "";
  const runs: TextRun[] = [];
  for (const part of parts) {
    for (const run of part.runs) runs.push({ ...run, at: run.at + text.length });
    text += part.text;
  }
  return { source, text, runs, start: parts[0]?.start ?? start };
}

/** The characters `from` to `to` (exclusive), each where it stands. */
export function sliceText(text: SourcedText, from: number, to: number): SourcedText {
  const runs = text.runs.flatMap((run) => {
    const [start, end] = [Math.max(run.at, from), Math.min(run.at + run.length, to)];
    if (start >= end) return [];
    const isEscape = run.length !== run.sourceLength;
    const sourceStart = run.sourceStart + (isEscape ? 0 : start - run.at);
    return [
      { at: start - from, length: end - start, sourceStart, sourceLength: isEscape ? run.sourceLength : end - start },
    ];
  });
  return { ...text, text: text.text.slice(from, to), runs, start: spanIn(text, from, from).start };
}

/** Where the characters `from` to `to` (exclusive) of the text stand. */
export function spanIn(text: SourcedText, from: number, to: number): Span {
  const start = offsetOf(text, from);
  const last = to > from ? runAt(text, to - 1) : undefined;
  if (last === undefined) return span(text.source, start, start);
  const isEscape = last.length !== last.sourceLength;
  return span(text.source, start, last.sourceStart + (isEscape ? last.sourceLength : to - last.at));
}

export function spanOfText(text: SourcedText): Span {
  return spanIn(text, 0, text.text.length);
}

/** The text without the white space around it. */
export function trimmed({ text, ...rest }: SourcedText): { readonly text: string; readonly span: Span } {
  const from = text.length - text.trimStart().length;
  const inner = text.trim();
  return { text: inner, span: spanIn({ text, ...rest }, from, from + inner.length) };
}

function offsetOf(text: SourcedText, at: number): number {
  const run = runAt(text, at);
  if (run === undefined) return endOf(text);
  return run.length === run.sourceLength ? run.sourceStart + at - run.at : run.sourceStart;
}

function endOf({ runs, start }: SourcedText): number {
  const last = runs.at(-1);
  return last === undefined ? start : last.sourceStart + last.sourceLength;
}

function runAt({ runs }: SourcedText, at: number): TextRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (run.at + run.length <= at) low = middle + 1;
    else high = middle;
  }
  return runs[low];
}
