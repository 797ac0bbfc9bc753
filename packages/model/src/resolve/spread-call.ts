import type { Builtin } from "../builtin/builtin.ts";
import type { OperandKind, Operands, SpreadBehaviour } from "../builtin/spread.ts";
import type { Expr } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { Call } from "./call.ts";
import type { Draft } from "./draft.ts";
import { faulty, resolveExpression } from "./expression.ts";
import { hide, simpleOf } from "./hidden.ts";
import { tableIn } from "./lookup-reading.ts";
import { axesWanted, elementOf, matrixOf, profilesOf, vectorOf } from "./operands.ts";
import { markedDimensions } from "./reduction.ts";
import { type Scope, withReduction } from "./scope.ts";
import { scopeFor, spreadMaker } from "./spread-maker.ts";

/** A call of a function that takes arrays as a whole, or a table in several ways, written out in a hidden variable. */
export function resolveSpread(draft: Draft, scope: Scope, row: Builtin, how: SpreadBehaviour, call: Call): Expr {
  const { span } = call;
  const owner = `${row.names[draft.dialect] ?? row.id} of ${scope.variable.name}`;
  const marked = markedScope(draft, scope, how, call);
  if (marked === undefined) return faulty(span);
  const reader: Reader = { draft, scope, marked, row, owner };
  const read = how.takes.map((kind, i) => operandOf(reader, kind, call.args[i]!, i));
  if (!read.every((one) => one !== undefined)) return faulty(span);
  const make = spreadMaker({ draft, scope, marked: marked.loops.slice(scope.loops.length), owner, span });
  // Each operand has been made as the kind in `takes` wants it, which the row's own types hold `expand` to.
  const value = how.expand(make, ...(read.map(({ operand }) => operand) as never[]));
  const { id, reference } = hide(draft, scope, owner, { kind: "auxiliary", value, initial: undefined }, span);
  draft.memories.set(id, { builtin: row, args: read.map(({ expr }) => expr), span });
  return reference;
}

/** The scope inside the loops over what is marked in the arguments, where the function has such. */
function markedScope(draft: Draft, scope: Scope, { takes }: SpreadBehaviour, call: Call): Scope | undefined {
  if (!takes.includes("marked")) return scope;
  const dimensions = markedDimensions(
    draft,
    call.args.filter((_, i) => takes[i] === "marked"),
  );
  if (dimensions.length > 0) return withReduction(scope, dimensions);
  draft.found.push(report("nothing-to-reduce", call.span, { name: call.name }));
  return undefined;
}

interface Reader {
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

function operandOf(reader: Reader, kind: OperandKind, syntax: SyntaxExpr, i: number): Read | undefined {
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
const nameOf = ({ owner, row }: Reader, i: number): string => `${owner}: ${row.args[i]!}`;

function arrayOperand(
  { draft, scope }: Reader,
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
function settled(reader: Reader, expr: Expr, i: number): Expr {
  const definition = { kind: "auxiliary", value: expr, initial: undefined } as const;
  const around = scopeFor(reader.scope, [expr]);
  return simpleOf(expr) ?? hide(reader.draft, around, nameOf(reader, i), definition, expr.span).reference;
}

function tableRead({ draft, scope }: Reader, syntax: SyntaxExpr, name: string): Read | undefined {
  const table = tableIn(draft, scope, syntax);
  if (table === undefined) draft.found.push(report("table-needed", syntax.span, { name }));
  if (table === undefined || table === "faulty") return undefined;
  const read = (reading: Extract<Expr, { kind: "lookup" }>["reading"], x: Expr): Expr => ({
    kind: "lookup",
    table,
    reading,
    x,
    span: syntax.span,
  });
  return { operand: read, expr: read("table", { kind: "number", value: 0, span: syntax.span }) };
}
