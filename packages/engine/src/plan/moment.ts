import type { Equation, VariableId } from "@sequitur/model";
import { type Element, sizeOf } from "../element/element.ts";
import { seriesPieces } from "../lookup/pieces.ts";
import { turnReach } from "./address.ts";
import type { Basis } from "./basis.ts";
import { chosenTable, type Scope } from "./expression.ts";
import { groupsOf } from "./group.ts";
import { commitStatements, fillStatements, pendingStatements, type Ring, takeStatements } from "./rings.ts";
import { Routine } from "./routine.ts";
import { saveStatements } from "./saves.ts";
import type { Statement } from "./statement.ts";
import { type ChangingSpace, fusedStatements, rateStatements, type Stocks } from "./stocks.ts";

/** What is kept from moment to moment in one space. */
export interface Kept {
  readonly space: ChangingSpace;
  readonly stocks: Stocks;
  readonly rings: readonly Ring[];
}

/** What a pair of futures does at a moment; `save` only at those that are saved, `commit` when all else is done. */
export interface MomentStatements {
  readonly compute: readonly Statement[];
  readonly save: readonly Statement[];
  readonly commit: readonly Statement[];
}

export function frameMoment(basis: Basis, kept: Kept, outputs: readonly Element[]): MomentStatements {
  const { needs } = basis;
  const routine = new Routine(basis, "moment");
  const wanted = new Set([...needs.onward, ...needs.saved]);
  const compute = [
    ...dataStatements(routine, basis, kept.space, wanted),
    ...takeStatements(routine, kept.rings, basis),
    ...stepStatements(routine, basis, kept.space, needs.onward),
    ...rateStatements(routine, kept.stocks, basis),
    ...pendingStatements(routine, kept.rings),
  ];
  const fused = fusedStatements(routine, kept.stocks, basis);
  const save = [...stepStatements(routine, basis, kept.space, needs.saved), ...saveStatements(routine, outputs)];
  return {
    compute: [...compute, ...fused.compute],
    save,
    commit: [...fused.commit, ...commitStatements(routine, kept.rings)],
  };
}

/** What all futures share at a moment, computed once; `commit` after all pairs have done their part. */
export function sharedMoment(basis: Basis, kept: Kept): Omit<MomentStatements, "save"> {
  const { needs } = basis;
  const routine = new Routine(basis, "moment");
  const wanted = new Set([...needs.onward, ...needs.saved]);
  const compute = [
    ...dataStatements(routine, basis, kept.space, wanted),
    ...takeStatements(routine, kept.rings, basis),
    ...stepStatements(routine, basis, kept.space, wanted),
    ...rateStatements(routine, kept.stocks, basis),
    ...pendingStatements(routine, kept.rings),
  ];
  return { compute, commit: commitStatements(routine, kept.rings) };
}

/** What the rates between two moments need, in one space. */
export function betweenStatements(basis: Basis, { space, stocks }: Kept): readonly Statement[] {
  const routine = new Routine(basis, "between");
  return [...stepStatements(routine, basis, space, basis.needs.between), ...rateStatements(routine, stocks, basis)];
}

/** Puts what all futures share back to where it starts. */
export function sharedStart(basis: Basis, { rings }: Kept): readonly Statement[] {
  const { model, places, variations, atStart, clock } = basis;
  const routine = new Routine(basis, "start");
  const isShared = (id: VariableId) => variations[id]!.time && !variations[id]!.futures;
  const stores = model.variables.flatMap((variable) => {
    const place = places.known(variable.id);
    if (place === undefined || !isShared(variable.id) || place.offset === clock.time) return [];
    return routine.nest([{ size: sizeOf(variable) }], (turns) => {
      const reach = turnReach([{ size: sizeOf(variable) }], turns);
      return [
        { kind: "store", address: routine.at(place, reach), node: routine.constant(atStart[variable.id]!, reach) },
      ];
    });
  });
  return [
    ...stores,
    ...fillStatements(routine, rings, (ring, scope) => routine.node(ring.equation.definition.initial, scope)),
  ];
}

/** The equations of an order that are wanted, in one space. */
function stepStatements(
  routine: Routine,
  { model, variations }: Basis,
  space: ChangingSpace,
  wanted: ReadonlySet<VariableId>,
): readonly Statement[] {
  const order = model.step.filter(({ equation }) => {
    const { variable } = model.equations[equation]!;
    return wanted.has(variable) && variations[variable]!.futures === (space === "frame");
  });
  return groupsOf(model, order).flatMap((group) =>
    routine.over(group, (equation, scope) => momentStatements(routine, equation, scope)),
  );
}

function momentStatements(routine: Routine, equation: Equation, scope: Scope): readonly Statement[] {
  const { definition } = equation;
  if (definition.kind === "auxiliary") return [routine.give(equation, scope, routine.node(definition.value, scope))];
  if (definition.kind !== "sample" || routine.phase === "between") return [];
  const before = routine.held(equation, scope);
  const input = routine.node(definition.input, scope);
  const node = routine.maker.primitive("select", routine.truth(definition.condition, scope), input, before);
  return [routine.keep(equation, scope, node)];
}

/**
 * Series are read at the start of a step (vensim.com/documentation/rungekutta.html), and kept for all of it. A variable that has some of
 * its elements from data and others from an input is in each future's own space.
 */
function dataStatements(
  routine: Routine,
  basis: Basis,
  space: ChangingSpace,
  wanted: ReadonlySet<VariableId>,
): readonly Statement[] {
  const time = routine.reading.clock("stepTime");
  return basis.model.equations.flatMap((equation) => {
    const { definition, variable, loops } = equation;
    if (definition.kind !== "data" || !wanted.has(variable)) return [];
    if (basis.variations[variable]!.futures !== (space === "frame")) return [];
    const tables = new Map(
      definition.series.map((series, turn) => [turn, seriesPieces(series, basis.schedule.step)] as const),
    );
    return routine.over({ equations: [equation], turn: undefined }, (_, scope) => {
      const reach = turnReach(loops, scope.turns);
      const node =
        reach.moves.length === 0
          ? routine.maker.table(tables.get(reach.offset)!, time)
          : chosenTable(tables, reach, time, routine.reading);
      return [routine.keep(equation, scope, node)];
    });
  });
}
