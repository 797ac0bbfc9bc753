import type { Equation, EquationId, Evaluation, VariableId } from "../model.ts";
import { type Use, usesIn } from "../resolve/references.ts";
import { componentsInOrder, cycleThrough } from "./components.ts";
import { computedIn, type Phase } from "./needs.ts";
import { turnsInOrder } from "./turns.ts";

/** Equations in an order in which everything is there when it is used, and the circles that cannot be ordered. */
export interface Sequence {
  readonly evaluations: readonly Evaluation[];
  readonly cycles: readonly (readonly EquationId[])[];
}

export interface Ordering {
  readonly equations: readonly Equation[];
  readonly byVariable: ReadonlyMap<VariableId, readonly Equation[]>;
  /** How many elements each axis of a variable has. */
  readonly sizes: (variable: VariableId) => readonly number[];
}

/** Orders the equations of a phase that `from` need, those that come first in the file first where there is a choice. */
export function sequenceOf(ordering: Ordering, phase: Phase, from: readonly EquationId[]): Sequence {
  const { equations, byVariable } = ordering;
  const needs = new Map<number, readonly number[]>();
  const next = (id: number): readonly number[] => {
    const known = needs.get(id);
    if (known) return known;
    const variables = new Set(usesOf(equations[id]!, phase).map((use) => use.variable));
    const needed = [...variables].flatMap((variable) => byVariable.get(variable) ?? []);
    const ids = needed.filter((equation) => computedIn(phase, equation.definition)).map((equation) => equation.id);
    needs.set(id, ids);
    return ids;
  };
  const evaluations: Evaluation[] = [];
  const cycles: (readonly EquationId[])[] = [];
  for (const component of componentsInOrder(from, next)) {
    const members = component.map((id) => equations[id]!);
    const [only] = members;
    if (members.length === 1 && !next(only!.id).includes(only!.id))
      evaluations.push({ equation: only!.id, turn: undefined });
    else addCircle(ordering, phase, members, next, evaluations, cycles);
  }
  return { evaluations, cycles };
}

/** Equations that need each other: their elements may still be computed one after the other. */
function addCircle(
  ordering: Ordering,
  phase: Phase,
  members: readonly Equation[],
  next: (id: number) => readonly number[],
  evaluations: Evaluation[],
  cycles: (readonly EquationId[])[],
): void {
  const turns = turnsInOrder(ordering, phase, members);
  if (turns) evaluations.push(...turns);
  else {
    const within = new Set<number>(members.map(({ id }) => id));
    const shortest = members
      .toSorted((a, b) => a.id - b.id)
      .map(({ id }) => cycleThrough(id, within, next))
      .reduce((least, cycle) => (cycle.length < least.length ? cycle : least));
    cycles.push(shortest as readonly EquationId[]);
  }
}

/** What an equation uses in a phase. A sample that uses itself means the value that it had, which is there already. */
export function usesOf(equation: Equation, phase: Phase): readonly Use[] {
  const uses = (computedIn(phase, equation.definition) ?? []).flatMap((expr) => usesIn(expr, equation.loops));
  const keeps = equation.definition.kind === "sample" && phase === "step";
  return keeps ? uses.filter((use) => use.variable !== equation.variable) : uses;
}
