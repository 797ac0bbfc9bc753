import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { type Source, source } from "../source/source.ts";
import type { Span } from "../source/span.ts";
import type { SourcedText } from "./sourced-text.ts";
import { XmlReading } from "./xml-reading.ts";

/** An element with everything in it, each part with the place where it stands. */
export interface XmlElement {
  /** The local name where the element is XMILE's, else with a prefix that says whose it is: `isee:prefs`. */
  readonly name: string;
  /** By name, with the prefix as written. */
  readonly attributes: ReadonlyMap<string, SourcedText>;
  readonly children: readonly XmlElement[];
  /** All character data directly inside it, joined. */
  readonly text: SourcedText;
  /** The opening tag. */
  readonly tag: Span;
  /** From the opening tag to the end of the closing one. */
  readonly whole: Span;
  /** Its closing tag is missing: an element around it was closed first. */
  readonly unclosed: boolean;
}

/** Reads XML. The value is the root element, as far as it could be read; undefined where there is none. */
export function readXml(source: Source): Outcome<XmlElement | undefined> {
  const found: Diagnostic[] = [];
  return { value: new XmlReading(source, found).root(), diagnostics: found };
}

/** Whether a text can stand in a file as it is: one that came from a file with faults need not be whole. */
export function isWellFormed(text: string): boolean {
  return readXml(source("part.xml", text)).diagnostics.length === 0;
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}
