import { risingOrder } from "../quantile/rising-order.ts";

/** Limits on one input; null where that side is open. Both ends belong to the box. In the input's unit. */
export interface Limit {
  readonly input: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Of a categorical input, the values let in, rising, with no ends; absent where the input is a number. */
  readonly only?: readonly number[];
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

/** The inputs of the futures to search. Made once, it serves every question about them. */
export interface InputTable {
  /** shape [input][future] */
  readonly columns: readonly Float64Array[];
  /** For each input, the positions of all futures by rising value. */
  readonly orders: readonly Uint32Array[];
  /** The inputs whose values are names in no order, as numbers. */
  readonly categorical: ReadonlySet<number>;
}

/** Futures to search, and which of them are of interest (1, else 0). */
export interface Futures {
  readonly table: InputTable;
  readonly interest: Uint8Array;
}

export function inputTable(columns: readonly Float64Array[], categorical: Iterable<number> = []): InputTable {
  return { columns, orders: columns.map(risingOrder), categorical: new Set(categorical) };
}

/** Those of the futures whose rows are given, rising, as futures of their own. */
export function futuresAt({ table, interest }: Futures, rows: Uint32Array): Futures {
  const place = new Int32Array(interest.length).fill(-1);
  rows.forEach((row, i) => {
    place[row] = i;
  });
  const columns = table.columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
  const orders = table.orders.map((order) => order.filter((row) => place[row]! >= 0).map((row) => place[row]!));
  return {
    table: { columns, orders, categorical: table.categorical },
    interest: Uint8Array.from(rows, (row) => interest[row]!),
  };
}

/** Positions of the futures that all limits let through, rising. */
export function rowsInside({ table, interest }: Futures, limits: readonly Limit[]): Uint32Array {
  const rows = new Uint32Array(interest.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return limits.reduce<Uint32Array>((inside, limit) => rowsWithin(inside, table.columns[limit.input]!, limit), rows);
}

function rowsWithin(rows: Uint32Array, column: Float64Array, limit: Limit): Uint32Array {
  const { only } = limit;
  if (only !== undefined) return rows.filter((row) => only.includes(column[row]!));
  const low = limit.low ?? Number.NEGATIVE_INFINITY;
  const high = limit.high ?? Number.POSITIVE_INFINITY;
  const inside = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i]!]!;
    if (value >= low && value <= high) inside[count++] = rows[i]!;
  }
  return inside.subarray(0, count);
}

/** Measures the box of these limits; a figure is NaN where there is nothing to divide by. */
export function boxOf(futures: Futures, limits: readonly Limit[]): Box {
  const all = rowsInside(futures, []);
  const rows = rowsInside(futures, limits);
  const hits = countInterest(futures.interest, rows);
  return {
    limits,
    coverage: hits / countInterest(futures.interest, all),
    density: hits / rows.length,
    mass: rows.length / all.length,
  };
}

export function countInterest(interest: Uint8Array, rows: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) count += interest[rows[i]!]!;
  return count;
}
