import type { FigureSpec } from "@sequitur/ensemble";
import { isInRun } from "../read/figure.ts";
import type { History, Study } from "../read/study.ts";

/** One observation that futures are held against, and how far they may be from it. */
export interface PastPoint {
  /** Id of the series. */
  readonly history: string;
  readonly variable: string;
  readonly time: number;
  readonly observed: number;
  /** Of observation and model together, in the unit of the series, squared. */
  readonly variance: number;
}

/** Every observation of a series that judges futures, within the run; an observation without any doubt judges nothing. */
export function pastPoints({ history, model }: Pick<Study, "history" | "model">): readonly PastPoint[] {
  return history.flatMap((series) =>
    series.times.flatMap((time, i) => {
      const observed = series.values[i]!;
      const variance = varianceOf(series, observed);
      return isInRun(model, time) && variance > 0
        ? [{ history: series.id, variable: series.variable, time, observed, variance }]
        : [];
    }),
  );
}

function varianceOf({ deviation }: History, observed: number): number {
  if (deviation === undefined) return 0;
  const squared = ({ kind, value }: typeof deviation.model) => (kind === "fraction" ? value * observed : value) ** 2;
  return squared(deviation.observed) + squared(deviation.model);
}

/** @param outputs  names of the program's outputs */
export function pastFigures(points: readonly PastPoint[], outputs: readonly string[]): readonly FigureSpec[] {
  return points.map(({ variable, time }) => ({
    output: outputs.indexOf(variable),
    reduce: "at",
    from: time,
    to: time,
  }));
}
