import { quantilesOf } from "@sequitur/analysis";

/** Many futures of one variable. */
export interface Fan {
  readonly times: readonly number[];
  /** Each over time, of the futures that stay finite: the 5th, 25th, 50th, 75th and 95th percentile. */
  readonly quantiles: readonly (readonly number[])[];
  /** A few futures, each over time. */
  readonly draws: readonly (readonly number[])[];
  /** How many stay finite. */
  readonly finite: number;
}

const levels = [0.05, 0.25, 0.5, 0.75, 0.95];
const drawsShown = 24;

/** @param runs  shape [future][time] */
export function fanOfRuns(runs: readonly Float64Array[], times: readonly number[]): Fan {
  const kept = runs.filter((run) => run.every(Number.isFinite));
  const bands = times.map((_, at) =>
    quantilesOf(
      Float64Array.from(kept, (run) => run[at]!),
      levels,
    ),
  );
  return {
    times,
    quantiles: kept.length === 0 ? [] : levels.map((_, level) => bands.map((band) => band[level]!)),
    draws: kept.slice(0, drawsShown).map((run) => [...run]),
    finite: kept.length,
  };
}
