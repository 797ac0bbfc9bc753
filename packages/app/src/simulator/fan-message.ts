import type { Quantiles } from "@sequitur/study";
import type { Fan } from "../session/fan.ts";
import type { Programs } from "../session/program-run.ts";

/** Many futures of one series, under the levers as they are set and under those of the baseline. */
export interface FanRequest {
  /** Which request it is: the answer says it back. */
  readonly serial: number;
  /** Place of the series among the programs' outputs. */
  readonly series: number;
  readonly seed: number;
  /** The index of each row's future. */
  readonly futures: readonly number[];
  /** Shape [future][control] each. */
  readonly current: readonly (readonly number[])[];
  readonly baseline: readonly (readonly number[])[];
}

export interface LiveFan {
  readonly serial: number;
  readonly fan: Fan;
  /** The current value less the baseline's at the end, in the same future; undefined where none stays finite. */
  readonly difference: Quantiles | undefined;
  /** How many futures were asked for. */
  readonly futures: number;
}

/** What a fan's worker is told. Only an order to draw is answered. */
export type FanOrder =
  | { readonly kind: "open"; readonly programs: Programs }
  | { readonly kind: "draw"; readonly request: FanRequest };
