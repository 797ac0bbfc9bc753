import type { Span } from "../source/span.ts";
import { nameKey } from "./name-key.ts";
import type { ElementSyntax, NameSyntax } from "./syntax-tree.ts";

/**
 * Names that end in numbers, one after the other: `(A1-A9)` in a range, or the elements 1, 2, 3 … of a dimension that has a size. A few
 * characters of text stand for as many names as one likes, so they are spelled out only where someone asks for them.
 */
export interface NumberedNames {
  readonly stem: string;
  readonly first: number;
  readonly count: number;
  /** Digits that each number has at least, filled up with zeros. */
  readonly width: number;
  readonly span: Span;
}

export function nameAt({ stem, first, width }: NumberedNames, place: number): string {
  return stem + String(first + place).padStart(width, "0");
}

export function allNames(names: NumberedNames): readonly string[] {
  return Array.from({ length: names.count }, (_, place) => nameAt(names, place));
}

/** Where among the names one stands, by its key; undefined where it is none of them. */
export function placeOf(names: NumberedNames, key: string): number | undefined {
  const place = Number(/[0-9]+$/.exec(key)?.[0]) - names.first;
  const isThere = place >= 0 && place < names.count && nameKey(nameAt(names, place)) === key;
  return isThere ? place : undefined;
}

/** The elements of a dimension, each by its own name. */
export function elementNames(elements: readonly ElementSyntax[]): readonly NameSyntax[] {
  return elements.flatMap((element) =>
    "stem" in element ? allNames(element).map((name) => ({ name, span: element.span })) : element,
  );
}
