import { refusal } from "../builtin/register.ts";
import type { Expr, LookupReading, LookupTable } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { LookupSyntax, SubscriptSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { Call } from "./call.ts";
import type { Draft, NamedVariable } from "./draft.ts";
import { faulty, resolveExpression } from "./expression.ts";
import { readMade } from "./made-table.ts";
import type { Scope } from "./scope.ts";
import { indicesOf } from "./subscripts.ts";

export type Table = Extract<Expr, { kind: "lookup" }>["table"];

/** `table(x)`, where `table` is a variable. */
export function readVariable(draft: Draft, scope: Scope, variable: NamedVariable, call: Call): Expr {
  const table = tableOf(draft, scope, variable, call.subscripts, call.span);
  if (table === undefined) draft.found.push(report("not-a-lookup", call.nameSpan, { name: variable.name }));
  else if (call.args.length !== 1) {
    const facts = { name: variable.name, wanted: "1 argument (where to read it)", given: call.args.length };
    draft.found.push(report("argument-count", call.span, facts));
  } else if (table !== "faulty")
    return {
      kind: "lookup",
      table,
      reading: "table",
      x: resolveExpression(draft, scope, call.args[0]!),
      span: call.span,
    };
  return faulty(call.span);
}

/** LOOKUP EXTRAPOLATE(table, x) and its like. */
export function readLookup(draft: Draft, scope: Scope, reading: LookupReading | "area" | "inverse", call: Call): Expr {
  const table = tableIn(draft, scope, call.args[0]!);
  const x = resolveExpression(draft, scope, call.args[1]!);
  if (table === undefined) draft.found.push(report("table-needed", call.args[0]!.span, { name: call.name }));
  if (table === undefined || table === "faulty") return faulty(call.span);
  if (reading === "area" || reading === "inverse") return readMade(draft, reading, table, x, call);
  return { kind: "lookup", table, reading, x, span: call.span };
}

/** WITH LOOKUP(x, table). */
export function readInline(draft: Draft, scope: Scope, call: Call): Expr {
  const x = resolveExpression(draft, scope, call.args[0]!);
  const table = tableIn(draft, scope, call.args[1]!);
  if (table === undefined) draft.found.push(report("table-needed", call.args[1]!.span, { name: call.name }));
  if (table === undefined || table === "faulty") return faulty(call.span);
  return { kind: "lookup", table, reading: "table", x, span: call.span };
}

/** The points by rising x, in whatever order they are written. */
export function lookupTable({ points, between, outside }: LookupSyntax): LookupTable {
  const rising = points.toSorted((a, b) => a.x - b.x);
  return { xs: rising.map(({ x }) => x), ys: rising.map(({ y }) => y), between, outside };
}

export function tableIn(draft: Draft, scope: Scope, syntax: SyntaxExpr): Table | "faulty" | undefined {
  if (syntax.kind === "faulty") return "faulty";
  if (syntax.kind === "lookup") return lookupTable(syntax.lookup);
  if (syntax.kind !== "reference") return undefined;
  const variable = draft.named.get(nameKey(syntax.name));
  return variable && tableOf(draft, scope, variable, syntax.subscripts, syntax.span);
}

/** The table of a lookup variable, or the one that an auxiliary's own graphical function has; undefined where there is none. */
function tableOf(
  draft: Draft,
  scope: Scope,
  variable: NamedVariable,
  subscripts: readonly SubscriptSyntax[],
  span: Call["span"],
): Table | "faulty" | undefined {
  if (draft.variables[variable.id]!.role === "lookup") {
    const at = indicesOf(draft, scope, variable, subscripts, span);
    return at ? { variable: variable.id, at } : "faulty";
  }
  const [only] = variable.syntax;
  if (only?.definition.kind !== "equation") return undefined;
  const { expression } = only.definition;
  // A table from elsewhere has been refused already, where it is defined.
  if (expression.kind === "call" && refusal(draft.dialect, expression.name) !== undefined) return "faulty";
  const table = expression.kind === "call" && variable.syntax.length === 1 ? expression.args[1] : undefined;
  return table?.kind === "lookup" ? lookupTable(table.lookup) : undefined;
}
