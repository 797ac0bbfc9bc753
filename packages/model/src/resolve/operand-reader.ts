import type { Builtin } from "../builtin/builtin.ts";
import type { OperandKind, Operands } from "../builtin/spread.ts";
import type { Expr } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { Draft } from "./draft.ts";
import { resolveExpression } from "./expression.ts";
import { hide, simpleOf } from "./hidden.ts";
import { tableIn } from "./lookup-reading.ts";
import { pointsOf } from "./made-table.ts";
import { axesWanted, elementOf, matrixOf, profilesOf, vectorOf } from "./operands.ts";
import type { Scope } from "./scope.ts";
import { scopeFor } from "./spread-maker.ts";

/** Reads the arguments of a call, each as its function takes it. */
export interface OperandReader {
  readonly draft: Draft;
  readonly scope: Scope;
  readonly marked: Scope;
  readonly row: Builtin;
  readonly owner: string;
}

/** An argument as the function takes it, and as an expression that its unit is that of. */
interface Read {
  readonly operand: Operands[OperandKind];
  readonly expr: Expr;
}

export function operandOf(reader: OperandReader, kind: OperandKind, syntax: SyntaxExpr, i: number): Read | undefined {
  const { draft, scope, row } = reader;
  const name = row.names[draft.dialect] ?? row.id;
  switch (kind) {
    case "table":
      return tableRead(reader, syntax, name);
    case "marked":
      return same(resolveExpression(draft, reader.marked, syntax));
    case "written":
      return same(resolveExpression(draft, scope, syntax));
    case "value":
      return same(settled(reader, resolveExpression(draft, scope, syntax), i));
    case "vector-or-value": {
      const own = resolveExpression(draft, scope, syntax);
      const isVector = own.kind === "variable" && own.at.length > 0;
      return isVector ? operandOf(reader, "vector", syntax, i) : same(settled(reader, own, i));
    }
    case "vector":
    case "matrix":
    case "profiles": {
      const argument = { function: name, number: i + 1, axes: axesWanted[kind], name: nameOf(reader, i) };
      const own = elementOf(draft, scope, resolveExpression(draft, scope, syntax), argument);
      const operand = own && arrayOperand(reader, kind, own, name);
      return own && operand && { operand, expr: own };
    }
  }
}

const same = (expr: Expr): Read => ({ operand: expr, expr });
const nameOf = ({ owner, row }: OperandReader, i: number): string => `${owner}: ${row.args[i]!}`;

function arrayOperand(
  { draft, scope }: OperandReader,
  kind: "vector" | "matrix" | "profiles",
  own: Extract<Expr, { kind: "variable" }>,
  name: string,
): Operands[typeof kind] | undefined {
  switch (kind) {
    case "vector":
      return vectorOf(draft, scope, own);
    case "matrix":
      return matrixOf(draft, scope, own, name);
    case "profiles":
      return profilesOf(draft, own, name);
  }
}

/** More than a name or a number gets a variable of its own: then it has no loops, and may stand inside new ones. */
function settled(reader: OperandReader, expr: Expr, i: number): Expr {
  const definition = { kind: "auxiliary", value: expr, initial: undefined } as const;
  const around = scopeFor(reader.scope, [expr]);
  return simpleOf(expr) ?? hide(reader.draft, around, nameOf(reader, i), definition, expr.span).reference;
}

function tableRead({ draft, scope }: OperandReader, syntax: SyntaxExpr, name: string): Read | undefined {
  const table = tableIn(draft, scope, syntax);
  if (table === undefined) draft.found.push(report("table-needed", syntax.span, { name }));
  if (table === undefined || table === "faulty") return undefined;
  const points = pointsOf(draft, table);
  const read = (reading: Extract<Expr, { kind: "lookup" }>["reading"], x: Expr): Expr => ({
    kind: "lookup",
    table,
    reading,
    x,
    span: syntax.span,
  });
  return { operand: { read, points }, expr: read("table", { kind: "number", value: 0, span: syntax.span }) };
}
