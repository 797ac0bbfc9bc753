import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { type Span, spanOver } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { NumberedNames } from "../syntax/numbered-names.ts";
import type { DimensionSyntax, ElementSyntax, NameSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { readExpression } from "./expression.ts";
import type { TokenCursor } from "./token-cursor.ts";

// "(A1-A999999)" is a few characters of text; what they make is bounded for the whole file.
const MOST_RANGE_ELEMENTS = 1_000_000;

/** Reads subscript ranges: `DIM: a, b -> OTHER` and `DIM <-> OTHER`. One for a file, so that it can bound what they make. */
export class DimensionReader {
  readonly #cursor: TokenCursor;
  #rangeElements = 0;

  constructor(cursor: TokenCursor) {
    this.#cursor = cursor;
  }

  /** What follows `NAME :`. */
  readElements(name: NameSyntax, start: number): DimensionSyntax {
    const cursor = this.#cursor;
    const external = readExternal(cursor);
    const elements = external ? [] : this.#elements();
    const mappings = cursor.take("->") ? this.#mappings() : [];
    return { name: name.name, elements, mappings, aliasOf: undefined, external, span: cursor.spanSince(start) };
  }

  /** What follows `NAME <->`. */
  readAlias(name: NameSyntax, start: number): DimensionSyntax | undefined {
    const aliasOf = this.#cursor.name("the name of a subscript range");
    const rest = { elements: [], mappings: [], aliasOf, external: undefined };
    return aliasOf && { name: name.name, ...rest, span: this.#cursor.spanSince(start) };
  }

  #elements(): readonly ElementSyntax[] {
    const elements: ElementSyntax[] = [];
    do {
      const element = this.#cursor.take("(") ? this.#range() : this.#cursor.name("an element");
      if (element) elements.push(element);
    } while (this.#cursor.take(","));
    return elements;
  }

  /** `OTHER` or `(OTHER: a, b)`, several with commas between them. */
  #mappings(): DimensionSyntax["mappings"] {
    const mappings: { to: NameSyntax; elements: readonly ElementSyntax[] }[] = [];
    do {
      const listed = this.#cursor.take("(");
      const to = this.#cursor.name("the name of a subscript range");
      if (listed) this.#cursor.expect(":");
      const elements = listed ? this.#elements() : [];
      if (listed) this.#cursor.expect(")");
      if (to) mappings.push({ to, elements });
    } while (this.#cursor.take(","));
    return mappings;
  }

  /** What follows the parenthesis of `(A1-A9)`. */
  #range(): NumberedNames | undefined {
    const first = this.#cursor.name("the first element of a range");
    this.#cursor.expect("-");
    const last = this.#cursor.name("the last element of a range");
    this.#cursor.expect(")");
    if (first === undefined || last === undefined) return undefined;
    const names = namesBetween(first, last, MOST_RANGE_ELEMENTS - this.#rangeElements);
    if (typeof names !== "string") {
      this.#rangeElements += names.count;
      return names;
    }
    this.#cursor.fault(rangeFault(names, first.name, last.name, spanOver(first.span, last.span)));
    return undefined;
  }
}

/** `GET DIRECT SUBSCRIPT('file', …)` and its kin in place of elements. */
function readExternal(cursor: TokenCursor): SyntaxExpr | undefined {
  const token = cursor.peek();
  if (token.kind !== "name" || !/^get .*subscript$/.test(nameKey(token.name))) return undefined;
  return readExpression(cursor);
}

type RangeFault = "element-range" | "element-range-size";

function rangeFault(code: RangeFault, first: string, last: string, span: Span): Diagnostic {
  if (code === "element-range") return report(code, span, { first, last });
  return report(code, span, { limit: MOST_RANGE_ELEMENTS });
}

/** A1, A2, … A9; a first number written with leading zeros keeps its width. */
function namesBetween(first: NameSyntax, last: NameSyntax, room: number): NumberedNames | RangeFault {
  const [stem, digits] = numbered(first.name);
  const [lastStem, lastDigits] = numbered(last.name);
  const count = Number(lastDigits) - Number(digits) + 1;
  if (digits === "" || lastDigits === "" || nameKey(stem) !== nameKey(lastStem) || !(count > 1)) return "element-range";
  if (count > room) return "element-range-size";
  const width = digits.startsWith("0") ? digits.length : 0;
  return { stem, first: Number(digits), count, width, span: spanOver(first.span, last.span) };
}

function numbered(name: string): [stem: string, digits: string] {
  let at = name.length;
  while (at > 0 && name[at - 1]! >= "0" && name[at - 1]! <= "9") at--;
  return [name.slice(0, at), name.slice(at)];
}
