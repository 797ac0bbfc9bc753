import type { BinaryOp, UnaryOp } from "../syntax/syntax-tree.ts";
import type { Token } from "./token.ts";

/**
 * How tightly operators bind: the larger, the tighter. "^" goes right to left and before a minus on its left; the rest go
 * left to right. Source: vensim.com/documentation/operators.html for the order of the binary ones; that -a^b is -(a^b) and
 * a^b^c is a^(b^c), where that page is silent or says otherwise, from Vensim's own output for test-models' arithmetics_exp.
 */
export interface Infix {
  readonly op: BinaryOp;
  /** The operator is taken where the surroundings bind less tightly than `left`; what follows it is read at `right`. */
  readonly left: number;
  readonly right: number;
}

export interface Prefix {
  readonly op: UnaryOp;
  readonly right: number;
}

const infixes: Readonly<Record<string, Infix>> = {
  ":OR:": leftToRight("or", 1),
  ":AND:": leftToRight("and", 2),
  "=": leftToRight("equal", 4),
  "<>": leftToRight("not-equal", 4),
  "<": leftToRight("less", 4),
  "<=": leftToRight("less-or-equal", 4),
  ">": leftToRight("greater", 4),
  ">=": leftToRight("greater-or-equal", 4),
  "+": leftToRight("add", 5),
  "-": leftToRight("subtract", 5),
  "*": leftToRight("multiply", 6),
  "/": leftToRight("divide", 6),
  "^": { op: "power", left: 8, right: 8 },
};

// :NOT: takes a whole comparison. Vensim's page lists it with the minus, which would apply it to a number.
const prefixes: Readonly<Record<string, Prefix>> = {
  ":NOT:": { op: "not", right: 3 },
  "-": { op: "negate", right: 7 },
  "+": { op: "plus", right: 7 },
};

export function infixOf(token: Token): Infix | undefined {
  return infixes[spellingOf(token)];
}

export function prefixOf(token: Token): Prefix | undefined {
  return prefixes[spellingOf(token)];
}

function leftToRight(op: BinaryOp, power: number): Infix {
  return { op, left: power, right: power + 1 };
}

function spellingOf(token: Token): string {
  if (token.kind === "symbol") return token.symbol;
  return token.kind === "keyword" ? `:${token.word}:` : "";
}
