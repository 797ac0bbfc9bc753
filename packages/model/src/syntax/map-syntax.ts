import type { ConveyorSyntax, DefinitionSyntax, NameSyntax, SubscriptSyntax, SyntaxExpr } from "./syntax-tree.ts";

/** An expression with each of the expressions directly inside it replaced. */
export function mapParts(expr: SyntaxExpr, replace: (part: SyntaxExpr) => SyntaxExpr): SyntaxExpr {
  switch (expr.kind) {
    case "number":
    case "missing":
    case "lookup":
    case "array":
    case "text":
    case "faulty":
      return expr;
    case "reference":
      return { ...expr, subscripts: mapIndices(expr.subscripts, replace) };
    case "call":
      return { ...expr, subscripts: mapIndices(expr.subscripts, replace), args: expr.args.map(replace) };
    case "unary":
      return { ...expr, operand: replace(expr.operand) };
    case "binary":
      return { ...expr, left: replace(expr.left), right: replace(expr.right) };
  }
}

function mapIndices(
  subscripts: readonly SubscriptSyntax[],
  replace: (part: SyntaxExpr) => SyntaxExpr,
): readonly SubscriptSyntax[] {
  return subscripts.map((each) => (each.index === undefined ? each : { ...each, index: replace(each.index) }));
}

/** A definition with its expressions replaced, and the names of flows that a stock lists. */
export function mapDefinition(
  definition: DefinitionSyntax,
  replace: (expression: SyntaxExpr) => SyntaxExpr,
  rename: (flow: NameSyntax) => NameSyntax = (flow) => flow,
): DefinitionSyntax {
  switch (definition.kind) {
    case "equation":
    case "unchangeable":
      return { ...definition, expression: replace(definition.expression) };
    case "flow": {
      const { expression, multiplier } = definition;
      const more = multiplier === undefined ? {} : { multiplier: replace(multiplier) };
      return { ...definition, expression: replace(expression), ...more };
    }
    case "stock": {
      const { initial, inflows, outflows } = definition;
      return {
        ...definition,
        initial: replace(initial),
        inflows: inflows.map(rename),
        outflows: outflows.map(rename),
      };
    }
    case "conveyor":
      return mapConveyor(definition, replace, rename);
    case "driven":
      return definition.leak === undefined
        ? definition
        : { ...definition, leak: { ...definition.leak, fraction: replace(definition.leak.fraction) } };
    case "data":
      return definition.expression === undefined
        ? definition
        : { ...definition, expression: replace(definition.expression) };
    case "lookup":
      return definition;
  }
}

function mapConveyor(
  conveyor: ConveyorSyntax,
  replace: (expression: SyntaxExpr) => SyntaxExpr,
  rename: (flow: NameSyntax) => NameSyntax,
): ConveyorSyntax {
  const { initial, inflows, outflows, length, capacity, inflowLimit, sample, arrest } = conveyor;
  return {
    ...conveyor,
    initial: initial.map(replace),
    inflows: inflows.map(rename),
    outflows: outflows.map(rename),
    length: replace(length),
    capacity: capacity && replace(capacity),
    inflowLimit: inflowLimit && replace(inflowLimit),
    sample: sample && replace(sample),
    arrest: arrest && replace(arrest),
  };
}

/** Every expression of a definition, in the order in which `mapDefinition` comes to them. */
export function expressionsOf(definition: DefinitionSyntax): readonly SyntaxExpr[] {
  const found: SyntaxExpr[] = [];
  mapDefinition(definition, (expression) => {
    found.push(expression);
    return expression;
  });
  return found;
}
