import type { Definition, Expr } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";
import { dataDefinition } from "./data-definition.ts";
import { dataExpression } from "./data-expression.ts";
import { addEquation, type Draft, type NamedVariable } from "./draft.ts";
import { admitted, drivenFlow, heldInStep } from "./driven-flow.ts";
import { operator, resolveExpression } from "./expression.ts";
import { externalDefinition, isExternal } from "./external-definition.ts";
import { definitionOf } from "./form.ts";
import { foldExpr } from "./hidden.ts";
import { type Turns, turnsOf } from "./left-hand-side.ts";
import { lookupTable } from "./lookup-reading.ts";
import type { Scope } from "./scope.ts";
import { limited, stockRate } from "./stock-flow.ts";

/** Resolves one equation of a variable and adds it to the draft. */
export function define(draft: Draft, variable: NamedVariable, syntax: VariableSyntax): void {
  const turns = turnsOf(draft, variable, syntax.subscripts, syntax.except);
  const { scope, at } = turns;
  const definition = resolveDefinition(draft, turns, syntax);
  if (definition === undefined) return;
  addEquation(draft, { variable: variable.id, loops: scope.loops, at, definition, span: syntax.span });
}

function resolveDefinition(draft: Draft, turns: Turns, syntax: VariableSyntax): Definition | undefined {
  const { scope } = turns;
  const { name, nameSpan: span } = syntax;
  const own = resolveOwn(draft, turns, syntax);
  const limit = draft.limits.byFlow.get(nameKey(name));
  if (own === undefined) return undefined;
  const given = limit === undefined ? own : limited(draft, scope, limit, own, span);
  return heldInStep(draft, name, admitted(draft, scope, { name, span }, given), span);
}

/** The definition that the equation itself gives. */
function resolveOwn(draft: Draft, turns: Turns, syntax: VariableSyntax): Definition | undefined {
  const { definition } = syntax;
  const { scope } = turns;
  if (isExternal(definition)) return externalDefinition(draft, turns, syntax);
  switch (definition.kind) {
    case "equation":
      return resolveRight(draft, scope, syntax, definition.expression, true);
    case "unchangeable":
      return resolveRight(draft, scope, syntax, definition.expression, false);
    case "flow":
      return definition.nonNegative
        ? {
            kind: "auxiliary",
            value: notBelowZero(resolveExpression(draft, scope, definition.expression)),
            initial: undefined,
          }
        : resolveRight(draft, scope, syntax, definition.expression, true);
    case "stock":
      return {
        kind: "stock",
        initial: resolveExpression(draft, scope, definition.initial),
        rate: stockRate(draft, scope, definition, syntax.nameSpan),
      };
    case "conveyor":
      // All of its equations are written together, once every other one is known.
      return undefined;
    case "driven":
      return { kind: "auxiliary", value: drivenFlow(draft, scope.variable, turns, definition), initial: undefined };
    case "lookup":
      return { kind: "lookup", tables: Array(turnCount(scope)).fill(lookupTable(definition.lookup)) };
    case "data":
      return definition.expression === undefined
        ? dataDefinition(draft, turns, syntax, definition.interpolation)
        : dataExpression(draft, turns, syntax, definition.expression, definition.interpolation);
  }
}

function resolveRight(
  draft: Draft,
  scope: Scope,
  syntax: VariableSyntax,
  right: SyntaxExpr,
  settable: boolean,
): Definition | undefined {
  if (right.kind === "array") return listed(draft, scope, syntax, right.rows.flat(), settable);
  const whole = right.kind === "call" ? definitionOf(draft, scope, right) : undefined;
  if (whole) return whole;
  const value = resolveExpression(draft, scope, right);
  const number = foldExpr(value);
  return number === undefined
    ? { kind: "auxiliary", value, initial: undefined }
    : { kind: "constant", values: Array(turnCount(scope)).fill(number), settable };
}

function listed(
  draft: Draft,
  scope: Scope,
  { name, nameSpan }: VariableSyntax,
  values: readonly number[],
  settable: boolean,
): Definition | undefined {
  const wanted = turnCount(scope);
  if (values.length === wanted) return { kind: "constant", values, settable };
  draft.found.push(report("constant-count", nameSpan, { name, wanted, given: values.length }));
  return undefined;
}

function turnCount({ loops }: Scope): number {
  return loops.reduce((count, { size }) => count * size, 1);
}

function notBelowZero(value: Expr): Expr {
  return operator("max", value.span, { kind: "number", value: 0, span: value.span }, value);
}
