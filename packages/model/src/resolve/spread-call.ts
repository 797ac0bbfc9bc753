import type { Builtin } from "../builtin/builtin.ts";
import type { SpreadBehaviour } from "../builtin/spread.ts";
import type { Expr } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Call } from "./call.ts";
import type { Draft } from "./draft.ts";
import { faulty } from "./expression.ts";
import { hide } from "./hidden.ts";
import { type OperandReader, operandOf } from "./operand-reader.ts";
import { markedDimensions } from "./reduction.ts";
import { type Scope, withReduction } from "./scope.ts";
import { spreadMaker } from "./spread-maker.ts";

/** A call of a function that takes arrays as a whole, or a table in several ways, written out in a hidden variable. */
export function resolveSpread(draft: Draft, scope: Scope, row: Builtin, how: SpreadBehaviour, call: Call): Expr {
  const { span } = call;
  const owner = `${row.names[draft.dialect] ?? row.id} of ${scope.variable.name}`;
  const marked = markedScope(draft, scope, how, call);
  if (marked === undefined) return faulty(span);
  const reader: OperandReader = { draft, scope, marked, row, owner };
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
