import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { NameSyntax } from "../syntax/syntax-tree.ts";
import { unescapeName } from "./equation-token.ts";
import { type SourcedText, trimmed } from "./sourced-text.ts";
import type { WrittenName } from "./written-name.ts";
import type { XmlElement } from "./xml-element.ts";

/** The name in an attribute of an element; undefined, and reported, where it is missing or empty. */
export function attributeName(element: XmlElement, attribute: string, found: Diagnostic[]): NameSyntax | undefined {
  const text = element.attributes.get(attribute);
  const name = text && nameIn(text);
  if (name !== undefined && name.name !== "") return name;
  found.push(report("missing-attribute", element.tag, { element: element.name, attribute }));
  return undefined;
}

/** A name that stands alone, in an attribute or an element: with or without quotes, escapes undone. */
export function nameIn(text: SourcedText): NameSyntax {
  const { text: written, span } = trimmed(text);
  return { name: plainName(written), span };
}

/** A name that stands alone and may be qualified: `module.name`, or `.name` for one of the whole model. */
export function qualifiedNameIn(text: SourcedText): WrittenName {
  const { text: written, span } = trimmed(text);
  const parts = written.match(/"(?:[^"\\]|\\.)*"|[^."]+|^(?=\.)/gsu) ?? [];
  return { parts: parts.map(plainName), span };
}

function plainName(written: string): string {
  const name = written.trim();
  const isQuoted = name.length > 1 && name.startsWith('"') && name.endsWith('"');
  return unescapeName(isQuoted ? name.slice(1, -1) : name, () => undefined);
}

/** `true`, or an element or attribute that is there and says nothing; `false` only where it says so. */
export function isTrue(text: SourcedText): boolean {
  return text.text.trim().toLowerCase() !== "false";
}
