import type { LookupReading, LookupTable, Model } from "@sequitur/model";
import { sizeOf } from "../element/element.ts";
import { type Pieces, seriesPieces } from "../lookup/pieces.ts";
import { pieceMaker, type Tables, tablesOf } from "../lookup/tables.ts";
import type { NoiseKey } from "../random/noise-key.ts";
import type { Times } from "../schedule/schedule.ts";
import type { Pipeline } from "./pipeline.ts";

/** Everything that the interpreter knows at one moment of a run. */
export interface Memory {
  readonly model: Model;
  readonly times: Times;
  /** The moment that is computed, and the start and length of its step; between them only within a Runge-Kutta step. */
  readonly clock: { time: number; stepTime: number; step: number; moment: number };
  readonly noise: NoiseKey;
  /** The value of each element of each variable, by id; NaN before it is computed. */
  readonly values: readonly Float64Array[];
  /** What is on its way in a DELAY FIXED, by equation and turn. */
  readonly pipelines: Map<string, Pipeline>;
  /** What each fold under way has made so far, by the number of its loop. */
  readonly carried: number[];
  readonly tables: Tables;
  readonly piecesOf: (table: LookupTable, reading: LookupReading) => Pieces;
  readonly seriesPiecesOf: ReadonlyMap<Float64Array, ReadonlyMap<number, Pieces>>;
}

export function emptyMemory(model: Model, times: Times, noise: NoiseKey): Memory {
  const tables = tablesOf(model);
  const values = model.variables.map((variable) => new Float64Array(sizeOf(variable)).fill(Number.NaN));
  const seriesPiecesOf = new Map(
    [...tables.series].map(([variable, series]) => [
      values[variable]!,
      new Map([...series].map(([offset, one]) => [offset, seriesPieces(one, times.step)])),
    ]),
  );
  const clock = { time: times.initial, stepTime: times.initial, step: times.step, moment: 0 };
  const underWay = { pipelines: new Map(), carried: [] };
  return { model, times, clock, noise, values, ...underWay, tables, piecesOf: pieceMaker(), seriesPiecesOf };
}
