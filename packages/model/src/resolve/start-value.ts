import { fold, type Times } from "../builtin/fold.ts";
import type { Expr, VariableId } from "../model.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { VariableSyntax } from "../syntax/syntax-tree.ts";
import type { Draft, NamedVariable } from "./draft.ts";
import { resolveExpression } from "./expression.ts";
import { timeNames } from "./time-variables.ts";

/** What an expression is at the start of a run, and what that was worked out from. */
export interface StartValue {
  readonly value: number;
  readonly from: ReadonlySet<VariableId>;
  /** It depends on time, so it may be something else later. */
  readonly mayChange: boolean;
}

/** The value at the start where it can be worked out before everything is resolved; undefined where it cannot. */
export function startValue(draft: Draft, expr: Expr): StartValue | undefined {
  const search: Search = {
    draft: {
      ...draft,
      found: [],
      equations: [],
      variables: [...draft.variables],
      memories: new Map(),
      shifts: [],
      hiddenNames: new Map(),
      hiddenDimensions: [...draft.hiddenDimensions],
      noiseCalls: new Map(),
      structural: new Set(),
      dataTables: new Map(),
    },
    from: new Set(),
    within: new Set(),
  };
  const constant = startOf(expr, search, undefined);
  if (constant !== undefined) return { value: constant, from: search.from, mayChange: false };
  const times = startTimes(search);
  const value = times && startOf(expr, search, times);
  return value === undefined ? undefined : { value, from: search.from, mayChange: true };
}

interface Search {
  /** A copy to resolve right-hand sides in early: what comes of that is thrown away. */
  readonly draft: Draft;
  readonly from: Set<VariableId>;
  readonly within: ReadonlySet<VariableId>;
}

function startTimes(search: Search): Times | undefined {
  const [initial, final, step] = [timeNames.initialTime, timeNames.finalTime, timeNames.timeStep].map((name) => {
    const variable = search.draft.named.get(nameKey(name));
    return variable && valueOfVariable(variable, search, undefined);
  });
  if (initial === undefined || final === undefined || step === undefined) return undefined;
  return { time: initial, stepTime: initial, initial, final, step };
}

function startOf(expr: Expr, search: Search, times: Times | undefined): number | undefined {
  if (expr.kind === "number") return expr.value;
  if (expr.kind === "variable") {
    const { role, name } = search.draft.variables[expr.id]!;
    if (role === "time") return times?.time;
    const variable = expr.at.length === 0 ? search.draft.named.get(nameKey(name)) : undefined;
    return variable && valueOfVariable(variable, search, times);
  }
  if (expr.kind !== "call") return undefined;
  const args = expr.args.map((arg) => startOf(arg, search, times));
  return args.every((arg) => arg !== undefined) ? fold(expr.builtin.behaviour.meaning, args, times) : undefined;
}

function valueOfVariable(variable: NamedVariable, search: Search, times: Times | undefined): number | undefined {
  const [only, ...others] = variable.syntax;
  if (only === undefined || others.length > 0 || search.within.has(variable.id)) return undefined;
  search.from.add(variable.id);
  const inside = { ...search, within: new Set([...search.within, variable.id]) };
  return valueOfRight(variable, only, inside, times);
}

function valueOfRight(
  variable: NamedVariable,
  { definition }: VariableSyntax,
  search: Search,
  times: Times | undefined,
): number | undefined {
  if (definition.kind !== "equation" && definition.kind !== "unchangeable") return undefined;
  const scope = { variable, loops: [], bindings: [] };
  return startOf(resolveExpression(search.draft, scope, definition.expression), search, times);
}
