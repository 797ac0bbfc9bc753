import { designSize } from "../design/designs.ts";
import type { Columns, Experiments, Job, Range } from "../job.ts";
import { columnCount, columnsOf } from "./range.ts";

/** The table of a run as its ranges come in, in any order. */
export interface Table {
  /** Takes in a finished range: `values` as a thread sent them, shape [column][future of the range]. */
  place(range: Range, values: Float64Array): void;
  experiments(): Experiments;
}

export function openTable(job: Job): Table {
  const futures = designSize(job.design, job.uncertainties.length);
  const columns = columnCount(job);
  const whole = new Float64Array(columns * futures);
  const place = ({ first, end }: Range, values: Float64Array) => {
    const count = end - first;
    for (let column = 0; column < columns; column++)
      whole.set(values.subarray(column * count, (column + 1) * count), column * futures + first);
  };
  const experiments = () => {
    const table = columnsOf(job, whole);
    return { futures, ...table, failed: failedIn(table, futures) };
  };
  return { place, experiments };
}

function failedIn({ figures }: Columns, futures: number): readonly number[] {
  const columns = figures.flat();
  const failed: number[] = [];
  for (let i = 0; i < futures; i++) if (columns.some((column) => !Number.isFinite(column[i]))) failed.push(i);
  return failed;
}
