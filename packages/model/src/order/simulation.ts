import { fold } from "../builtin/fold.ts";
import type { Equation, Expr, Simulation, VariableId } from "../model.ts";
import type { ResolvedTree } from "../resolve/resolved-tree.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";

/** The times of the run, worked out from the equations of the variables that give them; undefined, with diagnostics, if not. */
export function simulationOf(tree: ResolvedTree, found: Diagnostic[]): Simulation | undefined {
  const { timeVariables, timeUnits, method } = tree;
  const equations = new Map(tree.equations.map((equation) => [equation.variable, equation]));
  const numberOf = (id: VariableId): number | undefined => {
    const value = constantValue(id, equations, new Set());
    const { name, span } = tree.variables[id]!;
    if (value === undefined || !Number.isFinite(value)) found.push(report("time-not-constant", span, { name }));
    return value;
  };
  const initialTime = numberOf(timeVariables.initialTime);
  const finalTime = numberOf(timeVariables.finalTime);
  const timeStep = numberOf(timeVariables.timeStep);
  const saveStep = numberOf(timeVariables.saveStep);
  if (initialTime === undefined || finalTime === undefined || timeStep === undefined || saveStep === undefined)
    return undefined;
  const times = { initialTime, finalTime, timeStep, saveStep };
  checkTimes(tree, times, found);
  return { ...times, timeVariables, timeUnits, method };
}

interface Times {
  readonly initialTime: number;
  readonly finalTime: number;
  readonly timeStep: number;
  readonly saveStep: number;
}

function checkTimes({ variables, timeVariables }: ResolvedTree, times: Times, found: Diagnostic[]): void {
  for (const which of ["timeStep", "saveStep"] as const) {
    const { name, span } = variables[timeVariables[which]]!;
    if (times[which] <= 0) found.push(report("time-step-size", span, { name, value: times[which] }));
  }
  const { initialTime: initial, finalTime: final } = times;
  if (final < initial)
    found.push(report("final-before-initial", variables[timeVariables.finalTime]!.span, { initial, final }));
}

type Equations = ReadonlyMap<VariableId, Equation>;

/** The value of a variable that depends on constants alone; undefined where it does not. */
function constantValue(id: VariableId, equations: Equations, within: ReadonlySet<VariableId>): number | undefined {
  const definition = within.has(id) ? undefined : equations.get(id)?.definition;
  const inside = new Set([...within, id]);
  switch (definition?.kind) {
    case "constant":
      return definition.values[0];
    case "auxiliary":
    case "initial":
      return foldThrough(definition.value, equations, inside);
    default:
      return undefined;
  }
}

function foldThrough(expr: Expr, equations: Equations, within: ReadonlySet<VariableId>): number | undefined {
  if (expr.kind === "number") return expr.value;
  if (expr.kind === "variable") return expr.at.length === 0 ? constantValue(expr.id, equations, within) : undefined;
  if (expr.kind !== "call") return undefined;
  const args = expr.args.map((arg) => foldThrough(arg, equations, within));
  return args.every((arg) => arg !== undefined) ? fold(expr.builtin.behaviour.meaning, args) : undefined;
}
