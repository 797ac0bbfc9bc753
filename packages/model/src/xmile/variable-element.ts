import type { Diagnostic } from "../source/diagnostic.ts";
import { nameKey } from "../syntax/name-key.ts";
import { numberText } from "../syntax/number-text.ts";
import type { DefinitionSyntax, LookupSyntax, SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";
import { type ArrayShape, type Arrays, type Place, shapeOf } from "./array-place.ts";
import { equationText, type SecondNames } from "./equation-text.ts";
import { escapedName, identifierText } from "./name-text.ts";
import { element } from "./xml-text.ts";

/** What the variables of a model, or of a macro, are written with. */
export interface WritingContext {
  readonly arrays: Arrays;
  readonly second: SecondNames;
  readonly found: Diagnostic[];
}

/** A variable with all its equations (XMILE 1.0, 4.1 to 4.5). */
export function variableElement(group: readonly VariableSyntax[], context: WritingContext): string {
  const first = group[0]!;
  const shape = shapeOf(group, context.arrays);
  const dims = shape.declared.map(({ name }) => element("dim", { name: escapedName(name) }));
  const access = group.some(isConnected) ? "input" : undefined;
  return element(tagOf(first.definition), { name: escapedName(first.name), access }, [
    ...textParts(group),
    dims.length === 0 ? "" : element("dimensions", {}, dims),
    ...contentOf(shape, context),
    ...flowParts(first.definition),
  ]);
}

/** An input of a module reads a variable of the whole model, by its full name. */
function isConnected({ modulePath, definition }: VariableSyntax): boolean {
  if (modulePath.length === 0 || definition.kind !== "equation") return false;
  return definition.expression.kind === "reference" && definition.expression.name.startsWith(".");
}

function tagOf({ kind }: DefinitionSyntax): string {
  switch (kind) {
    case "stock":
    case "flow":
      return kind;
    case "equation":
    case "unchangeable":
    case "data":
      return "aux";
    case "lookup":
      return "aux";
  }
}

/** Units, range and comment come from the first equation that has them, as they are read. */
function textParts(group: readonly VariableSyntax[]): readonly string[] {
  const units = group.find((each) => each.units !== undefined && each.units.text !== "")?.units;
  const range = group.find((each) => each.units?.low !== undefined || each.units?.high !== undefined)?.units;
  const comment = group.find((each) => each.comment !== "")?.comment ?? "";
  return [
    comment === "" ? "" : element("doc", {}, comment.replaceAll("\\", "\\\\")),
    units === undefined ? "" : element("units", {}, units.text),
    range === undefined ? "" : element("range", { min: limit(range.low), max: limit(range.high) }),
  ];
}

function limit(value: number | undefined): string | undefined {
  return value === undefined ? undefined : numberText(value);
}

function contentOf({ declared, whole, elements }: ArrayShape, context: WritingContext): readonly string[] {
  if (whole !== undefined) return equationParts(whole.definition, { declared, bindings: undefined }, 0, context);
  return elements.map(({ subscripts, equation, place, turn }) =>
    element(
      "element",
      { subscript: subscripts.map(subscriptText).join(", ") },
      equationParts(equation.definition, place, turn, context),
    ),
  );
}

/** In an attribute a comma goes between elements, so one with a comma in its name stands in quotes. */
function subscriptText(name: string): string {
  return /^[^",\\]*$/u.test(name) ? name : identifierText(name);
}

function equationParts(
  definition: DefinitionSyntax,
  place: Place,
  turn: number,
  { arrays, second }: WritingContext,
): readonly string[] {
  if (definition.kind === "lookup") return [graphElement(definition.lookup)];
  const expression = definition.kind === "stock" ? definition.initial : definition.expression;
  if (expression === undefined) return [];
  const [x, table] = expression.kind === "call" ? expression.args : [];
  const isGraph = expression.kind === "call" && nameKey(expression.name) === "with lookup" && table?.kind === "lookup";
  const equation = isGraph ? x! : oneOf(expression, turn);
  const text = element("eqn", {}, equationText(equation, place, arrays, second));
  return isGraph ? [text, graphElement(table.lookup)] : [text];
}

function oneOf(expression: SyntaxExpr, turn: number): SyntaxExpr {
  if (expression.kind !== "array") return expression;
  return { kind: "number", value: expression.rows.flat()[turn]!, span: expression.span };
}

function graphElement({ points, between, outside }: LookupSyntax): string {
  const type = between === "step" ? "discrete" : outside === "extrapolated" ? "extrapolate" : "continuous";
  const rising = points.toSorted((a, b) => a.x - b.x);
  const list = (pick: (point: { x: number; y: number }) => number) =>
    rising.map((each) => numberText(pick(each))).join(",");
  return element("gf", { type }, [
    element(
      "xpts",
      {},
      list(({ x }) => x),
    ),
    element(
      "ypts",
      {},
      list(({ y }) => y),
    ),
  ]);
}

function flowParts(definition: DefinitionSyntax): readonly string[] {
  if (definition.kind !== "stock" && definition.kind !== "flow") return [];
  const flows =
    definition.kind === "stock"
      ? [
          ...definition.inflows.map(({ name }) => element("inflow", {}, identifierText(name))),
          ...definition.outflows.map(({ name }) => element("outflow", {}, identifierText(name))),
        ]
      : [];
  return [...flows, definition.nonNegative ? element("non_negative", {}) : ""];
}
