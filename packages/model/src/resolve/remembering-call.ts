import type { Builtin } from "../builtin/builtin.ts";
import type { RememberingBehaviour } from "../builtin/remembering.ts";
import type { Expr } from "../model.ts";
import type { Call } from "./call.ts";
import type { Draft } from "./draft.ts";
import { faulty } from "./expression.ts";
import { hiddenMaker, hide } from "./hidden.ts";
import { operandOf } from "./operand-reader.ts";
import type { Scope } from "./scope.ts";

/** A call of a function with a memory that takes tables or arrays, taken apart: a reference to the hidden variable that has its value. */
export function resolveRemembering(
  draft: Draft,
  scope: Scope,
  row: Builtin,
  { takes, expand }: RememberingBehaviour,
  { args, span }: Call,
): Expr {
  const owner = `${row.names[draft.dialect] ?? row.id} of ${scope.variable.name}`;
  const reader = { draft, scope, marked: scope, row, owner };
  const read = takes.map((kind, i) => operandOf(reader, kind, args[i]!, i));
  if (!read.every((one) => one !== undefined)) return faulty(span);
  const make = hiddenMaker(draft, scope, owner, row, span);
  // Each operand has been made as the kind in `takes` wants it, which the row's own types hold `expand` to.
  const value = expand(make, ...(read.map(({ operand }) => operand) as never[]));
  if (value === undefined) return faulty(span);
  const { id, reference } = hide(draft, scope, owner, { kind: "auxiliary", value, initial: undefined }, span);
  draft.memories.set(id, { builtin: row, args: read.map(({ expr }) => expr), span });
  return reference;
}
