import { type Moment, valueAt } from "./moment.ts";

/** Reads one number off a run's series, which stands in `series` from `start` on, a save every `stride` elements. */
export type ReadFigure = (series: Float64Array, start: number, stride: number) => number;

/** A stretch of a run, its ends included; `times` are the save points. */
export interface Stretch {
  readonly times: readonly number[];
  readonly from: Moment;
  readonly to: Moment;
}

/** A way to turn a series into one number. Between two saves a series is taken as a straight line, as a chart draws it. */
export interface Reduction {
  readonly says: string;
  /** Whether it reads the moment `from` alone. */
  readonly momentary: boolean;
  open(stretch: Stretch): ReadFigure;
}

/** Every reduction: a new one is a row here. */
export const reductions = {
  at: { says: "The value at a time.", momentary: true, open: value },
  mean: {
    says: "The mean over a stretch of time: its integral by the trapezoid rule, divided by its length.",
    momentary: false,
    open: mean,
  },
  minimum: {
    says: "The least value in a stretch of time.",
    momentary: false,
    open: minimum,
  },
  maximum: {
    says: "The greatest value in a stretch of time.",
    momentary: false,
    open: maximum,
  },
  total: {
    says: "The integral over a stretch of time by the trapezoid rule, in the variable's unit times the unit of time.",
    momentary: false,
    open: (stretch) => weightedSum(stretch.from.save, trapezoidWeights(stretch)),
  },
  change: {
    says: "The value at the end of a stretch of time, less that at its start.",
    momentary: false,
    open: change,
  },
} satisfies Record<string, Reduction>;

export type FigureReduction = keyof typeof reductions;

function value({ from }: Stretch): ReadFigure {
  return (series, start, stride) => valueAt(from, series, start, stride);
}

function change({ from, to }: Stretch): ReadFigure {
  return (series, start, stride) => valueAt(to, series, start, stride) - valueAt(from, series, start, stride);
}

function mean(stretch: Stretch): ReadFigure {
  const weights = trapezoidWeights(stretch);
  const length = weights.reduce((sum, weight) => sum + weight, 0);
  if (length === 0) return value(stretch);
  return weightedSum(
    stretch.from.save,
    weights.map((weight) => weight / length),
  );
}

// The two are written out: through a function given as an argument, a save costs six times as much.
function minimum({ from, to }: Stretch): ReadFigure {
  return (series, start, stride) => {
    let least = Math.min(valueAt(from, series, start, stride), valueAt(to, series, start, stride));
    for (let save = from.save + 1; save <= to.save; save++) least = Math.min(least, series[start + save * stride]!);
    return least;
  };
}

function maximum({ from, to }: Stretch): ReadFigure {
  return (series, start, stride) => {
    let most = Math.max(valueAt(from, series, start, stride), valueAt(to, series, start, stride));
    for (let save = from.save + 1; save <= to.save; save++) most = Math.max(most, series[start + save * stride]!);
    return most;
  };
}

// An integral is a sum of saves with fixed weights. Of the line between two saves, the piece from share a to share b weighs its
// length, given to its two ends by where its middle lies.
function trapezoidWeights({ times, from, to }: Stretch): Float64Array {
  const last = to.share > 0 ? to.save + 1 : to.save;
  const weights = new Float64Array(last - from.save + 1);
  for (let save = from.save; save < last; save++) {
    const a = save === from.save ? from.share : 0;
    const b = save === to.save ? to.share : 1;
    const length = (b - a) * (times[save + 1]! - times[save]!);
    weights[save - from.save]! += length * (1 - (a + b) / 2);
    weights[save - from.save + 1]! += length * ((a + b) / 2);
  }
  return weights;
}

function weightedSum(first: number, weights: Float64Array): ReadFigure {
  return (series, start, stride) => {
    let sum = 0;
    let at = start + first * stride;
    for (let k = 0; k < weights.length; k++, at += stride) sum += weights[k]! * series[at]!;
    return sum;
  };
}
