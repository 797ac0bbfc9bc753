/**
 * The lower triangle L with L L' = a, by Cholesky's method; undefined where a is not positive definite, but for rounding.
 * @param a  symmetric, shape [size][size]
 */
export function choleskyFactor(a: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let rest = a[row * size + column]!;
      for (let k = 0; k < column; k++) rest -= factor[row * size + k]! * factor[column * size + k]!;
      if (row > column) factor[row * size + column] = rest / factor[column * size + column]!;
      else if (rest > 1e-12) factor[row * size + row] = Math.sqrt(rest);
      else return undefined;
    }
  return factor;
}
