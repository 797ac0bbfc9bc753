/** An outcome at the points of a Saltelli design of k inputs; rows match: `ab[i][j]` is `a[j]` with input i taken from `b[j]`. */
export interface SaltelliBlocks {
  /** shape [n] */
  readonly a: Float64Array;
  /** shape [n] */
  readonly b: Float64Array;
  /** shape [k][n] */
  readonly ab: readonly Float64Array[];
}

/** The same with the other half of Saltelli's 2002 design: `ba[i][j]` is `b[j]` with input i taken from `a[j]`. */
export interface PairedBlocks extends SaltelliBlocks {
  /** shape [k][n] */
  readonly ba: readonly Float64Array[];
}

/**
 * Takes a column apart whose rows go, for each base row, A, AB1 … ABk, B (Saltelli et al. 2010). A base row in which any
 * value is not finite is left out whole: its parts mean nothing without each other.
 * @param column  shape [base × (inputs + 2)]
 */
export function saltelliBlocks(column: ArrayLike<number>, inputs: number): SaltelliBlocks {
  return blocksAt(column, inputs, finiteRows([column], inputs + 2));
}

/**
 * The same for an outcome at several times. A base row that is not finite at one of them is left out at all.
 * @param columns  shape [times][base × (inputs + 2)]      @returns  shape [times]
 */
export function saltelliSeries(columns: readonly ArrayLike<number>[], inputs: number): readonly SaltelliBlocks[] {
  const starts = finiteRows(columns, inputs + 2);
  return columns.map((column) => blocksAt(column, inputs, starts));
}

/**
 * Takes a column apart whose rows go, for each base row, A, AB1 … ABk, BA1 … BAk, B (Saltelli 2002, Comput. Phys. Commun. 145,
 * 280-297).
 * @param column  shape [base × (2 × inputs + 2)]
 */
export function pairedBlocks(column: ArrayLike<number>, inputs: number): PairedBlocks {
  const starts = finiteRows([column], 2 * inputs + 2);
  const take = taker(column, starts);
  const blocks = (from: number) => Array.from({ length: inputs }, (_, i) => take(from + i));
  return { a: take(0), ab: blocks(1), ba: blocks(1 + inputs), b: take(2 * inputs + 1) };
}

function blocksAt(column: ArrayLike<number>, inputs: number, starts: readonly number[]): SaltelliBlocks {
  const take = taker(column, starts);
  return { a: take(0), b: take(inputs + 1), ab: Array.from({ length: inputs }, (_, i) => take(i + 1)) };
}

function taker(column: ArrayLike<number>, starts: readonly number[]): (offset: number) => Float64Array {
  return (offset) => Float64Array.from(starts, (start) => column[start + offset]!);
}

function finiteRows(columns: readonly ArrayLike<number>[], width: number): readonly number[] {
  const starts: number[] = [];
  const length = columns[0]?.length ?? 0;
  for (let start = 0; start + width <= length; start += width) {
    let finite = true;
    for (const column of columns) for (let i = start; i < start + width; i++) finite &&= Number.isFinite(column[i]);
    if (finite) starts.push(start);
  }
  return starts;
}
