import type { Diagnostic } from "../source/diagnostic.ts";
import type { UnitsSyntax } from "../syntax/syntax-tree.ts";
import { readNumber } from "./number-text.ts";
import { stepMark } from "./own-marks.ts";
import { type SourcedText, trimmed } from "./sourced-text.ts";
import { childNamed, type XmlElement } from "./xml-element.ts";

/** The units, with the range that a slider may move in (XMILE 1.0, 4.1.1). */
export function unitsOf(variable: XmlElement, found: Diagnostic[]): UnitsSyntax | undefined {
  const [units, range] = [childNamed(variable, "units"), childNamed(variable, "range")];
  if (units === undefined && range === undefined) return undefined;
  const { text, span } = units === undefined ? { text: "", span: range!.tag } : trimmed(units.text);
  const number = (attribute: string, what: string) =>
    optionalNumber(range?.attributes.get(attribute), `${what} of the range`, found);
  return { text, span, low: number("min", "min"), high: number("max", "max"), step: number(stepMark, "step") };
}

function optionalNumber(text: SourcedText | undefined, what: string, found: Diagnostic[]): number | undefined {
  return text === undefined || text.text.trim() === "" ? undefined : readNumber(text, what, found);
}

/** Documentation, whose line breaks and tabs plain text writes as escapes (XMILE 1.0, 4.1). */
export function commentOf(variable: XmlElement): string {
  const written = childNamed(variable, "doc")?.text.text ?? "";
  return written.replace(/\\([nt\\])/gu, (_, character: string) => escapes[character] ?? character).trim();
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t" };
