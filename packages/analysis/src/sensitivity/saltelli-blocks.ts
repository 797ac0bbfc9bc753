/** An outcome at the points of a Saltelli design of k inputs; rows match: `ab[i][j]` is `a[j]` with input i taken from `b[j]`. */
export interface SaltelliBlocks {
  /** shape [n] */
  readonly a: Float64Array;
  /** shape [n] */
  readonly b: Float64Array;
  /** shape [k][n] */
  readonly ab: readonly Float64Array[];
}

/**
 * Takes a column apart whose rows go, for each base row, A, AB1 … ABk, B (Saltelli et al. 2010). A base row in which any
 * value is not finite is left out whole: its parts mean nothing without each other.
 * @param column  shape [base × (inputs + 2)]
 */
export function saltelliBlocks(column: ArrayLike<number>, inputs: number): SaltelliBlocks {
  const width = inputs + 2;
  const starts = finiteRows(column, width);
  const take = (offset: number) => Float64Array.from(starts, (start) => column[start + offset]!);
  return {
    a: take(0),
    b: take(inputs + 1),
    ab: Array.from({ length: inputs }, (_, i) => take(i + 1)),
  };
}

function finiteRows(column: ArrayLike<number>, width: number): readonly number[] {
  const starts: number[] = [];
  for (let start = 0; start + width <= column.length; start += width) {
    let finite = true;
    for (let i = start; i < start + width; i++) finite &&= Number.isFinite(column[i]);
    if (finite) starts.push(start);
  }
  return starts;
}
