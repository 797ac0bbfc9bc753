import { nameKey } from "../syntax/name-key.ts";
import type { NameSyntax, SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";

/** What a stock that may not fall below zero leaves to one of its outflows. */
export interface OutflowLimit {
  readonly flow: string;
  readonly stock: string;
  /** Outflows that take before this one. */
  readonly earlier: readonly NameSyntax[];
  /** What flows in during the step may be taken at once, except what depends on this flow in turn. */
  readonly inflows: readonly NameSyntax[];
  readonly inCircle: boolean;
}

export interface OutflowLimits {
  /** By the key of the flow's name. */
  readonly byFlow: ReadonlyMap<string, OutflowLimit>;
  /** Non-negative stocks with an outflow that is another stock's too, so that no one stock can limit it; by key. */
  readonly shared: ReadonlyMap<string, NameSyntax>;
}

type StockSyntax = Extract<VariableSyntax["definition"], { kind: "stock" }>;

/**
 * How non-negative stocks limit what flows out of them: each outflow takes min(its own equation, stock / DT + inflows -
 * what earlier outflows take). Source: iseesystems.com/resources/help/v2, Computational Details, Flow prioritization.
 */
export function outflowLimits(variables: readonly VariableSyntax[]): OutflowLimits {
  const stocks = stocksIn(variables);
  const sources = new Map<string, Set<string>>();
  for (const [key, { outflows }] of stocks)
    for (const flow of outflows)
      sources.set(nameKey(flow.name), (sources.get(nameKey(flow.name)) ?? new Set()).add(key));
  const byFlow = new Map<string, OutflowLimit>();
  const shared = new Map<string, NameSyntax>();
  for (const [key, { name, outflows, inflows, nonNegative }] of stocks) {
    if (!nonNegative) continue;
    for (const [place, flow] of outflows.entries())
      if (sources.get(nameKey(flow.name))!.size > 1) shared.set(key, flow);
      else
        byFlow.set(nameKey(flow.name), {
          flow: flow.name,
          stock: name,
          earlier: outflows.slice(0, place),
          inflows,
          inCircle: false,
        });
  }
  return { byFlow: withoutCircles(byFlow, variables), shared };
}

function stocksIn(variables: readonly VariableSyntax[]): ReadonlyMap<string, StockSyntax & { readonly name: string }> {
  const stocks = new Map<string, StockSyntax & { readonly name: string }>();
  for (const { name, definition } of variables)
    if (definition.kind === "stock" && !stocks.has(nameKey(name))) stocks.set(nameKey(name), { ...definition, name });
  return stocks;
}

type Limits = ReadonlyMap<string, OutflowLimit>;

/** Leaves out the inflows that need the limited flow first. */
function withoutCircles(limits: Limits, variables: readonly VariableSyntax[]): Limits {
  if (limits.size === 0) return limits;
  const needs = needsOf(variables, limits);
  return new Map(
    [...limits].map(([key, limit]) => {
      const inflows = limit.inflows.filter(({ name }) => !reaches(nameKey(name), key, needs));
      return [key, { ...limit, inflows, inCircle: inflows.length < limit.inflows.length }];
    }),
  );
}

/** What each variable needs within a step; a stock needs nothing, for it is there. */
function needsOf(variables: readonly VariableSyntax[], limits: Limits): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, string[]>();
  for (const { name, definition } of variables) {
    const key = nameKey(name);
    const own = "expression" in definition && definition.expression ? namesIn(definition.expression) : [];
    needs.set(key, [...(needs.get(key) ?? []), ...own]);
  }
  for (const [key, { earlier, inflows }] of limits)
    needs.set(key, [...(needs.get(key) ?? []), ...[...earlier, ...inflows].map(({ name }) => nameKey(name))]);
  return needs;
}

function namesIn(expression: SyntaxExpr): readonly string[] {
  switch (expression.kind) {
    case "reference":
      return [nameKey(expression.name)];
    case "call":
      return [nameKey(expression.name), ...expression.args.flatMap(namesIn)];
    case "unary":
      return namesIn(expression.operand);
    case "binary":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case "number":
    case "missing":
    case "lookup":
    case "array":
    case "text":
    case "faulty":
      return [];
  }
}

function reaches(from: string, to: string, needs: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set([from]);
  for (const name of seen) {
    if (name === to) return true;
    for (const need of needs.get(name) ?? []) seen.add(need);
  }
  return false;
}
