/** Eigenvalues of a symmetric matrix, and in the columns of `vectors` (shape [n][n], row by row) their vectors of length 1. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * Cyclic Jacobi rotations until what is off the diagonal is lost beside it: slow for large matrices, but of `+ - * /` and square
 * roots alone, so the same bits everywhere.
 * @param matrix  shape [n × n], row by row, symmetric
 * Source: Golub & Van Loan 2013, Matrix Computations, algorithms 8.5.1 and 8.5.3.
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  const sweeps = 60;
  for (let sweep = 0; sweep < sweeps && !isDiagonal(a, n); sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}

function isDiagonal(a: Float64Array, n: number): boolean {
  let [off, on] = [0, 0];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const square = a[i * n + j]! * a[i * n + j]!;
      if (i === j) on += square;
      else off += square;
    }
  return off <= 1e-32 * on;
}

function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const tau = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = tau >= 0 ? 1 / (tau + Math.sqrt(1 + tau * tau)) : -1 / (-tau + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, c, s);
  for (let k = 0; k < n; k++) turn(vectors, k * n + p, k * n + q, c, s);
}

function turn(cells: Float64Array, at: number, other: number, c: number, s: number): void {
  const [x, y] = [cells[at]!, cells[other]!];
  cells[at] = c * x - s * y;
  cells[other] = s * x + c * y;
}
