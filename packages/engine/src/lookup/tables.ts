import type { DataSeries, LookupReading, LookupTable, Model, VariableId } from "@sequitur/model";
import { offsetAt, turnsOf } from "../element/element.ts";
import { type Pieces, tablePieces } from "./pieces.ts";

/** The tables of each lookup variable and the series of each data variable, by element. */
export interface Tables {
  readonly lookups: ReadonlyMap<VariableId, ReadonlyMap<number, LookupTable>>;
  readonly series: ReadonlyMap<VariableId, ReadonlyMap<number, DataSeries>>;
}

export function tablesOf(model: Model): Tables {
  const lookups = new Map<VariableId, Map<number, LookupTable>>();
  const series = new Map<VariableId, Map<number, DataSeries>>();
  for (const { variable, loops, at, definition } of model.equations) {
    const offset = (turn: number) => offsetAt(model.variables[variable]!.axes, at, turnsOf(loops, turn));
    if (definition.kind === "lookup")
      for (const [turn, table] of definition.tables.entries()) elementsOf(lookups, variable).set(offset(turn), table);
    if (definition.kind === "data")
      for (const [turn, one] of definition.series.entries()) elementsOf(series, variable).set(offset(turn), one);
  }
  return { lookups, series };
}

function elementsOf<T>(of: Map<VariableId, Map<number, T>>, variable: VariableId): Map<number, T> {
  const elements = of.get(variable) ?? new Map<number, T>();
  of.set(variable, elements);
  return elements;
}

/** Pieces are made once for each table and reading, while the returned function lives. */
export function pieceMaker(): (table: LookupTable, reading: LookupReading) => Pieces {
  const made = new Map<LookupTable, Map<LookupReading, Pieces>>();
  return (table, reading) => {
    const readings = made.get(table) ?? new Map<LookupReading, Pieces>();
    made.set(table, readings);
    const pieces = readings.get(reading) ?? tablePieces(table, reading);
    readings.set(reading, pieces);
    return pieces;
  };
}
