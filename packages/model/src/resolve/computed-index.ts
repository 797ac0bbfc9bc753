import { pureBuiltin } from "../builtin/register.ts";
import type { Definition, Expr, Index, Loop } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import type { SubscriptSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { Draft, NamedVariable } from "./draft.ts";
import { faulty, operator, resolveExpression } from "./expression.ts";
import { hide } from "./hidden.ts";
import type { Scope } from "./scope.ts";
import { indexOf } from "./subscripts.ts";

type Reference = Extract<SyntaxExpr, { kind: "reference" }>;

/**
 * `x[expression]`: the element at a position counted from 1, or 0 where there is none (XMILE 1.0, 3.7.1). As a sum over the
 * axis of which all but one term are 0, so that an evaluator needs no other way to point at an element.
 */
export function resolveComputed(draft: Draft, scope: Scope, variable: NamedVariable, reference: Reference): Expr {
  const { subscripts, span } = reference;
  if (subscripts.length !== variable.axes.length) {
    const facts = { name: variable.name, wanted: variable.axes.length, given: subscripts.length };
    draft.found.push(report("subscript-count", span, facts));
    return faulty(span);
  }
  const loops: Loop[] = [];
  const tests: Expr[] = [];
  const at = subscripts.map((subscript, axis) => {
    if (subscript.index === undefined) return indexOf(draft, scope, variable, variable.axes[axis]!, subscript);
    const size = variable.axes[axis]!.elements.size;
    const loop = scope.loops.length + loops.push({ size }) - 1;
    const here: Index = { kind: "loop", loop, positions: Array.from({ length: size }, (_, turn) => turn) };
    tests.push(isAt(draft, scope, subscript.index, here, subscript));
    return here;
  });
  if (!at.every((index) => index !== undefined)) return faulty(span);
  const all = tests.reduce((both, test) => operator("and", span, both, test));
  const element: Expr = { kind: "variable", id: variable.id, at, span };
  return { kind: "reduce", by: "sum", loops, body: choose(all, element, span), span };
}

/** Whether a turn stands at the position that an index gives; a fraction counts as the position before it. */
function isAt(draft: Draft, scope: Scope, index: SyntaxExpr, here: Index, { span }: SubscriptSyntax): Expr {
  const value = operator("int", span, resolveExpression(draft, scope, index));
  // Computed outside the loops of the search, which are none of its own.
  const definition: Definition = { kind: "auxiliary", value, initial: undefined };
  const { reference } = hide(draft, scope, `index of ${scope.variable.name}`, definition, span);
  return operator("equal", span, reference, { kind: "position", at: here, span });
}

function choose(test: Expr, element: Expr, span: Span): Expr {
  const otherwise: Expr = { kind: "number", value: 0, span };
  return { kind: "call", builtin: pureBuiltin("if-then-else"), args: [test, element, otherwise], span };
}
