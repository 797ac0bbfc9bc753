import type { Columns, Range } from "../job.ts";

/** A future in which some policy gave a figure that is not finite, and the positions of these policies. */
export interface Failure {
  readonly future: number;
  readonly policies: readonly number[];
}

/** What failed of a range, rising; row r of the columns is future `first` + r. */
export function failuresIn({ figures }: Columns, { first, end }: Range): readonly Failure[] {
  const failed: Failure[] = [];
  for (let row = 0; row < end - first; row++) {
    const policies = figures.flatMap((columns, at) => (columns.every((one) => Number.isFinite(one[row])) ? [] : [at]));
    if (policies.length > 0) failed.push({ future: first + row, policies });
  }
  return failed;
}
