import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Source } from "../source/source.ts";
import { span } from "../source/span.ts";
import type { DataPoint, NamedSeries } from "./data-set.ts";
import { numberIn } from "./number-cell.ts";

/**
 * Vensim's .dat layout: a variable's name on a line, then a time and a value on each of the next. What follows the two numbers, or a
 * slash after the name, is a comment; the name of a time base stands in angle brackets. Source: vensim.com/documentation/datformat.html.
 */
export function readDatFile({ text, ...rest }: Source, found: Diagnostic[]): readonly NamedSeries[] {
  const source = { text, ...rest };
  const series: { readonly name: string; readonly points: DataPoint[] }[] = [];
  let nameless = false;
  for (const line of text.matchAll(/[^\r\n]+/gu)) {
    const written = line[0].replace(/^\ufeff/u, "");
    const at = span(source, line.index, line.index + line[0].length);
    const point = pointIn(written);
    if (point === undefined) {
      const name = nameIn(written);
      if (name !== "") series.push({ name, points: [] });
      if (/<[^>]*>/u.test(withoutComment(written))) found.push(report("data-time-base", at, { name }));
    } else if (series.length > 0) series.at(-1)!.points.push(point);
    else if (!nameless) {
      nameless = true;
      found.push(report("data-without-name", at, {}));
    }
  }
  return series;
}

function pointIn(line: string): DataPoint | undefined {
  const [, first, second] = /^\s*([^\s,]+)(?:\s*,\s*|\s+)([^\s,]+)/u.exec(line) ?? [];
  const [time, value] = [numberIn(first), numberIn(second)];
  if (typeof time !== "number" || second === undefined || value === "text") return undefined;
  return { time, value: value === "empty" ? undefined : value };
}

function withoutComment(line: string): string {
  return /^\s*(?:"(?:[^"\\]|\\.)*"|[^/"])*/u.exec(line)?.[0] ?? line;
}

function nameIn(line: string): string {
  return withoutComment(line)
    .replace(/<[^>]*>/u, "")
    .trim();
}
