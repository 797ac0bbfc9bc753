import { report } from "../source/diagnostics.ts";
import type { UnitsSyntax } from "../syntax/syntax-tree.ts";
import type { Field, Scanner } from "./scanner.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** What stands behind an equation: `~ units [low, high, step] ~ comment ~ :SUPPLEMENTARY |`. */
export interface Fields {
  readonly units: UnitsSyntax | undefined;
  readonly comment: string;
  readonly supplementary: boolean;
}

/**
 * Reads the fields of the equation that the cursor has finished with, to the "|" that ends it. Vensim lets every field be
 * left out (vensim.com/documentation/22025.html).
 */
export function readFields(scanner: Scanner, cursor: TokenCursor): Fields {
  let stop = scanner.field().stop;
  const units = stop === "~" ? scanner.field() : undefined;
  stop = units?.stop ?? stop;
  const comment = stop === "~" ? scanner.field() : undefined;
  stop = comment?.stop ?? stop;
  let supplementary = false;
  while (stop === "~") {
    const extra = scanner.field();
    stop = extra.stop;
    supplementary ||= isSupplementary(extra, cursor);
  }
  if (stop === "") reportMissingBar(scanner, cursor);
  return { units: units && unitsOf(units, cursor), comment: tidy(comment?.text ?? ""), supplementary };
}

/** Reads what follows the stars of a group's head: `~` comment `|`. */
export function readGroupComment(scanner: Scanner, cursor: TokenCursor): string {
  const texts: string[] = [];
  for (let { stop } = scanner.field(); stop === "~"; ) {
    const field = scanner.field();
    texts.push(tidy(field.text));
    stop = field.stop;
    if (stop === "") reportMissingBar(scanner, cursor);
  }
  return texts.join("\n").trim();
}

function reportMissingBar(scanner: Scanner, cursor: TokenCursor): void {
  const end = scanner.position;
  cursor.found.push(report("missing-bar", cursor.spanOf({ start: end, end }), {}));
}

/** Other flags begin with a colon, too, and concern only Vensim's own pages. */
function isSupplementary(field: Field, cursor: TokenCursor): boolean {
  const text = field.text.trim();
  if (text !== "" && !text.startsWith(":")) {
    const { start, end } = trimmed(field);
    cursor.found.push(report("extra-field", cursor.spanOf({ start, end }), { text: firstWords(text) }));
  }
  return /^:SUP/i.test(text);
}

function firstWords(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0]!.trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** Line ends are kept as "\n"; indents, and spaces at the ends of lines, go. */
function tidy(comment: string): string {
  const lines = comment.split(/\r\n|\r|\n/).map((line) => line.trim());
  return lines.join("\n").trim();
}

function unitsOf(field: Field, cursor: TokenCursor): UnitsSyntax | undefined {
  const { text, start, end } = trimmed(field);
  if (text === "") return undefined;
  const bracket = text.indexOf("[");
  const units = bracket < 0 ? text : text.slice(0, bracket).trim();
  const limits = bracket < 0 ? [] : limitsOf(text.slice(bracket));
  const span = cursor.spanOf({ start, end });
  if (limits === undefined) {
    const at = cursor.spanOf({ start: start + bracket, end });
    cursor.found.push(report("units-range", at, { text: firstWords(text.slice(bracket)) }));
  }
  // Some stand on several lines.
  return { text: units.replace(/\s+/g, " "), span, low: limits?.[0], high: limits?.[1], step: limits?.[2] };
}

/** What stands for "no limit": "?" in Vensim, an infinity or NaN in files that PySD wrote. */
const OPEN = /^(?:\?|[+-]?inf|nan)?$/i;

/** The numbers of `[0, ?, 1]`, undefined where open; undefined as a whole where this is no range. */
function limitsOf(written: string): readonly (number | undefined)[] | undefined {
  if (!written.endsWith("]")) return undefined;
  const parts = written.slice(1, -1).split(",", 4);
  if (parts.length < 2 || parts.length > 3) return undefined;
  const limits = parts.map((part) => (OPEN.test(part.trim()) ? undefined : Number(part)));
  return limits.every((each) => each === undefined || Number.isFinite(each)) ? limits : undefined;
}

function trimmed({ text, start }: Field): { text: string; start: number; end: number } {
  const inside = text.trim();
  const first = start + (inside === "" ? 0 : text.indexOf(inside));
  return { text: inside, start: first, end: first + inside.length };
}
