import { pureBuiltin } from "../builtin/register.ts";
import type { Expr } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import { nearestName } from "../syntax/nearest-name.ts";
import type { BinaryOp, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { resolveCall, resolveNamedCall } from "./call.ts";
import { resolveComputed } from "./computed-index.ts";
import type { NamedDimension } from "./dimension-table.ts";
import type { Draft } from "./draft.ts";
import { indexOn, type Scope } from "./scope.ts";
import { bindingOf, indicesOf } from "./subscripts.ts";

type Reference = Extract<SyntaxExpr, { kind: "reference" }>;

/** Vensim's :NA: (vensim.com/documentation/ref_na.html). */
const MISSING = -(2 ** 109);

const rowOf: Record<BinaryOp, string> = {
  add: "add",
  subtract: "subtract",
  multiply: "multiply",
  divide: "divide",
  power: "power",
  modulo: "modulo",
  less: "less",
  "less-or-equal": "less-or-equal",
  greater: "greater",
  "greater-or-equal": "greater-or-equal",
  equal: "equal",
  "not-equal": "not-equal",
  and: "and",
  or: "or",
};

/** An expression with its names resolved; what cannot be is reported and left as a NaN, which no model comes to be run with. */
export function resolveExpression(draft: Draft, scope: Scope, syntax: SyntaxExpr): Expr {
  const { span } = syntax;
  switch (syntax.kind) {
    case "number":
      return { kind: "number", value: syntax.value, span };
    case "missing":
      return { kind: "number", value: MISSING, span };
    case "reference":
      return resolveReference(draft, scope, syntax);
    case "call":
      return resolveCall(draft, scope, syntax);
    case "unary": {
      const operand = resolveExpression(draft, scope, syntax.operand);
      return syntax.op === "plus" ? operand : operator(syntax.op, span, operand);
    }
    case "binary": {
      const left = resolveExpression(draft, scope, syntax.left);
      return operator(rowOf[syntax.op], span, left, resolveExpression(draft, scope, syntax.right));
    }
    case "lookup":
      draft.found.push(report("misplaced-table", span, {}));
      return faulty(span);
    case "array":
      draft.found.push(report("misplaced-list", span, {}));
      return faulty(span);
    case "text":
      draft.found.push(report("misplaced-text", span, { text: syntax.value }));
      return faulty(span);
    case "faulty":
      return faulty(span);
  }
}

export function operator(id: string, span: Span, ...args: readonly Expr[]): Expr {
  return { kind: "call", builtin: pureBuiltin(id), args, span };
}

export function faulty(span: Span): Expr {
  return { kind: "number", value: Number.NaN, span };
}

function resolveReference(draft: Draft, scope: Scope, reference: Reference): Expr {
  const variable = draft.named.get(nameKey(reference.name));
  if (variable === undefined) return resolveOtherName(draft, scope, reference);
  const { span } = reference;
  if (draft.variables[variable.id]!.role === "lookup") {
    draft.found.push(report("lookup-as-value", span, { name: variable.name, user: scope.variable.name }));
    return faulty(span);
  }
  if (reference.subscripts.some(({ index }) => index)) return resolveComputed(draft, scope, variable, reference);
  const at = indicesOf(draft, scope, variable, reference.subscripts, span);
  return at ? { kind: "variable", id: variable.id, at, span } : faulty(span);
}

/** A name that is no variable: a dimension or an element used as a number, or a function without arguments (TIME, PI). */
function resolveOtherName(draft: Draft, scope: Scope, reference: Reference): Expr {
  const { name, span } = reference;
  const dimension = draft.dimensions.find(name);
  if (dimension) {
    const bang = reference.subscripts[0]?.bang ?? false;
    const bound = markedInXmile(draft, scope, dimension) ?? bindingOf(draft, scope, dimension, { bang });
    // A subrange counts as the dimension that it is part of does.
    const whole = draft.dimensions.wholeOf(dimension);
    const at = bound && bound !== "ambiguous" && indexOn(bound.binding, bound.elements, whole.elements);
    if (at) return { kind: "position", at, span };
    draft.found.push(report("unbound-dimension", span, { dimension: dimension.name, name, user: scope.variable.name }));
    return faulty(span);
  }
  const place = draft.dimensions.homeOf(name)?.elements.placeOf(nameKey(name));
  if (place !== undefined) return { kind: "number", value: place + 1, span };
  return resolveNamedCall(draft, scope, reference) ?? unknownName(draft, scope, reference);
}

/** XMILE marks nothing: a dimension that a reduction goes over, and that the left-hand side does not have itself, is meant there. */
function markedInXmile(draft: Draft, scope: Scope, dimension: NamedDimension): ReturnType<typeof bindingOf> {
  const isOwn = scope.bindings.some((binding) => !binding.bang && binding.dimension === dimension.id);
  return draft.dialect === "vensim" || isOwn ? undefined : bindingOf(draft, scope, dimension, { bang: true });
}

function unknownName(draft: Draft, scope: Scope, { name, span }: Reference): Expr {
  const names = [...draft.named.values()].map((variable) => variable.name);
  const near = nearestName(name, names.concat(draft.dimensions.all.flatMap(({ elements }) => elements.names)));
  draft.found.push(report("unknown-name", span, { name, user: scope.variable.name, near }));
  return faulty(span);
}
