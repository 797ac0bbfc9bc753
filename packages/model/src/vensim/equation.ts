import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import type {
  DataInterpolation,
  DefinitionSyntax,
  DimensionSyntax,
  NameSyntax,
  RealityCheckSyntax,
  SyntaxExpr,
  VariableSyntax,
} from "../syntax/syntax-tree.ts";
import { readConstantList, readTabbedArray } from "./constant-list.ts";
import type { DimensionReader } from "./dimension.ts";
import { readExpression } from "./expression.ts";
import { readLookup } from "./lookup.ts";
import { readLeftSubscripts } from "./subscript.ts";
import type { Keyword } from "./token.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** What one equation, up to its first `~`, can be. */
export type Statement =
  | { readonly kind: "variable"; readonly variable: Equation }
  | { readonly kind: "dimension"; readonly dimension: DimensionSyntax }
  | { readonly kind: "check"; readonly check: Omit<RealityCheckSyntax, "comment"> };

/** A variable without what the fields behind it say. */
export type Equation = Pick<VariableSyntax, "name" | "nameSpan" | "subscripts" | "except" | "definition" | "span">;

/**
 * Reads one statement and passes over whatever a fault left of it. Undefined where not even its name could be read; a variable
 * with a fault in it is there, with a faulty definition, so that its users are not blamed.
 */
export function readStatement(cursor: TokenCursor, dimensions: DimensionReader): Statement | undefined {
  const { start } = cursor.peek();
  const name = cursor.name("the name of a variable");
  const statement = name && readNamed(cursor, dimensions, name, start);
  if (cursor.peek().kind !== "stop") reportRest(cursor);
  const faulty = cursor.faulty;
  cursor.finish();
  if (!faulty || statement?.kind !== "variable") return statement;
  const { variable } = statement;
  return { kind: "variable", variable: { ...variable, definition: faultyDefinition(variable.span) } };
}

/** An equation goes on where it should end: most often because its end was forgotten. */
function reportRest(cursor: TokenCursor): void {
  const token = cursor.peek();
  if (token.kind === "name" && token.lineBreak)
    cursor.fault(report("missing-end", cursor.spanOf(token), { name: token.name }));
  else cursor.unexpected("an operator");
}

function faultyDefinition(span: Span): DefinitionSyntax {
  return { kind: "equation", expression: { kind: "faulty", span } };
}

function readNamed(
  cursor: TokenCursor,
  dimensions: DimensionReader,
  name: NameSyntax,
  start: number,
): Statement | undefined {
  if (cursor.take(":")) return { kind: "dimension", dimension: dimensions.readElements(name, start) };
  if (!cursor.take("<->")) return readVariable(cursor, name, start);
  const dimension = dimensions.readAlias(name, start);
  return dimension && { kind: "dimension", dimension };
}

function readVariable(cursor: TokenCursor, name: NameSyntax, start: number): Statement {
  const subscripts = cursor.isAt("[") ? readLeftSubscripts(cursor) : [];
  if (cursor.isAtKeyword("THE CONDITION") || cursor.isAtKeyword("TEST INPUT"))
    return { kind: "check", check: readCheck(cursor, name, subscripts, start) };
  const { except, interpolation } = readQualifiers(cursor);
  const definition = readDefinition(cursor, name.name, interpolation);
  const span = cursor.spanSince(start);
  return { kind: "variable", variable: { name: name.name, nameSpan: name.span, subscripts, except, definition, span } };
}

/** `:EXCEPT: [a], [b]` and the way to read data between its points. */
function readQualifiers(cursor: TokenCursor): {
  except: readonly (readonly NameSyntax[])[];
  interpolation: DataInterpolation | undefined;
} {
  const except: (readonly NameSyntax[])[] = [];
  let interpolation: DataInterpolation | undefined;
  for (let token = cursor.peek(); token.kind === "keyword"; token = cursor.peek()) {
    const named = interpolations[token.word];
    if (named === undefined && token.word !== "EXCEPT") break;
    cursor.next();
    interpolation = named ?? interpolation;
    if (named !== undefined) continue;
    do except.push(readLeftSubscripts(cursor));
    while (cursor.take(","));
  }
  return { except, interpolation };
}

const interpolations: Partial<Record<Keyword, DataInterpolation>> = {
  INTERPOLATE: "interpolate",
  "LOOK FORWARD": "look-forward",
  "HOLD BACKWARD": "hold-backward",
  RAW: "raw",
};

/** Data is interpolated where nothing else is said (vensim.com/documentation/dataequations.html). */
function readDefinition(
  cursor: TokenCursor,
  name: string,
  interpolation: DataInterpolation = "interpolate",
): DefinitionSyntax {
  if (cursor.take("=")) return { kind: "equation", expression: readRightSide(cursor, name) };
  if (cursor.take("==")) return { kind: "unchangeable", expression: readRightSide(cursor, name) };
  if (cursor.takeKeyword("IS")) return { kind: "equation", expression: readRightSide(cursor, name) };
  if (cursor.take(":=")) return { kind: "data", interpolation, expression: readRightSide(cursor, name) };
  if (cursor.isAt("(")) return readLookupDefinition(cursor);
  if (cursor.peek().kind !== "stop") cursor.unexpected('"="');
  return { kind: "data", interpolation, expression: undefined };
}

function readRightSide(cursor: TokenCursor, name: string): SyntaxExpr {
  const token = cursor.peek();
  if (token.kind === "stop") cursor.fault(report("missing-expression", cursor.spanSince(token.start), { name }));
  if (token.kind === "name" && nameKey(token.name) === "tabbed array") {
    cursor.next();
    return readTabbedArray(cursor, token.start);
  }
  const first = readExpression(cursor);
  const isList = canBeListed(first) && (cursor.isAt(",") || cursor.isAt(";"));
  if (cursor.isAtKeyword("IGNORE")) passIgnored(cursor, name);
  return isList ? readConstantList(cursor, token.start, first, name) : first;
}

/** A constant, or a name that is taken for one; before anything else a comma is a fault of its own. */
function canBeListed({ kind }: SyntaxExpr): boolean {
  return kind === "number" || kind === "missing" || kind === "reference";
}

/** `:IGNORE: a, b`: causes that the equation does not use yet (vensim.com/documentation/ref_ignore.html). */
function passIgnored(cursor: TokenCursor, name: string): void {
  const { start } = cursor.next();
  while (cursor.peek().kind !== "stop") cursor.next();
  if (!cursor.faulty) cursor.found.push(report("incomplete-equation", cursor.spanSince(start), { name }));
}

/** `name((0, 0), (1, 1))`, or `name(GET DIRECT LOOKUPS('file', …))`. */
function readLookupDefinition(cursor: TokenCursor): DefinitionSyntax {
  const open = cursor.next();
  if (cursor.peek().kind !== "name") return { kind: "lookup", lookup: readLookup(cursor, open.start) };
  const expression = readExpression(cursor);
  cursor.expect(")");
  return { kind: "equation", expression };
}

/** A reality check is kept as it is written, and in parts where it is made of logical expressions. */
function readCheck(
  cursor: TokenCursor,
  { name }: NameSyntax,
  subscripts: readonly NameSyntax[],
  start: number,
): Omit<RealityCheckSyntax, "comment"> {
  const kind = cursor.isAtKeyword("TEST INPUT") ? "test-input" : "condition";
  const keyword = cursor.next();
  while (cursor.peek().kind !== "stop") cursor.next();
  const end = Math.max(keyword.end, cursor.end);
  const text = cursor.textBetween(keyword.end, end).trim();
  const parts = readCheckParts(cursor.aside(keyword.end, end));
  return { name, kind, subscripts, text, ...parts, span: cursor.spanSince(start) };
}

/** `condition :IMPLIES: consequence`, both logical expressions (vensim.com/documentation/20970.html). */
function readCheckParts(cursor: TokenCursor): Pick<RealityCheckSyntax, "condition" | "consequence"> {
  const condition = readExpression(cursor);
  const consequence = cursor.takeKeyword("IMPLIES") ? readExpression(cursor) : undefined;
  if (cursor.faulty || cursor.peek().kind !== "stop") return { condition: undefined, consequence: undefined };
  return { condition, consequence };
}
