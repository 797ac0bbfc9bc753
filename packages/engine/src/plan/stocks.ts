import type { Definition, Equation } from "@sequitur/model";
import { sizeOf } from "../element/element.ts";
import { stages } from "../schedule/adaptive-step.ts";
import { reachOf } from "./address.ts";
import type { Basis } from "./basis.ts";
import type { Routine } from "./routine.ts";
import type { Statement } from "./statement.ts";

export type ChangingSpace = "shared" | "frame";
export type EquationOf<Kind extends Definition["kind"]> = Equation & { definition: Definition & { kind: Kind } };

/**
 * Stocks that the driver moves on, one after the other in memory, with as much room beside them for their rates (and, for a
 * Runge-Kutta step, for what they were at its start and for the weighted sum of rates). Offsets in bytes, `count` values each.
 */
export interface StockArea {
  readonly count: number;
  readonly stock: number;
  readonly rate: number;
  readonly start: number;
  readonly sum: number;
  readonly adaptive: AdaptiveArea | undefined;
}

/** What an adaptive step needs besides: rows as long as that of the stocks, two masks a frame, and two places for all. */
export interface AdaptiveArea {
  /** Stocks and rates at the start of the step; stocks at the start of a part; those that are good enough. */
  readonly start: number;
  readonly first: number;
  readonly from: number;
  readonly kept: number;
  /** The rates of a part's stages, but for the last. */
  readonly rates: readonly number[];
  /** Which futures have something good enough, and which find every part of this try so. */
  readonly done: number;
  readonly good: number;
  /** In shared memory: the length of a part, and whether every future has something good enough. */
  readonly part: number;
  readonly served: number;
}

function placeAdaptive({ model, places }: Basis, space: ChangingSpace, count: number): AdaptiveArea | undefined {
  if (model.simulation.method !== "rk45" || count === 0) return undefined;
  const row = () => places.reserve(space, count);
  return {
    start: row(),
    first: row(),
    from: row(),
    kept: row(),
    rates: stages.map(row),
    done: places.reserve(space, 1),
    good: places.reserve(space, 1),
    part: places.reserve("shared", 1),
    served: places.reserve("shared", 1),
  };
}

/** How the stocks of one space are moved on. */
export interface Stocks {
  readonly area: StockArea;
  readonly equations: readonly EquationOf<"stock">[];
  /** Those that a routine moves on by itself, without going through memory: scalars under Euler's method. */
  readonly fused: readonly EquationOf<"stock">[];
}

export function placeStocks(basis: Basis, space: ChangingSpace): Stocks {
  const { model, places } = basis;
  const all = keptEquations(basis, space, "stock");
  const isFused = ({ variable }: Equation) =>
    space === "frame" && model.simulation.method === "euler" && sizeOf(model.variables[variable]!) === 1;
  const equations = all.filter((equation) => !isFused(equation));
  const ids = [...new Set(equations.map(({ variable }) => variable))];
  const count = ids.reduce((sum, id) => sum + sizeOf(model.variables[id]!), 0);
  const stock = places.reserve(space, count);
  let offset = stock;
  for (const id of ids) {
    places.put(id, { space, offset });
    offset += sizeOf(model.variables[id]!) * 16;
  }
  const rate = places.reserve(space, count);
  const { method } = model.simulation;
  const middle = method === "euler" || method === "rk45" ? 0 : count;
  const [start, sum] = [places.reserve(space, middle), places.reserve(space, middle)];
  const area = { count, stock, rate, start, sum, adaptive: placeAdaptive(basis, space, count) };
  return { area, equations, fused: all.filter(isFused) };
}

/** The equations of one kind that are kept in one space. */
export function keptEquations<Kind extends Definition["kind"]>(
  { model, needs, variations }: Basis,
  space: ChangingSpace,
  kind: Kind,
): readonly EquationOf<Kind>[] {
  const isOne = (equation: Equation): equation is EquationOf<Kind> => equation.definition.kind === kind;
  return model.equations
    .filter(isOne)
    .filter(({ variable }) => needs.kept.has(variable) && variations[variable]!.futures === (space === "frame"));
}

/** Computes the rates of an area, beside its stocks. */
export function rateStatements(routine: Routine, { area, equations }: Stocks, basis: Basis): readonly Statement[] {
  return equations.flatMap((equation) =>
    routine.over({ equations: [equation], turn: undefined }, ({ definition, variable, at }, scope) => {
      if (definition.kind !== "stock") return [];
      const place = basis.places.known(variable)!;
      const rate = { space: place.space, offset: place.offset - area.stock + area.rate };
      const reach = reachOf(basis.model.variables[variable]!.axes, at, scope.turns);
      return [{ kind: "store", address: routine.at(rate, reach), node: routine.node(definition.rate, scope) }];
    }),
  );
}

/** What fused stocks will be at the next moment: computed first, stored when nothing reads the old ones any more. */
export function fusedStatements(
  routine: Routine,
  { fused }: Stocks,
  { places }: Basis,
): { readonly compute: readonly Statement[]; readonly commit: readonly Statement[] } {
  const { maker } = routine;
  const scope = { turns: [], within: undefined, written: new Set<never>() };
  const moves = fused.map(({ variable, definition }) => {
    const address = { ...places.of(variable, "frame"), steps: [] };
    const change = maker.primitive("mul", routine.reading.clock("step"), routine.node(definition.rate, scope));
    return { address, node: maker.primitive("add", maker.load(address), change) };
  });
  return {
    compute: moves.map(({ node }) => ({ kind: "hold", node })),
    commit: moves.map(({ address, node }) => ({ kind: "store", address, node })),
  };
}
