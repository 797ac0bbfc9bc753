import type { Builtin, StructuralForm } from "../builtin/builtin.ts";
import type { Definition, Expr } from "../model.ts";
import { type Call, fittingRow } from "./call.ts";
import type { Draft } from "./draft.ts";
import { resolveExpression } from "./expression.ts";
import { hide } from "./hidden.ts";
import { readInline } from "./lookup-reading.ts";
import { countElements } from "./reduction.ts";
import type { Scope } from "./scope.ts";
import { resolveShift } from "./shift.ts";
import { resolveTimeValue } from "./time-value.ts";

/** A structural function inside an expression: one that defines a variable gets a hidden one to define. */
export function resolveForm(draft: Draft, scope: Scope, row: Builtin, form: StructuralForm, call: Call): Expr {
  if (form === "with-lookup") return readInline(draft, scope, call);
  if (form === "element-count") return countElements(draft, call);
  if (form === "time-value") return resolveTimeValue(draft, scope, call);
  if (form === "shift") return resolveShift(draft, scope, row, call);
  const name = `${row.names[draft.dialect] ?? row.id} of ${scope.variable.name}`;
  return hide(draft, scope, name, definitionBy(draft, scope, form, call), call.span).reference;
}

/** The definition that a whole right-hand side is, where it is one structural call: INTEG(…), INITIAL(…); else undefined. */
export function definitionOf(draft: Draft, scope: Scope, call: Call): Definition | undefined {
  const behaviour = fittingRow(draft, call)?.behaviour;
  if (behaviour?.kind !== "form") return undefined;
  const { form } = behaviour;
  if (form === "with-lookup" || form === "element-count" || form === "time-value" || form === "shift") return undefined;
  return definitionBy(draft, scope, form, call);
}

type DefiningForm = Exclude<StructuralForm, "with-lookup" | "element-count" | "time-value" | "shift">;

function definitionBy(draft: Draft, scope: Scope, form: DefiningForm, call: Call): Definition {
  const [first, second, third] = call.args.map((arg) => resolveExpression(draft, scope, arg));
  switch (form) {
    case "stock":
      return { kind: "stock", rate: first!, initial: second! };
    case "initial":
      return { kind: "initial", value: second ?? first! };
    case "active-initial":
      return { kind: "auxiliary", value: first!, initial: second! };
    case "pipeline":
      return { kind: "pipeline", input: first!, delay: second!, initial: third ?? first! };
    case "sample":
      return { kind: "sample", condition: first!, input: second!, initial: third! };
    case "previous":
      return { kind: "previous", input: first!, initial: second! };
  }
}
