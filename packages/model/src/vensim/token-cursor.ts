import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import type { NameSyntax } from "../syntax/syntax-tree.ts";
import { spanIn } from "./joined-text.ts";
import { Scanner } from "./scanner.ts";
import type { Keyword, Token, TokenFault, TokenSymbol } from "./token.ts";

/**
 * The tokens of one equation after another, one token ahead. After a fault it gives only stops until the next equation, so
 * whoever is reading unwinds at once, and one mistake is reported once.
 */
export class TokenCursor {
  readonly found: Diagnostic[];
  readonly #scanner: Scanner;
  #next: Token | undefined;
  #faulty = false;
  #end = 0;

  constructor(scanner: Scanner, found: Diagnostic[]) {
    this.#scanner = scanner;
    this.found = found;
  }

  /** Whether the equation at hand had a fault. */
  get faulty(): boolean {
    return this.#faulty;
  }

  /** Where the last token that was taken ended, in the joined text. */
  get end(): number {
    return this.#end;
  }

  peek(): Token {
    this.#next ??= this.#scanner.token();
    if (this.#faulty) return { kind: "stop", start: this.#next.start, end: this.#next.start, lineBreak: false };
    if (this.#next.kind === "bad") return this.#reportBad(this.#next);
    return this.#next;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== "stop") {
      this.#next = undefined;
      this.#end = token.end;
    }
    return token;
  }

  isAt(symbol: TokenSymbol): boolean {
    const token = this.peek();
    return token.kind === "symbol" && token.symbol === symbol;
  }

  isAtKeyword(word: Keyword): boolean {
    const token = this.peek();
    return token.kind === "keyword" && token.word === word;
  }

  /** Takes the symbol if it is next, and says whether it was. */
  take(symbol: TokenSymbol): boolean {
    const here = this.isAt(symbol);
    if (here) this.next();
    return here;
  }

  takeKeyword(word: Keyword): boolean {
    const here = this.isAtKeyword(word);
    if (here) this.next();
    return here;
  }

  expect(symbol: TokenSymbol): void {
    if (!this.take(symbol)) this.unexpected(`"${symbol}"`);
  }

  /** A name that must stand here; undefined after a fault. */
  name(expected: string): NameSyntax | undefined {
    const token = this.peek();
    if (token.kind !== "name") return this.unexpected(expected);
    this.next();
    return { name: token.name, span: this.spanOf(token) };
  }

  /** A number that must stand here, with its sign. */
  signedNumber(): number {
    const sign = this.take("-") ? -1 : 1;
    if (sign === 1) this.take("+");
    const token = this.peek();
    if (token.kind === "number") this.next();
    else this.unexpected("a number");
    return token.kind === "number" ? sign * token.value : Number.NaN;
  }

  /** Reports that something else should stand here, and gives the equation up. */
  unexpected(expected: string): undefined {
    const token = this.peek();
    if (this.#faulty) return;
    this.fault(report("unexpected", this.spanOf(token), { found: this.#words(token), expected }));
  }

  fault(diagnostic: Diagnostic): void {
    if (!this.#faulty) this.found.push(diagnostic);
    this.#faulty = true;
  }

  /** Passes over what is left of the equation, quotes respected, to its stop; then the next equation may begin. */
  finish(): void {
    let token = this.#next ?? this.#scanner.token();
    while (token.kind !== "stop") token = this.#scanner.token();
    this.#next = undefined;
    this.#faulty = false;
  }

  spanOf({ start, end }: { start: number; end: number }): Span {
    return spanIn(this.#scanner.joined, start, end);
  }

  /** The span from a place of the joined text to the end of the token taken last. */
  spanSince(start: number): Span {
    return this.spanOf({ start, end: Math.max(start, this.#end) });
  }

  /** The text as written from one place of the joined text to another. */
  textBetween(start: number, end: number): string {
    return this.#scanner.joined.text.slice(start, end);
  }

  /** A cursor over a stretch of the same text; what it finds wrong goes unreported. */
  aside(start: number, end: number): TokenCursor {
    const { source, text, offsets } = this.#scanner.joined;
    const stretch = { source, text: text.slice(start, end), offsets: offsets.subarray(start, end + 1) };
    return new TokenCursor(new Scanner(stretch, []), []);
  }

  #words(token: Token): string {
    return token.kind === "stop" ? "the end of the equation" : `"${this.textBetween(token.start, token.end)}"`;
  }

  #reportBad(token: Token & { kind: "bad" }): Token {
    const text = this.textBetween(token.start, token.end);
    this.fault(faultOf(token.fault, this.spanOf(token), text));
    return this.peek();
  }
}

function faultOf(fault: TokenFault, at: Span, text: string): Diagnostic {
  switch (fault.what) {
    case "character":
      return report("unexpected-character", at, { character: text });
    case "number":
      return report("number-too-large", at, { text });
    case "empty name":
      return report("empty-name", at, {});
    case "quoted name":
    case "text":
      return report("unclosed", at, { what: fault.what, mark: fault.mark });
  }
}
