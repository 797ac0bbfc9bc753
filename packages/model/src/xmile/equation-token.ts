import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { type SourcedText, spanIn } from "./sourced-text.ts";

/** What an equation is made of. White space and `{comments}` stand between tokens and are none. */
export type EquationToken =
  | { readonly kind: "number"; readonly value: number; readonly span: Span }
  /** Parts of a qualified name `module.name`, quotes and escapes undone; the first is empty for `.name`, the whole model's. */
  | { readonly kind: "name"; readonly parts: readonly string[]; readonly quoted: boolean; readonly span: Span }
  | { readonly kind: "keyword"; readonly word: Keyword; readonly span: Span }
  | { readonly kind: "sign"; readonly sign: Sign; readonly span: Span }
  | { readonly kind: "end"; readonly span: Span };

export type Keyword = "AND" | "OR" | "NOT" | "MOD" | "IF" | "THEN" | "ELSE";
const keywords: ReadonlySet<string> = new Set<Keyword>(["AND", "OR", "NOT", "MOD", "IF", "THEN", "ELSE"]);

export type Sign = (typeof signs)[number];
/** Longest first, so that `<=` is not read as `<`. */
const signs = [
  "<=",
  ">=",
  "<>",
  "<",
  ">",
  "=",
  "^",
  "+",
  "-",
  "*",
  "/",
  "(",
  ")",
  "[",
  "]",
  ",",
  ":",
  "@",
  "'",
] as const;

/** White space as XMILE 1.0, 3.2.2.2 has it (a no-break space is one), and comments (3.3.4). */
const betweenTokens = /(?:[ \t\r\n\u00a0]|\{[^}]*\})*/uy;
/** XMILE 1.0, 3.2.1. */
const number = /(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?/uy;
/**
 * XMILE 1.0, 3.2.2.1: letters, digits, `_`, `$` and everything beyond ASCII (but a dash or quotation mark from a word processor
 * begins no name); anything at all between quotes.
 */
const part = /(?![\u2010-\u201f\u2212])[A-Za-z_\u0080-\u{10ffff}][\w$\u0080-\u{10ffff}]*|"(?:[^"\\]|\\.)*"/suy;
/** A number after a dot names an element of a dimension by size: `N.3`. */
const laterPart = /[\w$\u0080-\u{10ffff}]+|"(?:[^"\\]|\\.)*"/suy;

const strange = /.[^\s\w()[\]{}"]*/suy;

/** Takes an equation apart. What is not part of the language is reported and left out. */
export function scanEquation(text: SourcedText, found: Diagnostic[]): readonly EquationToken[] {
  const tokens: EquationToken[] = [];
  let at = skip(text, 0);
  while (at < text.text.length) {
    const scanned =
      nameAt(text, at, found) ?? numberAt(text, at, found) ?? signAt(text, at) ?? strangeAt(text, at, found);
    if (scanned.token !== undefined) tokens.push(scanned.token);
    at = skip(text, scanned.end);
  }
  tokens.push({ kind: "end", span: spanIn(text, text.text.length, text.text.length) });
  return tokens;
}

interface Scanned {
  /** Undefined for what is none, which is passed over. */
  readonly token: EquationToken | undefined;
  readonly end: number;
}

function skip(text: SourcedText, at: number): number {
  return at + matchAt(betweenTokens, text.text, at).length;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

function characterAt({ text }: SourcedText, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function numberAt(text: SourcedText, at: number, found: Diagnostic[]): Scanned | undefined {
  const written = matchAt(number, text.text, at);
  if (written === "") return undefined;
  const [value, end] = [Number(written), at + written.length];
  const span = spanIn(text, at, end);
  if (!Number.isFinite(value)) found.push(report("number-too-large", span, { text: written }));
  return { token: { kind: "number", value, span }, end };
}

function signAt(text: SourcedText, at: number): Scanned | undefined {
  const sign = signs.find((candidate) => text.text.startsWith(candidate, at));
  if (sign === undefined) return undefined;
  const end = at + sign.length;
  return { token: { kind: "sign", sign, span: spanIn(text, at, end) }, end };
}

function nameAt(text: SourcedText, at: number, found: Diagnostic[]): Scanned | undefined {
  const isGlobal = text.text[at] === ".";
  const first = matchAt(part, text.text, isGlobal ? at + 1 : at);
  if (first === "") return undefined;
  const written = [...(isGlobal ? [""] : []), first];
  let end = at + (isGlobal ? 1 : 0) + first.length;
  while (text.text[end] === ".") {
    const next = matchAt(laterPart, text.text, end + 1);
    if (next === "") break;
    written.push(next);
    end += 1 + next.length;
  }
  if (text.text.startsWith(".*", end)) {
    written.push("*");
    end += 2;
  }
  const span = spanIn(text, at, end);
  const word = first.toUpperCase();
  if (written.length === 1 && isKeyword(word)) return { token: { kind: "keyword", word, span }, end };
  const quoted = first.startsWith('"');
  return { token: { kind: "name", parts: written.map((each) => unquote(each, span, found)), quoted, span }, end };
}

function isKeyword(word: string): word is Keyword {
  return keywords.has(word);
}

function unquote(written: string, span: Span, found: Diagnostic[]): string {
  if (!written.startsWith('"')) return written;
  return unescapeName(written.slice(1, -1), (bad) => found.push(report("bad-escape", span, { written: bad })));
}

/**
 * Undoes the escapes of a quoted name or a `name` attribute: a quotation mark, a backslash, and `\n`. A line break in a name counts
 * as a space (XMILE 1.0, 3.2.2.2), and a space is what a table's heading can show.
 */
export function unescapeName(written: string, onBadEscape: (written: string) => void): string {
  return written.replace(/\\(.?)/gsu, (whole, character: string) => {
    if (character === "n") return " ";
    if (character === '"' || character === "\\") return character;
    onBadEscape(whole);
    return character;
  });
}

/** What is no token, up to the next white space. A brace or a quotation mark comes here only where its other end is missing. */
function strangeAt(text: SourcedText, at: number, found: Diagnostic[]): Scanned {
  const rest = text.text.length;
  const character = characterAt(text, at);
  const here = spanIn(text, at, at + character.length);
  if (character === "{") found.push(report("never-ends", here, { what: "comment", end: "}" }));
  else if (character === '"') found.push(report("never-ends", here, { what: "quoted name", end: '"' }));
  else found.push(report("unexpected-character", here, { character }));
  if (character === "{" || character === '"') return { token: undefined, end: rest };
  return { token: undefined, end: at + matchAt(strange, text.text, at).length };
}
