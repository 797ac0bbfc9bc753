import type { Equation, EquationId, Model, ModelOutcome, VariableId } from "../model.ts";
import type { ResolvedTree } from "../resolve/resolved-tree.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { AT_START, IN_A_STEP } from "../source/meaning-diagnostics.ts";
import { placeOf } from "../source/span.ts";
import type { CheckedUnits } from "../units/check-units.ts";
import { isNeededAtStart, type Phase } from "./needs.ts";
import { type Ordering, sequenceOf } from "./sequence.ts";
import { simulationOf } from "./simulation.ts";

/** Puts the equations in the order to compute them in. No model where some need each other in a circle. */
export function order(tree: ResolvedTree, { units, unitNames }: CheckedUnits): ModelOutcome {
  const diagnostics: Diagnostic[] = [];
  const simulation = simulationOf(tree, diagnostics);
  const ordering = orderingOf(tree);
  const startup = evaluationsIn("startup", startersOf(tree, ordering), tree, ordering, diagnostics);
  const steps = tree.equations.filter(
    ({ definition }) => definition.kind === "auxiliary" || definition.kind === "sample",
  );
  const step = evaluationsIn(
    "step",
    steps.map(({ id }) => id),
    tree,
    ordering,
    diagnostics,
  );
  if (simulation === undefined || diagnostics.some(({ severity }) => severity === "error"))
    return { model: undefined, diagnostics };
  const { name, dimensions, equations, groups, realityChecks, drawing } = tree;
  const variables = tree.variables.map(({ unitsSpan: _, ...variable }) => ({
    ...variable,
    units: units.get(variable.id),
  }));
  const model: Model = {
    name,
    dimensions,
    variables,
    equations,
    simulation,
    unitNames,
    startup,
    step,
    groups,
    realityChecks,
    drawing,
  };
  return { model, diagnostics };
}

function orderingOf({ equations, variables }: ResolvedTree): Ordering {
  const byVariable = new Map<VariableId, Equation[]>();
  for (const equation of equations) {
    const others = byVariable.get(equation.variable);
    if (others) others.push(equation);
    else byVariable.set(equation.variable, [equation]);
  }
  return { equations, byVariable, sizes: (id) => variables[id]!.axes.map(({ elements }) => elements.length) };
}

/** What start-up is for: what is remembered from then on, and the four times. */
function startersOf({ equations, timeVariables }: ResolvedTree, { byVariable }: Ordering): readonly EquationId[] {
  const { initialTime, finalTime, timeStep, saveStep } = timeVariables;
  const times = [initialTime, finalTime, timeStep, saveStep].flatMap((id) => byVariable.get(id) ?? []);
  return [
    ...times.filter(({ definition }) => definition.kind === "auxiliary"),
    ...equations.filter(isNeededAtStart),
  ].map(({ id }) => id);
}

function evaluationsIn(
  phase: Phase,
  from: readonly EquationId[],
  tree: ResolvedTree,
  ordering: Ordering,
  found: Diagnostic[],
) {
  const { evaluations, cycles } = sequenceOf(ordering, phase, from);
  for (const cycle of cycles) {
    const members = cycle.map((id) => tree.equations[id]!);
    const names = members.map(({ variable }) => tree.variables[variable]!.name);
    const lines = members.map(({ span }) => String(placeOf(span).line));
    const when = phase === "startup" ? AT_START : IN_A_STEP;
    const [first, ...others] = members.map(({ span }) => span);
    found.push(report("algebraic-loop", first!, { cycle: [...names, names[0]!], lines, when }, others));
  }
  return evaluations;
}
