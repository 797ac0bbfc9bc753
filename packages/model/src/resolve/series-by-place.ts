import type { DataSeries, VariableId } from "../model.ts";
import type { Draft } from "./draft.ts";
import { placesAt } from "./references.ts";

/** The series of a data variable, by place in the variable's table. */
export function seriesByPlace(draft: Draft, id: VariableId): ReadonlyMap<number, DataSeries> {
  const sizes = draft.variables[id]!.axes.map(({ elements }) => elements.length);
  return new Map(
    (draft.series.get(id) ?? []).flatMap(({ at, loops, series }) =>
      placesAt(at, loops, sizes).map((place, turn) => [place, series[turn]!] as const),
    ),
  );
}
