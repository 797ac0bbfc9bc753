import { pureBuiltin } from "../builtin/register.ts";
import type { Definition, Expr, Index } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { Draft, NamedVariable } from "./draft.ts";
import { faulty, operator, resolveExpression } from "./expression.ts";
import { hide, simpleOf } from "./hidden.ts";
import type { Scope } from "./scope.ts";
import { indexOf } from "./subscripts.ts";

type Reference = Extract<SyntaxExpr, { kind: "reference" }>;

/** A position that is computed, along one axis of the variable. */
interface Computed {
  readonly value: Expr;
  readonly size: number;
  /** How many places further one position is. */
  readonly stride: number;
}

/**
 * `x[expression]`: the element at a position counted from 1, a fraction taken for the position before it, or 0, or what the file
 * says, where there is none (XMILE 1.0, 3.7.1): the element that is so many places after the first, where every position is within its axis.
 */
export function resolveComputed(draft: Draft, scope: Scope, variable: NamedVariable, reference: Reference): Expr {
  const { subscripts, span } = reference;
  const { axes } = variable;
  if (subscripts.length !== axes.length) {
    const facts = { name: variable.name, wanted: axes.length, given: subscripts.length };
    draft.found.push(report("subscript-count", span, facts));
    return faulty(span);
  }
  const computed: Computed[] = [];
  const at = subscripts.map((subscript, axis): Index | undefined => {
    if (subscript.index === undefined) return indexOf(draft, scope, variable, axes[axis]!, subscript);
    const stride = axes.slice(axis + 1).reduce((places, { elements }) => places * elements.size, 1);
    const value = position(draft, scope, subscript.index, subscript.span);
    computed.push({ value, size: axes[axis]!.elements.size, stride });
    return { kind: "fixed", position: 0 };
  });
  if (!at.every((index) => index !== undefined)) return faulty(span);
  const offset = computed.map((each) => placesTo(each, span)).reduce((sum, each) => operator("add", span, sum, each));
  const element: Expr = { kind: "element", id: variable.id, at, offset, otherwise: draft.invalidIndexValue, span };
  const isThere = computed.map((each) => isWithin(each, span)).reduce((all, each) => operator("and", span, all, each));
  const none: Expr = { kind: "number", value: draft.invalidIndexValue, span };
  return { kind: "call", builtin: pureBuiltin("if-then-else"), args: [isThere, element, none], span };
}

/** It is read several times, so one that is more than a name or a number gets a variable of its own. */
function position(draft: Draft, scope: Scope, index: SyntaxExpr, span: Span): Expr {
  const value = resolveExpression(draft, scope, index);
  const simple = simpleOf(value);
  if (simple !== undefined) return simple;
  const definition: Definition = { kind: "auxiliary", value, initial: undefined };
  return hide(draft, scope, `index of ${scope.variable.name}`, definition, span).reference;
}

function placesTo({ value, stride }: Computed, span: Span): Expr {
  const number = (places: number): Expr => ({ kind: "number", value: places, span });
  const places = operator("subtract", span, operator("int", span, value), number(1));
  return stride === 1 ? places : operator("multiply", span, places, number(stride));
}

function isWithin({ value, size }: Computed, span: Span): Expr {
  const number = (end: number): Expr => ({ kind: "number", value: end, span });
  const isNotBefore = operator("greater-or-equal", span, value, number(1));
  return operator("and", span, isNotBefore, operator("less", span, value, number(size + 1)));
}
