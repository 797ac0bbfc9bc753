import type { Expr, Index } from "../model.ts";
import { expressionWriter } from "./expression-writer.ts";
import type { Grid, Matrix, SpreadMaker } from "./spread.ts";

/** A matrix brought to the identity but for the order of its rows. */
export interface Elimination {
  /** What the same steps make of the identity. */
  readonly right: Grid;
  /** Of each row, the column in which it has its 1, counted from 1. */
  readonly columnOf: Grid;
  readonly pivots: readonly Expr[];
}

interface Stage {
  readonly left: Grid;
  readonly right: Grid;
  /** 0 for a row that has not been taken yet. */
  readonly columnOf: Grid;
}

/**
 * Gauss-Jordan elimination, one column after the other, each with the largest pivot among the rows that are left; rows stay where they
 * are. Every stage is a hidden array, so that nothing but loops over rows and columns is asked of an engine.
 * Source: Golub & Van Loan 2013, Matrix Computations, 3.4.
 * @param divided  a number of the pivot's row, divided by the pivot
 */
export function eliminated(
  make: SpreadMaker,
  matrix: Matrix,
  divided: (value: Expr, pivot: Expr) => Expr,
): Elimination {
  const { rows, columns, size } = matrix;
  const { equal } = expressionWriter(make);
  const from = [matrix.at(fixed(0), fixed(0))];
  const pivots: Expr[] = [];
  let stage: Stage = {
    left: make.grid("matrix", from, [rows, columns], (i, j) => matrix.at(i!, j!)),
    right: make.grid("identity", from, [rows, rows], (i, j) => equal(make.place(i!), make.place(j!))),
    columnOf: make.grid("columns", from, [rows], () => make.number(0)),
  };
  for (let column = 0; column < size; column++) {
    const { row, pivot } = pivotIn(make, matrix, stage, column, from);
    pivots.push(pivot);
    stage = swept(make, matrix, stage, { column, row, from, divided: (value) => divided(value, pivot) });
  }
  return { right: stage.right, columnOf: stage.columnOf, pivots };
}

const fixed = (position: number): Index => ({ kind: "fixed", position });

/** The row, counted from 0, with the largest number in a column among those that are left, and that number. */
function pivotIn(
  make: SpreadMaker,
  { size }: Matrix,
  { left, columnOf }: Stage,
  column: number,
  from: readonly Expr[],
): { readonly row: Expr; readonly pivot: Expr } {
  const { abs, equal, and, sub, mul, choose } = expressionWriter(make);
  const isLeft = (i: Index) => equal(columnOf.at(i), 0);
  const sizeAt = (i: Index) => abs(left.at(i, fixed(column)));
  const largest = make.auxiliary(`largest in column ${column + 1}`, from, () =>
    make.over("maximum", size, (i) => choose(isLeft(i), sizeAt(i), -1)),
  );
  const row = make.auxiliary(`row for column ${column + 1}`, from, () =>
    sub(
      make.over("minimum", size, (i) => choose(and(isLeft(i), equal(sizeAt(i), largest)), make.place(i), Infinity)),
      1,
    ),
  );
  const pivot = make.auxiliary(`pivot ${column + 1}`, from, () =>
    left.further(mul(row, size), fixed(0), fixed(column)),
  );
  return { row, pivot };
}

interface Sweep {
  readonly column: number;
  readonly row: Expr;
  readonly from: readonly Expr[];
  readonly divided: (value: Expr) => Expr;
}

/** Takes the pivot's row, divided by the pivot, as often as its column asks from every other row. */
function swept(
  make: SpreadMaker,
  { rows, columns, size }: Matrix,
  { left, right, columnOf }: Stage,
  { column, row, from, divided }: Sweep,
): Stage {
  const { sub, mul, equal, choose } = expressionWriter(make);
  const isPivot = (i: Index) => equal(sub(make.place(i), 1), row);
  const sweep = (what: string, of: Grid, axis: typeof rows): Grid => {
    const pivotRow = make.grid(`${what} row ${column + 1}`, from, [axis], (j) =>
      divided(of.further(mul(row, size), fixed(0), j!)),
    );
    return make.grid(`${what} ${column + 1}`, from, [rows, axis], (i, j) =>
      choose(isPivot(i!), pivotRow.at(j!), sub(of.at(i!, j!), mul(left.at(i!, fixed(column)), pivotRow.at(j!)))),
    );
  };
  return {
    left: sweep("left", left, columns),
    right: sweep("right", right, rows),
    columnOf: make.grid(`columns ${column + 1}`, from, [rows], (i) => choose(isPivot(i!), column + 1, columnOf.at(i!))),
  };
}
