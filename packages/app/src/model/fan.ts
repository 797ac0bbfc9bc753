import { compile, instantiateNow } from "@sequitur/engine";
import { openDesign } from "@sequitur/ensemble";
import type { Model } from "@sequitur/model";
import { type Fan, fanOfRuns } from "../session/fan.ts";
import type { Control } from "../session/playground.ts";

/** Many futures of one variable: every constant drawn evenly from so much below to so much above where it stands. */
export interface FanRequest {
  readonly output: string;
  /** Value of each control. */
  readonly values: readonly number[];
  /** Of a control's value, or of its range where that is 0. */
  readonly spread: number;
  readonly futures: number;
  readonly seed: number;
}

export function fanOf(model: Model | undefined, controls: readonly Control[], request: FanRequest): Fan {
  const { output, futures, seed } = request;
  const program = model && compile(model, { inputs: controls.map(({ name }) => name), outputs: [output] }).program;
  if (program === undefined) return { times: [], quantiles: [], draws: [], finite: 0 };
  const { times } = program.layout;
  const out = new Float64Array(futures * times.length);
  instantiateNow(program).runMany(rowsOf(controls, request), out, futures, { seed, future: 0 });
  const runs = Array.from({ length: futures }, (_, i) => out.subarray(i * times.length, (i + 1) * times.length));
  return fanOfRuns(runs, times);
}

/** A control at 0 has no size of its own, so its range lends it one. */
function rowsOf(controls: readonly Control[], { values, spread, futures, seed }: FanRequest): Float64Array {
  const width = controls.length;
  const rows = new Float64Array(futures * width);
  if (width === 0) return rows;
  const design = openDesign({ kind: "latin-hypercube", size: futures }, width, seed);
  const point = new Float64Array(width);
  for (let future = 0; future < futures; future++) {
    design.point(future, point);
    for (let i = 0; i < width; i++) {
      const { low, high } = controls[i]!;
      const reach = spread * (values[i] === 0 ? high - low : Math.abs(values[i]!));
      rows[future * width + i] = values[i]! + reach * (2 * point[i]! - 1);
    }
  }
  return rows;
}
