/**
 * When a run computes and saves. Moments are counted, never added up: moment `i` is at `initial + i * step`, so that steps
 * of 0.1 or 1/3 drift nowhere and the last save is where it should be.
 */
export interface Schedule {
  readonly initial: number;
  readonly final: number;
  /** Length of a step, in the model's time unit. */
  readonly step: number;
  /** Whole steps from the first moment to the last. */
  readonly steps: number;
  /** The moments that are saved, rising; the first is 0. */
  readonly saves: readonly number[];
  /** When each moment is, where the steps between them are not all of one length; else undefined. */
  readonly moments: Moments | undefined;
}

/** Both of shape [steps + 1]; the last step is the one that would follow. */
export interface Moments {
  readonly times: readonly number[];
  readonly lengths: readonly number[];
}

/** The four times of a run, as the model or its user gives them. */
export interface Times {
  readonly initial: number;
  readonly final: number;
  readonly step: number;
  readonly saveStep: number;
}

// A final time that misses a moment by rounding (60 / 0.333333) still counts as reached: a hundredth of a step is no step.
export const slack = 1e-2;

/** Times must be finite, `step` and `saveStep` above 0, and `final` not before `initial`. */
export function schedule({ initial, final, step, saveStep }: Times): Schedule {
  const steps = Math.floor((final - initial) / step + slack);
  const saves = savedMoments(steps, Math.max(1, saveStep / step));
  return { initial, final, step, steps, saves, moments: undefined };
}

/** Saves fall on the moment nearest to each multiple of the save step. */
function savedMoments(steps: number, every: number): readonly number[] {
  const saves: number[] = [];
  for (let save = 0; Math.round(save * every) <= steps; save++) saves.push(Math.round(save * every));
  return saves;
}

/** Time at a moment; `part` of a step further where a Runge-Kutta step looks between. */
export function timeAt({ initial, step, moments }: Schedule, moment: number, part = 0): number {
  if (moments !== undefined) return moments.times[moment]! + part * moments.lengths[moment]!;
  return initial + (moment + part) * step;
}

/** Length of the step that begins at a moment. */
export function stepAt({ step, moments }: Schedule, moment: number): number {
  return moments === undefined ? step : moments.lengths[moment]!;
}

export function saveTimes(of: Schedule): readonly number[] {
  return of.saves.map((moment) => timeAt(of, moment));
}
