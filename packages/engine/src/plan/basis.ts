import type { LookupReading, LookupTable, Model, NoiseReading, VariableId } from "@sequitur/model";
import type { Pieces } from "../lookup/pieces.ts";
import type { Tables } from "../lookup/tables.ts";
import type { Schedule } from "../schedule/schedule.ts";
import type { Variation } from "../variation/variation.ts";
import type { LoopMaker } from "./expression.ts";
import type { Needs } from "./need.ts";
import type { Places } from "./places.ts";

/** What all routines of a plan are made from. */
export interface Basis {
  readonly model: Model;
  readonly schedule: Schedule;
  readonly variations: readonly Variation[];
  readonly needs: Needs;
  readonly places: Places;
  readonly loops: LoopMaker;
  readonly tables: Tables;
  readonly piecesOf: (table: LookupTable, reading: LookupReading) => Pieces;
  /** The numbers of each variable before the first moment, where all futures have the same. */
  readonly atStart: readonly Float64Array[];
  /** The same at the first moment: what does not change in a run has its value here. */
  readonly atMoment: readonly Float64Array[];
  readonly clock: ClockPlaces;
  /** Which input gives an element its value, by variable and offset. */
  readonly inputAt: (id: VariableId, offset: number) => number | undefined;
  /** Where in a row of inputs a future finds its noise. */
  readonly noiseInputs: Readonly<Record<NoiseReading, number>>;
}

/** Where the driver puts the time, in shared memory. */
export interface ClockPlaces {
  readonly time: number;
  readonly stepTime: number;
  /** The moment, counted from 0, as a double. */
  readonly moment: number;
  /** The length of the step; only where that changes. */
  readonly step: number | undefined;
}
