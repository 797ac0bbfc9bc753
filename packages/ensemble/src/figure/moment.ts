/** A time as a place among the save points: `share` of the way, in [0, 1), from save `save` to the next. */
export interface Moment {
  readonly save: number;
  readonly share: number;
}

// A time written by hand, 2026.0833, means the save that the run reached by adding up steps.
const snap = 1e-6;

/**
 * Where `time` lies among the save points, or undefined when it lies outside the run. A time within a millionth of a save interval of a
 * save is that save.
 * @param times  the save points, rising, at least one
 */
export function momentAt(time: number, times: readonly number[]): Moment | undefined {
  const after = times.findIndex((one) => one >= time);
  const save = after < 0 ? times.length - 1 : after;
  const previous = Math.max(0, save - 1);
  const interval = save === previous ? Math.abs(times[save]!) : times[save]! - times[previous]!;
  if (Math.abs(time - times[save]!) <= snap * interval) return { save, share: 0 };
  if (after <= 0) return undefined;
  const share = (time - times[previous]!) / interval;
  return { save: previous, share: share <= snap ? 0 : share };
}

/** The value at a moment: linear between two saves. */
export function valueAt(moment: Moment, series: Float64Array, start: number, stride: number): number {
  const at = start + moment.save * stride;
  const value = series[at]!;
  return moment.share === 0 ? value : value + moment.share * (series[at + stride]! - value);
}
