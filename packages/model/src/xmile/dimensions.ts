import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { DimensionSyntax, NameSyntax } from "../syntax/syntax-tree.ts";
import { attributeName } from "./element-name.ts";
import { readNumber } from "./number-text.ts";
import { childrenNamed, type XmlElement } from "./xml-element.ts";

/** A dimension whose elements are all spelled out. */
export interface NamedDimensionSyntax extends DimensionSyntax {
  readonly elements: readonly NameSyntax[];
}

/** More elements than this in a file are a slip of the pen, and would use up the memory before anything could say so. */
const mostElements = 1_000_000;

/** Reads the file's `<dimensions>` (XMILE 1.0, 2.6), by key. Those by size have the elements `1`, `2`, … */
export function readDimensions(
  sections: readonly XmlElement[],
  found: Diagnostic[],
): ReadonlyMap<string, NamedDimensionSyntax> {
  const dimensions = new Map<string, NamedDimensionSyntax>();
  let left = mostElements;
  for (const element of sections.flatMap((section) => childrenNamed(section, "dim"))) {
    const name = attributeName(element, "name", found);
    if (name === undefined) continue;
    const common = { name: name.name, span: name.span, mappings: [], aliasOf: undefined, external: undefined };
    const elements = elementsOf(element, left, found);
    left -= elements.length;
    dimensions.set(nameKey(name.name), { ...common, elements });
  }
  return dimensions;
}

function elementsOf(dimension: XmlElement, most: number, found: Diagnostic[]): readonly NameSyntax[] {
  const named = childrenNamed(dimension, "elem");
  if (named.length > 0) return named.flatMap((element) => attributeName(element, "name", found) ?? []);
  const text = dimension.attributes.get("size");
  if (text === undefined) {
    found.push(report("missing-attribute", dimension.tag, { element: "dim", attribute: "size" }));
    return [];
  }
  const size = readNumber(text, "size of a dimension", found) ?? 0;
  if (Number.isInteger(size) && size > 0 && size <= most)
    return Array.from({ length: size }, (_, index) => ({ name: `${index + 1}`, span: dimension.tag }));
  found.push(report("dimension-size", dimension.tag, { size, most: mostElements }));
  return [];
}
