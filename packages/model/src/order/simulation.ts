import { type Times as Clock, fold } from "../builtin/fold.ts";
import type { Definition, Equation, Expr, Simulation, VariableId } from "../model.ts";
import type { ResolvedTree } from "../resolve/resolved-tree.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";

/** The times of the run as they are at its start, from the equations that give them; undefined, with diagnostics, if not. */
export function simulationOf(tree: ResolvedTree, found: Diagnostic[]): Simulation | undefined {
  const { timeVariables, timeUnits, method } = tree;
  const times = startTimes(tree);
  for (const which of ["initialTime", "finalTime", "timeStep", "saveStep"] as const) {
    const { name, span } = tree.variables[timeVariables[which]]!;
    if (!Number.isFinite(times[which])) found.push(report("time-not-constant", span, { name }));
  }
  if (!Object.values(times).every(Number.isFinite)) return undefined;
  checkTimes(tree, times, found);
  return { ...times, timeVariables, timeUnits, method };
}

interface Times {
  readonly initialTime: number;
  readonly finalTime: number;
  readonly timeStep: number;
  readonly saveStep: number;
}

// The times may be read off each other and off the clock, which they set: they are worked out until they stay.
const mostRounds = 4;

function startTimes({ equations, timeVariables }: ResolvedTree): Times {
  const byVariable = new Map(equations.map((equation) => [equation.variable, equation]));
  let clock: Clock = { time: 0, stepTime: 0, initial: 0, final: 0, step: 1 };
  for (let round = 1; ; round++) {
    const start: Start = { equations: byVariable, timeVariables, clock, known: new Map(), within: new Set() };
    const readTime = (id: VariableId) => startOf(id, start);
    const times = {
      initialTime: readTime(timeVariables.initialTime) ?? Number.NaN,
      finalTime: readTime(timeVariables.finalTime) ?? Number.NaN,
      timeStep: readTime(timeVariables.timeStep) ?? Number.NaN,
      saveStep: readTime(timeVariables.saveStep) ?? Number.NaN,
    };
    const { initialTime: initial, finalTime: final, timeStep: step } = times;
    if (round === mostRounds) return times;
    clock = { time: initial, stepTime: initial, initial, final, step };
  }
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

interface Start {
  readonly equations: ReadonlyMap<VariableId, Equation>;
  readonly timeVariables: Simulation["timeVariables"];
  readonly clock: Clock;
  readonly known: Map<VariableId, number | undefined>;
  /** What is being worked out: one that comes up again needs itself. */
  readonly within: Set<VariableId>;
}

// A chain that is longer than this is not followed, or it would end the stack.
const longestChain = 1000;

/** The value of a variable at the start, where that can be worked out without the engine's kernels; undefined where not. */
function startOf(id: VariableId, start: Start): number | undefined {
  if (id === start.timeVariables.time) return start.clock.time;
  if (start.known.has(id)) return start.known.get(id);
  if (start.within.has(id) || start.within.size === longestChain) return undefined;
  start.within.add(id);
  const value = startOfDefinition(start.equations.get(id)?.definition, start);
  start.within.delete(id);
  start.known.set(id, value);
  return value;
}

function startOfDefinition(definition: Definition | undefined, start: Start): number | undefined {
  switch (definition?.kind) {
    case "constant":
      return definition.values[0];
    case "auxiliary":
      return foldThrough(definition.initial ?? definition.value, start);
    case "initial":
      return foldThrough(definition.value, start);
    case "stock":
    case "pipeline":
    case "sample":
    case "previous":
      return foldThrough(definition.initial, start);
    case "lookup":
    case "data":
    case undefined:
      return undefined;
  }
}

function foldThrough(expr: Expr, start: Start): number | undefined {
  if (expr.kind === "number") return expr.value;
  if (expr.kind === "variable") return expr.at.length === 0 ? startOf(expr.id, start) : undefined;
  if (expr.kind !== "call") return undefined;
  const args = expr.args.map((arg) => foldThrough(arg, start));
  return args.every((arg) => arg !== undefined) ? fold(expr.builtin.behaviour.meaning, args, start.clock) : undefined;
}
