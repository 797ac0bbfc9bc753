import { flattenModules } from "../resolve/flatten-modules.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { expressionsOf } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { FlowEnds, JoinsSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { integrated } from "../translate/stock-by-flows.ts";

/** What a drawing shows of a model: its variables, what is a stock or a flow, and what depends on what. By keys of names. */
export interface Structure extends JoinsSyntax {
  readonly names: ReadonlyMap<string, string>;
  /** From a cause to what it acts on; the flows of a stock are not among its causes. */
  readonly causes: readonly (readonly [from: string, to: string])[];
}

export function structureOf(tree: SyntaxTree): Structure {
  const { variables } = flattenModules(tree);
  const names = new Map(variables.map(({ name }) => [nameKey(name), name]));
  const stocks = new Set<string>();
  const flows = new Map<string, FlowEnds>();
  const join = (key: string, end: Partial<FlowEnds>) => {
    if (names.has(key)) flows.set(key, { ...{ from: undefined, to: undefined }, ...flows.get(key), ...end });
  };
  for (const variable of variables) {
    const own = flowsIn(variable);
    if (own === undefined) continue;
    const key = nameKey(variable.name);
    stocks.add(key);
    for (const flow of own.inflows) join(flow, { to: key });
    for (const flow of own.outflows) join(flow, { from: key });
  }
  for (const key of stocks) flows.delete(key);
  return { names, stocks, flows, causes: causesIn(variables, names, flows) };
}

/** From each cause to what it acts on, by keys of names: by the equations, and a flow on the stocks that it joins. */
export function effectsIn({ causes, flows }: Structure): Structure["causes"] {
  const pipes = [...flows].flatMap(([flow, { from, to }]) =>
    [from, to].flatMap((stock) => (stock === undefined ? [] : [[flow, stock] as const])),
  );
  return [...causes, ...pipes];
}

interface FlowKeys {
  readonly inflows: readonly string[];
  readonly outflows: readonly string[];
}

/** The flows of a stock: as XMILE lists them, or the terms of an INTEG's rate that are names. */
function flowsIn(variable: VariableSyntax): FlowKeys | undefined {
  const { definition } = variable;
  if (definition.kind === "stock" || definition.kind === "conveyor") {
    const keys = (all: readonly { readonly name: string }[]) => all.map(({ name }) => nameKey(name));
    return { inflows: keys(definition.inflows), outflows: keys(definition.outflows) };
  }
  const parts = integrated(variable);
  if (parts === undefined) return undefined;
  const flows: { inflows: string[]; outflows: string[] } = { inflows: [], outflows: [] };
  addTerms(parts.rate, true, flows);
  return flows;
}

function addTerms(rate: SyntaxExpr, into: boolean, flows: { inflows: string[]; outflows: string[] }): void {
  if (rate.kind === "reference") (into ? flows.inflows : flows.outflows).push(nameKey(rate.name));
  if (rate.kind === "unary") addTerms(rate.operand, rate.op === "negate" ? !into : into, flows);
  if (rate.kind !== "binary" || (rate.op !== "add" && rate.op !== "subtract")) return;
  addTerms(rate.left, into, flows);
  addTerms(rate.right, rate.op === "add" ? into : !into, flows);
}

function causesIn(
  variables: readonly VariableSyntax[],
  names: ReadonlyMap<string, string>,
  flows: ReadonlyMap<string, FlowEnds>,
): Structure["causes"] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { name, definition } of variables) {
    const to = nameKey(name);
    for (const from of expressionsOf(definition).flatMap(namesIn)) {
      const end = flows.get(from);
      const isPipe = end !== undefined && (end.to === to || end.from === to);
      if (from !== to && names.has(from) && !isPipe) pairs.set(JSON.stringify([from, to]), [from, to]);
    }
  }
  return [...pairs.values()];
}

function namesIn(expr: SyntaxExpr): readonly string[] {
  const open = [expr];
  const names: string[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "reference" || next.kind === "call") names.push(nameKey(next.name));
    open.push(...partsOf(next));
  }
  return names;
}
