import type { Definition, Expr, Index, Loop, VariableId } from "../model.ts";
import { offsetInTurns } from "./known-offset.ts";

/** One use of a variable: where it points, inside which loops (those of the equation, then those of reductions, outside in). */
export interface Use {
  readonly variable: VariableId;
  readonly at: readonly Index[];
  /** How much further, in places; undefined where it is there itself. */
  readonly offset: Expr | undefined;
  readonly loops: readonly Loop[];
  readonly span: Expr["span"];
}

/** Every use of a variable in an expression, lookups included, in the order they are written. */
export function usesIn(expr: Expr, loops: readonly Loop[]): readonly Use[] {
  switch (expr.kind) {
    case "number":
    case "position":
      return [];
    case "variable":
      return [{ variable: expr.id, at: expr.at, offset: undefined, loops, span: expr.span }];
    case "call":
      return expr.args.flatMap((arg) => usesIn(arg, loops));
    case "lookup": {
      const { table, x, span } = expr;
      const own =
        "variable" in table ? [{ variable: table.variable, at: table.at, offset: undefined, loops, span }] : [];
      return [...own, ...usesIn(x, loops)];
    }
    case "reduce":
      return usesIn(expr.body, [...loops, ...expr.loops]);
    case "element": {
      const { id: variable, at, offset, span } = expr;
      return [{ variable, at, offset, loops, span }, ...usesIn(offset, loops)];
    }
    case "fold":
      return [...usesIn(expr.start, loops), ...usesIn(expr.next, [...loops, expr.loop])];
    case "carried":
      return [];
  }
}

/** The expressions of a definition, whenever they are computed. */
export function expressionsOf(definition: Definition): readonly Expr[] {
  switch (definition.kind) {
    case "constant":
    case "lookup":
    case "data":
      return [];
    case "auxiliary":
      return definition.initial ? [definition.value, definition.initial] : [definition.value];
    case "initial":
      return [definition.value];
    case "stock":
      return [definition.initial, definition.rate];
    case "pipeline":
      return [definition.input, definition.delay, definition.initial];
    case "sample":
      return [definition.condition, definition.input, definition.initial];
    case "previous":
      return [definition.input, definition.initial];
  }
}

/**
 * The elements that a use may mean as its loops turn, as places in a table with these axis sizes: as many for each combination of
 * turns as for every other, the last loop fastest. A place below 0 or past the last is none.
 */
export function placesOf({ at, offset, loops }: Use, sizes: readonly number[]): readonly number[] {
  const starts = placesAt(at, loops, sizes);
  if (offset === undefined) return starts;
  const further = offsetInTurns(offset, loops);
  if (further !== undefined) return starts.map((start, turn) => start + further[turn]!);
  const size = sizes.reduce((product, each) => product * each, 1);
  return starts.flatMap(() => Array.from({ length: size }, (_, place) => place));
}

/**
 * The elements that indices point at as loops turn, as places in a table with these axis sizes, stored row by row.
 * @returns one place a combination of turns, the last loop fastest
 */
export function placesAt(at: readonly Index[], loops: readonly Loop[], sizes: readonly number[]): readonly number[] {
  let places = [0];
  for (const [number, { size }] of loops.entries()) {
    const steps = Array.from({ length: size }, (_, turn) => offsetOf(at, number, turn, sizes));
    places = places.flatMap((place) => steps.map((step) => place + step));
  }
  const start = at.reduce(
    (sum, index, k) => sum + (index.kind === "fixed" ? index.position * strideOf(sizes, k) : 0),
    0,
  );
  return places.map((place) => place + start);
}

function offsetOf(at: readonly Index[], loop: number, turn: number, sizes: readonly number[]): number {
  return at.reduce(
    (sum, index, k) =>
      sum + (index.kind === "loop" && index.loop === loop ? index.positions[turn]! * strideOf(sizes, k) : 0),
    0,
  );
}

function strideOf(sizes: readonly number[], axis: number): number {
  return sizes.slice(axis + 1).reduce((product, size) => product * size, 1);
}
