import { designSize } from "../design/designs.ts";
import type { Experiments, Job, Range } from "../job.ts";
import { failuresIn } from "./failure.ts";
import { columnCount, columnsOf } from "./range.ts";

/** The table of a run as its ranges come in, in any order. */
export interface Table {
  /** Takes in a finished range: `values` as a thread sent them, shape [column][future of the range]. */
  place(range: Range, values: Float64Array): undefined;
  experiments(): Experiments;
}

export function openTable(job: Job): Table {
  const futures = designSize(job.design, job.uncertainties.length);
  const columns = columnCount(job);
  const whole = new Float64Array(columns * futures);
  const place = ({ first, end }: Range, values: Float64Array): undefined => {
    const count = end - first;
    for (let column = 0; column < columns; column++)
      whole.set(values.subarray(column * count, (column + 1) * count), column * futures + first);
  };
  const experiments = () => {
    const table = columnsOf(job, whole);
    const failed = failuresIn(table, { first: 0, end: futures }).map(({ future }) => future);
    return { futures, ...table, failed };
  };
  return { place, experiments };
}
