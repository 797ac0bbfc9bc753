/** Limits on one input; null where that side is open. Both ends belong to the box. In the input's unit. */
export interface Limit {
  readonly input: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A region of futures: limits on some inputs, by rising input, and how well it gathers the futures of interest. */
export interface Box {
  readonly limits: readonly Limit[];
  /** Share of all futures of interest that lie in it. */
  readonly coverage: number;
  /** Share of the futures in it that are of interest. */
  readonly density: number;
  /** Share of all futures that lie in it. */
  readonly mass: number;
}

/** The futures to search: columns of inputs, shape [input][future], and which of them are of interest (1, else 0). */
export interface Futures {
  readonly inputs: readonly Float64Array[];
  readonly interest: Uint8Array;
}

/** Positions of the futures that all limits let through, rising. */
export function rowsInside({ inputs, interest }: Futures, limits: readonly Limit[]): Uint32Array {
  let rows = Uint32Array.from(interest.keys());
  for (const { input, low, high } of limits) {
    const column = inputs[input]!;
    rows = rows.filter((row) => (low === null || column[row]! >= low) && (high === null || column[row]! <= high));
  }
  return rows;
}

/** Measures the box of these limits; all NaN where there is nothing to divide by. */
export function boxOf(futures: Futures, limits: readonly Limit[]): Box {
  const rows = rowsInside(futures, limits);
  const hits = countInterest(futures.interest, rows);
  const all = futures.interest.reduce((sum, one) => sum + one, 0);
  return { limits, coverage: hits / all, density: hits / rows.length, mass: rows.length / futures.interest.length };
}

export function countInterest(interest: Uint8Array, rows: Iterable<number>): number {
  let count = 0;
  for (const row of rows) count += interest[row]!;
  return count;
}
