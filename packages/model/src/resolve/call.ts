import type { Builtin } from "../builtin/builtin.ts";
import { arityOf, builtinsNamed, functionNames, isPure, refusal } from "../builtin/register.ts";
import type { Expr } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import { nearestName } from "../syntax/nearest-name.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import { resolveDataReading } from "./data-reading.ts";
import type { Draft } from "./draft.ts";
import { faulty, resolveExpression } from "./expression.ts";
import { resolveForm } from "./form.ts";
import { expandMemory } from "./hidden.ts";
import { readLookup, readVariable } from "./lookup-reading.ts";
import { resolveReduction } from "./reduction.ts";
import { resolveRemembering } from "./remembering-call.ts";
import type { Scope } from "./scope.ts";
import { resolveSpread } from "./spread-call.ts";

export type Call = Extract<SyntaxExpr, { kind: "call" }>;

/** `name(args)`: a lookup variable read at a place, or a built-in function. Calls of macros have been written out before. */
export function resolveCall(draft: Draft, scope: Scope, call: Call): Expr {
  const key = nameKey(call.name);
  const variable = draft.named.get(key);
  const rows = builtinsNamed(draft.dialect, call.name);
  // A lookup may have the name of a function; any other variable of that name is not meant where something is called.
  const isLookup = variable !== undefined && draft.variables[variable.id]!.role === "lookup";
  if (variable && (isLookup || rows.length === 0)) return readVariable(draft, scope, variable, call);
  if (rows.length > 0) return callOneOf(draft, scope, rows, call);
  const why = refusal(draft.dialect, call.name);
  if (why !== undefined) return refused(draft, call, scope.variable.name, why);
  return unknownFunction(draft, scope, call);
}

/** A function without arguments, called by its name alone (XMILE's TIME, DT, PI), or refused; undefined where there is none such. */
export function resolveNamedCall(
  draft: Draft,
  scope: Scope,
  { name, span }: { readonly name: string; readonly span: Span },
): Expr | undefined {
  const call: Call = { kind: "call", name, nameSpan: span, subscripts: [], args: [], outputs: [], span };
  const row = builtinsNamed(draft.dialect, name).find((candidate) => candidate.args.length === 0);
  if (row !== undefined) return applyBuiltin(draft, scope, row, call);
  const why = refusal(draft.dialect, name);
  return why === undefined ? undefined : refused(draft, call, scope.variable.name, why);
}

/** The row that takes as many arguments as the call has; rows of one name differ in that. */
export function fittingRow(draft: Draft, call: Call): Builtin | undefined {
  return builtinsNamed(draft.dialect, call.name).find((row) => {
    const { least, most } = arityOf(row);
    return call.args.length >= least && call.args.length <= most;
  });
}

function callOneOf(draft: Draft, scope: Scope, rows: readonly Builtin[], call: Call): Expr {
  const row = fittingRow(draft, call);
  if (row) return applyBuiltin(draft, scope, row, call);
  const facts = { name: call.name, wanted: rows.map(wantedBy).join(" or "), given: call.args.length };
  draft.found.push(report("argument-count", call.span, facts));
  return faulty(call.span);
}

function wantedBy(row: Builtin): string {
  if (row.args.length === 0) return "no arguments";
  const names = row.args.map((name) => (name.endsWith("?") ? `[${name.slice(0, -1)}]` : name)).join(", ");
  return `${row.args.length} argument${row.args.length === 1 ? "" : "s"} (${names})`;
}

function applyBuiltin(draft: Draft, scope: Scope, row: Builtin, call: Call): Expr {
  const { behaviour } = row;
  switch (behaviour.kind) {
    case "pure": {
      const given = call.args.map((arg) => resolveExpression(draft, scope, arg));
      return isPure(row)
        ? { kind: "call", builtin: row, args: withDefaults(row, given, call.span), span: call.span }
        : faulty(call.span);
    }
    case "memory": {
      const args = call.args.map((arg) => resolveExpression(draft, scope, arg));
      return expandMemory(draft, scope, { builtin: row, expand: behaviour.expand, args, span: call.span });
    }
    case "remembering":
      return resolveRemembering(draft, scope, row, behaviour, call);
    case "reduction":
      return resolveReduction(draft, scope, behaviour.by, call);
    case "spread":
      return resolveSpread(draft, scope, row, behaviour, call);
    case "reading":
      return readLookup(draft, scope, behaviour.reading, call);
    case "external":
      draft.found.push(report("external-misplaced", call.nameSpan, { name: call.name }));
      return faulty(call.span);
    case "data":
      return resolveDataReading(draft, scope, row, behaviour.reading, call);
    case "form":
      return resolveForm(draft, scope, row, behaviour.form, call);
  }
}

function withDefaults(row: Builtin, given: readonly Expr[], span: Span): readonly Expr[] {
  const defaults = row.defaults ?? [];
  const left = row.args.length - given.length;
  return [...given, ...defaults.slice(defaults.length - left).map((value): Expr => ({ kind: "number", value, span }))];
}

function refused(draft: Draft, call: Call, user: string, why: string): Expr {
  if (nameKey(call.name) === nameKey("A FUNCTION OF"))
    draft.found.push(report("equation-not-written", call.nameSpan, { user }));
  else draft.found.push(report("refused-function", call.nameSpan, { name: call.name, user, why }));
  return faulty(call.span);
}

function unknownFunction(draft: Draft, scope: Scope, call: Call): Expr {
  const lookups = [...draft.named.values()].filter(({ id }) => draft.variables[id]!.role === "lookup");
  const names = [...functionNames(draft.dialect), ...lookups.map(({ name }) => name)];
  const near = nearestName(call.name, names);
  draft.found.push(report("unknown-function", call.nameSpan, { name: call.name, user: scope.variable.name, near }));
  return faulty(call.span);
}
