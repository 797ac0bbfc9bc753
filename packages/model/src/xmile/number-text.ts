import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { type SourcedText, sliceText, trimmed } from "./sourced-text.ts";

/** XMILE 1.0, 3.2.1, with a sign before it. */
const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/u;

export function readNumber(text: SourcedText, what: string, found: Diagnostic[]): number | undefined {
  const { text: written, span } = trimmed(text);
  if (numeral.test(written) && Number.isFinite(Number(written))) return Number(written);
  found.push(report("not-a-number", span, { what, text: written }));
  return undefined;
}

/** Numbers with something between them: a comma unless the file says otherwise (4.1.3). A last separator may be left over. */
export function readNumbers(
  text: SourcedText,
  separator: string,
  what: string,
  found: Diagnostic[],
): readonly number[] {
  const isSpace = separator.trim() === "";
  const numbers: number[] = [];
  let at = 0;
  for (const written of text.text.split(isSpace ? /\s+/u : separator)) {
    const start = isSpace ? text.text.indexOf(written, at) : at;
    const end = start + written.length;
    const isLeftOver = written.trim() === "" && (isSpace || end >= text.text.trimEnd().length);
    if (!isLeftOver) numbers.push(readNumber(sliceText(text, start, end), what, found) ?? Number.NaN);
    at = isSpace ? end : end + separator.length;
  }
  return numbers;
}
