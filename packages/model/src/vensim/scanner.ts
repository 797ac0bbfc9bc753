import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { type JoinedText, spanIn } from "./joined-text.ts";
import { isDigit, isNameStart, isSpace, namePartWidth } from "./name-character.ts";
import { type Keyword, keywords, symbols, type Token, type TokenBody, type TokenSymbol } from "./token.ts";

/** A field of an equation after the expression: raw text between `~` and the next `~` or `|`. */
export interface Field {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What ended it: "" at the end of the text. */
  readonly stop: "~" | "|" | "";
}

/**
 * Cuts the equation text into tokens, and reads the raw fields that follow an equation. `steps` counts the characters looked
 * at, so that a test can hold the work to a multiple of the text's length.
 */
export class Scanner {
  readonly joined: JoinedText;
  position = 0;
  steps = 0;
  readonly #text: string;
  readonly #lastBrace: number;
  readonly #found: Diagnostic[];

  constructor(joined: JoinedText, found: Diagnostic[]) {
    this.joined = joined;
    this.#text = joined.text;
    this.#found = found;
    // Known once, so that many unclosed comments do not each search to the end of the file.
    this.#lastBrace = joined.text.lastIndexOf("}");
  }

  /** The token after spaces and comments. A stop is given again and again until its field is read. */
  token(): Token {
    const lineBreak = this.skipBlank();
    const start = this.position;
    const body = this.#body();
    this.steps += this.position - start + 1;
    return Object.assign(body, { start, end: this.position, lineBreak });
  }

  /** Passes over spaces, line ends and `{comments}`, and says whether a line ended there. */
  skipBlank(): boolean {
    let lineBreak = false;
    for (;;) {
      const start = this.position;
      this.position = endOf(BLANKS, this.#text, start);
      if (this.#code() === BRACE) this.#comment();
      this.steps += this.position - start + 1;
      if (this.position === start) return lineBreak;
      lineBreak ||= /[\r\n]/.test(this.#text.slice(start, this.position));
    }
  }

  get atEnd(): boolean {
    return this.position >= this.#text.length;
  }

  /** Whether a group's header stands here: at least three asterisks. */
  get atGroup(): boolean {
    return this.#text.startsWith("***", this.position);
  }

  /** Passes over a "|" that ends nothing, as Vensim does, and says whether there was one. */
  takeBar(): boolean {
    const here = this.#code() === BAR;
    if (here) this.#step();
    return here;
  }

  /** Passes over asterisks. */
  skipStars(): void {
    while (this.#code() === STAR) this.#step();
  }

  /** The raw text up to one of `marks`, which is not consumed. */
  upTo(marks: string): { text: string; start: number; end: number } {
    const start = this.position;
    while (!this.atEnd && !marks.includes(this.#text[this.position]!)) this.#step();
    return { text: this.#text.slice(start, this.position), start, end: this.position };
  }

  /** The raw text up to the next `~` or `|`, and over that mark. */
  field(): Field {
    const start = this.position;
    const end = endOf(FIELD, this.#text, start);
    const text = this.#text.slice(start, end);
    this.steps += end - start;
    this.position = end;
    const mark = this.#text[this.position];
    if (!this.atEnd) this.#step();
    return { text, start, end, stop: mark === "~" || mark === "|" ? mark : "" };
  }

  #code(ahead = 0): number {
    return this.#text.charCodeAt(this.position + ahead);
  }

  #step(): void {
    this.position++;
    this.steps++;
  }

  #comment(): void {
    const start = this.position;
    if (start < this.#lastBrace) {
      this.position = this.#text.indexOf("}", start) + 1;
      return;
    }
    this.#restOfLine();
    const at = spanIn(this.joined, start, this.position);
    this.#found.push(report("unclosed", at, { what: "comment", mark: "}" }));
  }

  #restOfLine(): void {
    while (!this.atEnd && this.#code() !== 10 && this.#code() !== 13) this.position++;
  }

  #body(): TokenBody {
    const code = this.#code();
    if (this.atEnd || code === TILDE || code === BAR) return { kind: "stop" };
    if (code === QUOTE) return this.#quotedName();
    if (code === APOSTROPHE) return this.#quotedText();
    if (isDigit(code) || (code === DOT && isDigit(this.#code(1)))) return this.#number();
    if (code === COLON) return this.#keyword() ?? this.#symbol();
    return isNameStart(this.#text, this.position) ? this.#name() : this.#symbol();
  }

  #quotedName(): TokenBody {
    const inside = this.#untilQuote(QUOTE);
    if (inside === undefined) return { kind: "bad", fault: { what: "quoted name", mark: '"' } };
    const name = inside.replace(/\\(["\\])/g, "$1").trim();
    return name === "" ? { kind: "bad", fault: { what: "empty name" } } : { kind: "name", name };
  }

  #quotedText(): TokenBody {
    const value = this.#untilQuote(APOSTROPHE);
    return value === undefined ? { kind: "bad", fault: { what: "text", mark: "'" } } : { kind: "text", value };
  }

  /** What stands between two quotes on one line; undefined, and over the rest of the line, where the second is missing. */
  #untilQuote(quote: number): string | undefined {
    const start = ++this.position;
    for (; !this.atEnd; this.position++) {
      const code = this.#code();
      if (code === quote) return this.#text.slice(start, this.position++);
      if (code === 10 || code === 13) return undefined;
      if (code === BACKSLASH && quote === QUOTE && this.#isEscape()) this.position++;
    }
    return undefined;
  }

  #isEscape(): boolean {
    const next = this.#code(1);
    return next === QUOTE || next === BACKSLASH;
  }

  #number(): TokenBody {
    const start = this.position;
    this.#digits();
    if (this.#code() === DOT) {
      this.position++;
      this.#digits();
    }
    this.#exponent();
    const value = Number(this.#text.slice(start, this.position));
    return Number.isFinite(value) ? { kind: "number", value } : { kind: "bad", fault: { what: "number" } };
  }

  #digits(): void {
    while (isDigit(this.#code())) this.position++;
  }

  /** `e+6`; an `e` without digits after it begins a name. */
  #exponent(): void {
    if ((this.#code() | 32) !== LETTER_E) return;
    const sign = this.#code(1) === PLUS || this.#code(1) === MINUS ? 1 : 0;
    if (!isDigit(this.#code(1 + sign))) return;
    this.position += 1 + sign;
    this.#digits();
  }

  #keyword(): TokenBody | undefined {
    const match = KEYWORD.exec(this.#text.slice(this.position, this.position + LONGEST_KEYWORD));
    const word = match && keywordOf(match[1]!);
    if (!match || !word) return undefined;
    this.position += match[0].length;
    return { kind: "keyword", word };
  }

  #name(): TokenBody {
    const start = this.position;
    let end = endOf(NAME, this.#text, start);
    this.position = end;
    for (;;) {
      const width = namePartWidth(this.#text, this.position);
      if (width > 0) end = this.position + width;
      else if (!isBlank(this.#code())) break;
      this.position += Math.max(1, width);
    }
    this.steps += this.position - end;
    this.position = end;
    return { kind: "name", name: this.#text.slice(start, end).replaceAll("\t", " ") };
  }

  #symbol(): TokenBody {
    const symbol = symbolsByFirst.get(this.#code())?.find((each) => this.#text.startsWith(each, this.position));
    this.position += symbol?.length ?? ((this.#text.codePointAt(this.position) ?? 0) > 0xffff ? 2 : 1);
    return symbol === undefined ? { kind: "bad", fault: { what: "character" } } : { kind: "symbol", symbol };
  }
}

/** Where a pattern that holds from `start` on ends: patterns read the common characters in one go, many times as fast as one by one. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

const BLANKS = /\s+/y;
const FIELD = /[^~|]+/y;
/** As far as a name is in ASCII; see `name-character.ts`. */
const NAME = /[A-Za-z_][\w$']*(?:[ \t]+[\w$']+)*/y;

/** Longest first, as in the table. */
const symbolsByFirst: ReadonlyMap<number, readonly TokenSymbol[]> = new Map(
  symbols.map(({ 0: first }) => [first!.charCodeAt(0), symbols.filter((symbol) => symbol.startsWith(first!))]),
);

const [STAR, TILDE, BAR, QUOTE, APOSTROPHE] = [42, 126, 124, 34, 39];
const [DOT, COLON, BRACE, BACKSLASH, PLUS, MINUS, LETTER_E] = [46, 58, 123, 92, 43, 45, 101];

/** Spaces inside a keyword may be several, or underscores. */
const KEYWORD = /^:([a-z]+(?:[ \t_]+[a-z]+){0,2}):/i;
const LONGEST_KEYWORD = 40;

function keywordOf(written: string): Keyword | undefined {
  const word = written.toUpperCase().replace(/[ \t_]+/g, " ");
  return keywords.find((each) => each === word);
}

/** Spaces that a name may have inside; a line end is none of them. */
function isBlank(code: number): boolean {
  return isSpace(code) && code !== 10 && code !== 13;
}
