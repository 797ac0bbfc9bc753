import type { Definition, Expr } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { NameSyntax, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { Draft } from "./draft.ts";
import { operator, resolveExpression } from "./expression.ts";
import { hide } from "./hidden.ts";
import type { OutflowLimit } from "./outflow-limits.ts";
import type { Scope } from "./scope.ts";

type StockSyntax = Extract<VariableSyntax["definition"], { kind: "stock" }>;

/** The rate of a stock that is given by its flows. */
export function stockRate(draft: Draft, scope: Scope, stock: StockSyntax, span: Span): Expr {
  const net = less(draft, scope, total(draft, scope, stock.inflows, span), stock.outflows);
  const { name } = scope.variable;
  const shared = stock.nonNegative ? draft.limits.shared.get(nameKey(name)) : undefined;
  if (shared === undefined) return net;
  const stocks = [...draft.named.values()].filter(({ syntax }) => syntax.some((one) => drains(one, shared.name)));
  draft.found.push(report("shared-outflow", span, { flow: shared.name, stocks: stocks.map((other) => other.name) }));
  return operator("max", span, net, operator("negate", span, perStep(draft, scope, name, span)));
}

function drains({ definition }: VariableSyntax, flow: string): boolean {
  return definition.kind === "stock" && definition.outflows.some(({ name }) => nameKey(name) === nameKey(flow));
}

/** A flow that takes no more than its stock has for it. */
export function limited(draft: Draft, scope: Scope, limit: OutflowLimit, own: Definition, span: Span): Definition {
  const value = valueOfFlow(own, span);
  if (value === undefined) return own;
  if (limit.inCircle) draft.found.push(report("limited-in-circle", span, { flow: limit.flow, stock: limit.stock }));
  const there = perStep(draft, scope, limit.stock, span);
  const coming =
    limit.inflows.length === 0 ? there : operator("add", span, there, total(draft, scope, limit.inflows, span));
  return {
    kind: "auxiliary",
    value: operator("min", span, value, less(draft, scope, coming, limit.earlier)),
    initial: undefined,
  };
}

/** What the flow would take by its own equation; undefined where it is something that nothing can limit. */
export function valueOfFlow(own: Definition, span: Span): Expr | undefined {
  if (own.kind === "auxiliary") return own.value;
  const [first] = own.kind === "constant" ? own.values : [];
  const uniform = own.kind === "constant" && own.values.every((value) => value === first);
  return uniform && first !== undefined ? { kind: "number", value: first, span } : undefined;
}

/**
 * What a stock holds at the start of a step, spread over the step. Within a Runge-Kutta step that stays as it is: each rate
 * found on the way is then one that the stock can bear for the whole step, and so is their mean.
 */
function perStep(draft: Draft, scope: Scope, stock: string, span: Span): Expr {
  const content = flowAt(draft, scope, { name: stock, span });
  const held = draft.method === "euler" ? content : atStepStart(draft, scope, stock, content);
  return operator("divide", span, held, operator("clock-step", span));
}

/** A sample that is taken at every step keeps within a step what it took at its start. */
function atStepStart(draft: Draft, scope: Scope, stock: string, content: Expr): Expr {
  const always: Expr = { kind: "number", value: 1, span: content.span };
  const definition: Definition = { kind: "sample", condition: always, input: content, initial: content };
  return hide(draft, scope, `${stock} at the start of a step of ${scope.variable.name}`, definition, content.span)
    .reference;
}

/** A stock or flow at the elements that the equation stands at. */
export function flowAt(draft: Draft, scope: Scope, { name, span }: NameSyntax): Expr {
  return resolveExpression(draft, scope, { kind: "reference", name, subscripts: [], span });
}

export function total(draft: Draft, scope: Scope, flows: readonly NameSyntax[], span: Span): Expr {
  const [first, ...rest] = flows.map((flow) => flowAt(draft, scope, flow));
  return rest.reduce((sum, flow) => operator("add", flow.span, sum, flow), first ?? { kind: "number", value: 0, span });
}

function less(draft: Draft, scope: Scope, from: Expr, flows: readonly NameSyntax[]): Expr {
  return flows
    .map((flow) => flowAt(draft, scope, flow))
    .reduce((rest, flow) => operator("subtract", flow.span, rest, flow), from);
}
