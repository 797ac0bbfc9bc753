import type { Equation, Evaluation, VariableId } from "../model.ts";
import { placesAt, placesOf, type Use } from "../resolve/references.ts";
import { componentsInOrder } from "./components.ts";
import type { Phase } from "./needs.ts";
import { type Ordering, usesOf } from "./sequence.ts";

/**
 * An order for equations that need each other, element by element, where no element needs itself; undefined where one does.
 * A single equation whose turns only need earlier ones stays whole, for a whole equation's turns run from first to last.
 */
export function turnsInOrder(
  ordering: Ordering,
  phase: Phase,
  members: readonly Equation[],
): readonly Evaluation[] | undefined {
  const starts = startsOf(members);
  const makers = makersOf(ordering, members, starts);
  const needs = members.flatMap((equation) => needsByTurn(ordering, phase, equation, makers));
  const components = componentsInOrder([...needs.keys()], (node) => needs[node]!);
  if (components.some((component) => component.length > 1 || needs[component[0]!]!.includes(component[0]!)))
    return undefined;
  if (members.length === 1 && needs.every((needed, turn) => needed.every((other) => other < turn)))
    return [{ equation: members[0]!.id, turn: undefined }];
  return components.map(([node]) => {
    const member = starts.findLastIndex((start) => start <= node!);
    return { equation: members[member]!.id, turn: node! - starts[member]! };
  });
}

/** The number of each equation's first turn, when the turns of all of them are counted through. */
function startsOf(members: readonly Equation[]): readonly number[] {
  let start = 0;
  return members.map(({ loops }) => {
    const first = start;
    start += loops.reduce((count, { size }) => count * size, 1);
    return first;
  });
}

type Makers = ReadonlyMap<VariableId, ReadonlyMap<number, number>>;

/** Which turn makes each element: variable → place in its table → number of the turn. */
function makersOf({ sizes }: Ordering, members: readonly Equation[], starts: readonly number[]): Makers {
  const makers = new Map<VariableId, Map<number, number>>();
  for (const [member, { variable, at, loops }] of members.entries()) {
    const places = makers.get(variable) ?? new Map<number, number>();
    makers.set(variable, places);
    for (const [turn, place] of placesAt(at, loops, sizes(variable)).entries())
      places.set(place, starts[member]! + turn);
  }
  return makers;
}

/** For each turn of an equation, the turns that it needs. */
function needsByTurn(
  { sizes }: Ordering,
  phase: Phase,
  equation: Equation,
  makers: Makers,
): readonly (readonly number[])[] {
  const uses = usesOf(equation, phase).filter((use) => makers.has(use.variable));
  const turns = equation.loops.reduce((count, { size }) => count * size, 1);
  const perUse = uses.map((use) => makersByTurn(use, turns, sizes(use.variable), makers.get(use.variable)!));
  return Array.from({ length: turns }, (_, turn) => [...new Set(perUse.flatMap((needed) => needed[turn]!))]);
}

function makersByTurn(
  use: Use,
  turns: number,
  sizes: readonly number[],
  makers: ReadonlyMap<number, number>,
): readonly (readonly number[])[] {
  const places = placesOf(use, sizes);
  const inEach = places.length / turns;
  return Array.from({ length: turns }, (_, turn) =>
    places.slice(turn * inEach, (turn + 1) * inEach).flatMap((place) => makers.get(place) ?? []),
  );
}
