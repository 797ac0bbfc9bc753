import type { Diagnostic } from "../source/diagnostic.ts";
import { nameKey } from "../syntax/name-key.ts";
import { numberText } from "../syntax/number-text.ts";
import type {
  ConveyorSyntax,
  DefinitionSyntax,
  LookupSyntax,
  NameSyntax,
  SyntaxExpr,
  VariableSyntax,
} from "../syntax/syntax-tree.ts";
import { type ArrayShape, type Arrays, type Place, shapeOf } from "./array-place.ts";
import { equationText, type SecondNames } from "./equation-text.ts";
import { type Beginning, withoutInitial } from "./initial-equation.ts";
import { escapedName, identifierText } from "./name-text.ts";
import { stepMark, supplementaryMark } from "./own-marks.ts";
import { attributesOf } from "./vendor.ts";
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
  const vendors = first.vendor === undefined ? [] : [first.vendor];
  const attributes = {
    name: escapedName(first.name),
    access: group.some(isConnected) ? "input" : undefined,
    ...zoneOf(first.definition),
    [supplementaryMark]: group.some(({ supplementary }) => supplementary) ? "true" : undefined,
    ...attributesOf(vendors),
  };
  return element(tagOf(first.definition), attributes, [
    ...textParts(group),
    dims.length === 0 ? "" : element("dimensions", {}, dims),
    ...contentOf(shape, context),
    ...materialParts(first.definition, shape, context),
    ...vendors.flatMap(({ elements }) => elements),
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
    case "conveyor":
      return "stock";
    case "driven":
      return "flow";
    case "equation":
    case "unchangeable":
    case "data":
    case "lookup":
      return "aux";
  }
}

/** Where on the belt a flow leaks. */
function zoneOf(definition: DefinitionSyntax): Readonly<Record<string, number>> {
  if (definition.kind !== "driven" || definition.leak === undefined) return {};
  return { leak_start: definition.leak.from, leak_end: definition.leak.to };
}

/** Units, range and comment come from the first equation that has them, as they are read. */
function textParts(group: readonly VariableSyntax[]): readonly string[] {
  const units = group.find((each) => each.units !== undefined && each.units.text !== "")?.units;
  const range = group.find(({ units: of }) => [of?.low, of?.high, of?.step].some((one) => one !== undefined))?.units;
  const comment = group.find((each) => each.comment !== "")?.comment ?? "";
  return [
    docElement(comment),
    units === undefined ? "" : element("units", {}, units.text),
    range === undefined
      ? ""
      : element("range", { min: limit(range.low), max: limit(range.high), [stepMark]: limit(range.step) }),
  ];
}

/** Plain text has XMILE's escapes (1.0, 4.1). */
export function docElement(comment: string): string {
  return comment === "" ? "" : element("doc", {}, comment.replaceAll("\\", "\\\\"));
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

function equationParts(definition: DefinitionSyntax, place: Place, turn: number, context: WritingContext) {
  switch (definition.kind) {
    case "lookup":
      return [graphElement(definition.lookup)];
    case "conveyor":
      return [element("eqn", {}, definition.initial.map((each) => textAt(each, place, context)).join(", "))];
    case "driven":
      return definition.leak === undefined
        ? []
        : [element("leak", {}, textAt(definition.leak.fraction, place, context))];
    case "stock":
      return expressionParts({ always: definition.initial, initial: undefined }, place, turn, context);
    case "equation":
    case "unchangeable":
    case "flow":
    case "data":
      return definition.expression === undefined
        ? []
        : expressionParts(withoutInitial(definition.expression), place, turn, context);
  }
}

/** An equation, with the graph that it is read through. */
function expressionParts(
  { always, initial }: Beginning,
  place: Place,
  turn: number,
  context: WritingContext,
): readonly string[] {
  const [x, table] = always.kind === "call" ? always.args : [];
  const isGraph = always.kind === "call" && nameKey(always.name) === "with lookup" && table?.kind === "lookup";
  return [
    element("eqn", {}, textAt(isGraph ? x! : oneOf(always, turn), place, context)),
    initial === undefined ? "" : element("init_eqn", {}, textAt(initial, place, context)),
    isGraph ? graphElement(table.lookup) : "",
  ];
}

function textAt(expression: SyntaxExpr, place: Place, { arrays, second }: WritingContext): string {
  return equationText(expression, place, arrays, second);
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

/** What a stock or flow says of itself beside its equation; a conveyor says it once for all its elements. */
function materialParts(
  definition: DefinitionSyntax,
  { declared }: ArrayShape,
  context: WritingContext,
): readonly string[] {
  switch (definition.kind) {
    case "stock":
      return [...flowParts(definition), nonNegativePart(definition)];
    case "conveyor":
      return [...flowParts(definition), conveyorElement(definition, { declared, bindings: undefined }, context)];
    case "flow":
      return [nonNegativePart(definition), multiplierPart(definition, declared, context)];
    case "driven":
    case "equation":
    case "unchangeable":
    case "data":
    case "lookup":
      return [];
  }
}

function flowParts({ inflows, outflows }: Pick<ConveyorSyntax, "inflows" | "outflows">): readonly string[] {
  const parts = (tag: string, flows: readonly NameSyntax[]) =>
    flows.map(({ name }) => element(tag, {}, identifierText(name)));
  return [...parts("inflow", inflows), ...parts("outflow", outflows)];
}

function nonNegativePart({ nonNegative }: { readonly nonNegative: boolean }): string {
  return nonNegative ? element("non_negative", {}) : "";
}

function multiplierPart(
  { multiplier }: Extract<DefinitionSyntax, { kind: "flow" }>,
  declared: ArrayShape["declared"],
  context: WritingContext,
): string {
  return multiplier === undefined
    ? ""
    : element("multiplier", {}, textAt(multiplier, { declared, bindings: undefined }, context));
}

function conveyorElement(conveyor: ConveyorSyntax, place: Place, context: WritingContext): string {
  const part = (tag: string, expression: SyntaxExpr | undefined) =>
    expression === undefined ? "" : element(tag, {}, textAt(expression, place, context));
  const { length, capacity, inflowLimit, sample, arrest, leakage } = conveyor;
  return element("conveyor", { exponential_leak: leakage === "exponential" ? "true" : undefined }, [
    part("len", length),
    part("capacity", capacity),
    part("in_limit", inflowLimit),
    part("sample", sample),
    part("arrest", arrest),
  ]);
}
