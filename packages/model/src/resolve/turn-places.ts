import type { ExternalTurn, ExternalTurns } from "../data/external-turns.ts";
import type { Index, Loop } from "../model.ts";
import type { VariableSyntax } from "../syntax/syntax-tree.ts";
import type { Draft, NamedVariable } from "./draft.ts";
import { leftSubscript } from "./left-hand-side.ts";

/** The turns of an equation, in their order. */
export function externalTurns(
  draft: Draft,
  variable: NamedVariable,
  { subscripts }: VariableSyntax,
  at: readonly Index[],
  loops: readonly Loop[],
): ExternalTurns {
  const dimensions = subscripts.map((subscript) => {
    const { dimension } = leftSubscript(draft.dimensions, subscript)!;
    return dimension === undefined ? undefined : draft.dimensions.at(dimension);
  });
  const turns = turnsThrough(loops).map((turn): ExternalTurn => {
    const positions = at.map((index) =>
      index.kind === "fixed" ? index.position : index.positions[turn[index.loop]!]!,
    );
    const keys = positions.map((position, k) => variable.axes[k]!.elements.keys[position]!);
    const names = positions.map((position, k) => variable.axes[k]!.elements.names[position]!);
    return {
      element: names.length === 0 ? variable.name : `${variable.name}[${names.join(",")}]`,
      places: dimensions.flatMap((dimension, k) => (dimension ? [dimension.elements.placeOf(keys[k]!)!] : [])),
    };
  });
  return { sizes: dimensions.flatMap((dimension) => (dimension ? [dimension.elements.size] : [])), turns };
}

/** Every combination of turns, the last loop fastest. */
function turnsThrough(loops: readonly Loop[]): readonly (readonly number[])[] {
  return loops.reduce<readonly (readonly number[])[]>(
    (rows, { size }) => rows.flatMap((row) => Array.from({ length: size }, (_, turn) => [...row, turn])),
    [[]],
  );
}
