/** A word of the equation text. Positions are in the joined text; `lineBreak` says whether a line ended before it. */
export type Token = TokenBody & { readonly start: number; readonly end: number; readonly lineBreak: boolean };

export type TokenBody =
  | { readonly kind: "number"; readonly value: number }
  /** A name, quoted or not: quotes and escapes undone, spaces around it gone. */
  | { readonly kind: "name"; readonly name: string }
  /** `'inputs.xlsx'` */
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "keyword"; readonly word: Keyword }
  | { readonly kind: "symbol"; readonly symbol: TokenSymbol }
  /** What no token begins with, or a quote that is never closed. */
  | { readonly kind: "bad"; readonly fault: TokenFault }
  /** `~`, `|` or the end of the text: here the equation proper ends. Not consumed by the scanner. */
  | { readonly kind: "stop" };

export type TokenFault =
  | { readonly what: "character" }
  | { readonly what: "quoted name" | "text"; readonly mark: string }
  | { readonly what: "number" }
  | { readonly what: "empty name" };

/** Source: vensim.com/documentation/keywords.html */
export const keywords = [
  "AND",
  "AT LEAST ONCE",
  "CROSSING",
  "END OF MACRO",
  "EXCEPT",
  "HOLD BACKWARD",
  "IGNORE",
  "IMPLIES",
  "INTERPOLATE",
  "IS",
  "LOOK FORWARD",
  "MACRO",
  "NA",
  "NOT",
  "OR",
  "RAW",
  "TEST INPUT",
  "THE CONDITION",
] as const;

export type Keyword = (typeof keywords)[number];

/** Longest first, so that the first that fits is the one meant. */
export const symbols = [
  "<->",
  "<>",
  "<=",
  ">=",
  "->",
  ":=",
  "==",
  "<",
  ">",
  "=",
  "+",
  "-",
  "*",
  "/",
  "^",
  "(",
  ")",
  "[",
  "]",
  ",",
  ";",
  ":",
  "!",
] as const;

export type TokenSymbol = (typeof symbols)[number];
