import type { Problem } from "../problem.ts";
import { momentAt } from "./moment.ts";
import { type FigureReduction, type ReadFigure, reductions } from "./reductions.ts";

/** One number from one run's series: what is kept of a run. `output` is a position in the program's outputs. */
export interface FigureSpec {
  readonly output: number;
  readonly reduce: FigureReduction;
  /** Times, in the model's unit, both ends included; for `at` only `from` counts. */
  readonly from: number;
  readonly to: number;
}

/** What is wrong with a figure for a run with these outputs and save points, if anything. */
export function checkFigure(
  figure: FigureSpec,
  outputs: readonly string[],
  times: readonly number[],
): Problem | undefined {
  const name = outputs[figure.output];
  if (name === undefined) return noSuchOutput(figure.output, outputs.length);
  const momentary = reductions[figure.reduce].momentary;
  const outside = [figure.from, momentary ? figure.from : figure.to].find((time) => !momentAt(time, times));
  if (outside !== undefined) return timeOutside(name, outside, times);
  return !momentary && figure.from > figure.to ? endsExchanged(name, figure) : undefined;
}

/** Makes what reads a checked figure off a series. */
export function openFigure(figure: FigureSpec, times: readonly number[]): ReadFigure {
  const reduction = reductions[figure.reduce];
  const from = momentAt(figure.from, times);
  const to = reduction.momentary ? from : momentAt(figure.to, times);
  if (from === undefined || to === undefined) throw new Error("A figure's times were not checked against the run.");
  return reduction.open({ times, from, to });
}

function noSuchOutput(output: number, count: number): Problem {
  return {
    code: "figure-output",
    says: `A figure is of output ${output}, but the program has ${count} outputs, numbered from 0.`,
    mend: "Ask for the variable when compiling.",
  };
}

function timeOutside(name: string, time: number, times: readonly number[]): Problem {
  return {
    code: "figure-time",
    says: `A figure of "${name}" is at time ${time}, but the run is from ${times[0]} to ${times[times.length - 1]}.`,
    mend: "Choose a time within the run, or run the model for longer.",
  };
}

function endsExchanged(name: string, { from, to }: FigureSpec): Problem {
  return {
    code: "figure-time",
    says: `A figure of "${name}" is from ${from} to ${to}, which ends before it starts.`,
    mend: "Exchange the two times.",
  };
}
