import { nameKey } from "../syntax/name-key.ts";
import { combine, raise } from "./algebra.ts";
import { dimensionless, type Unit } from "./unit.ts";

/** What each unit name of a model stands for, by its key; a name that is not here stands for itself. */
export type UnitNames = ReadonlyMap<string, Unit>;

const pureNames = new Set(["dmnl", "dimensionless", "unitless", "fraction", "1"]);

/**
 * Reads `person/(Month*km^2)`: names joined by `*` and `/` from left to right, `^` or `**` with a number, brackets. The empty
 * text and what cannot be read are undefined.
 */
export function parseUnit(text: string, names: UnitNames): Unit | undefined {
  const tokens = text.match(/\*\*|[*/^()]|[^*/^()]+/gu)?.map((token) => token.trim()) ?? [];
  const parser = { tokens: tokens.filter((token) => token !== ""), at: 0, depth: 0, names };
  const unit = product(parser);
  return parser.at === parser.tokens.length ? unit : undefined;
}

/** The names of base units in a text, as written there. */
export function unitNamesIn(text: string): readonly string[] {
  return text
    .split(/[*/^()]/u)
    .map((part) => part.trim().replace(/[\s_]+/gu, " "))
    .filter((part) => part !== "" && !pureNames.has(part.toLowerCase()) && Number.isNaN(Number(part)));
}

interface Parser {
  readonly tokens: readonly string[];
  readonly names: UnitNames;
  at: number;
  depth: number;
}

/** Brackets within brackets; a unit with more is none. */
const mostDepth = 50;

function product(parser: Parser): Unit | undefined {
  let unit = power(parser);
  for (let sign = signAt(parser); unit && sign !== 0; sign = signAt(parser)) {
    parser.at++;
    const next = power(parser);
    unit = next && combine(unit, 1, next, sign);
  }
  return unit;
}

function signAt({ tokens, at }: Parser): 1 | -1 | 0 {
  return tokens[at] === "*" ? 1 : tokens[at] === "/" ? -1 : 0;
}

function power(parser: Parser): Unit | undefined {
  const base = single(parser);
  const mark = parser.tokens[parser.at];
  if (base === undefined || (mark !== "^" && mark !== "**")) return base;
  parser.at++;
  const exponent = exponentAt(parser);
  return exponent === undefined ? undefined : raise(base, exponent);
}

/** A number, or a fraction in brackets: `m^2`, `s^-1`, `m^(1/2)`. */
function exponentAt(parser: Parser): number | undefined {
  const { tokens, at } = parser;
  const bracketed = tokens[at] === "(";
  const [above, slash, below] = bracketed ? tokens.slice(at + 1) : [tokens[at]];
  const isFraction = slash === "/" && tokens[at + 4] === ")";
  if (bracketed && !isFraction && slash !== ")") return undefined;
  parser.at = bracketed ? at + (isFraction ? 5 : 3) : at + 1;
  const value = Number(above) / (isFraction ? Number(below) : 1);
  return above !== undefined && Number.isFinite(value) ? value : undefined;
}

function single(parser: Parser): Unit | undefined {
  const token = parser.tokens[parser.at++];
  if (token === "(") {
    if (++parser.depth > mostDepth) return undefined;
    const inside = product(parser);
    parser.depth--;
    return parser.tokens[parser.at++] === ")" ? inside : undefined;
  }
  if (token === undefined || /^(?:\*\*|[*/^)])$/u.test(token)) return undefined;
  const key = nameKey(token);
  if (pureNames.has(key)) return dimensionless;
  // A number other than 1 would need a scale, which units do not have here.
  if (!Number.isNaN(Number(key))) return undefined;
  return parser.names.get(key) ?? { powers: new Map([[token.replace(/[\s_]+/gu, " "), 1]]) };
}
