import type { UnitRule } from "./builtin.ts";
import { eliminated } from "./elimination.ts";
import { expressionWriter } from "./expression-writer.ts";
import { type Matrix, type SpreadMaker, spread } from "./spread.ts";
import { toThe } from "./unit-rules.ts";

export const invertMatrix = spread({
  id: "invert-matrix",
  names: { vensim: "INVERT MATRIX" },
  args: ["matrix", "size"],
  takes: ["matrix", "value"],
  // Vensim's page gives the inverse the unit of the matrix, which is right for pure numbers alone.
  units: ([each]) => (each?.powers.size === 0 ? each : undefined),
  expand: (make, matrix) => {
    const { equal, choose, div, sub } = expressionWriter(make);
    const { columnOf, right } = eliminated(make, matrix, (value, pivot) => div(value, pivot));
    return make.over("sum", matrix.size, (turn) =>
      choose(equal(columnOf.at(turn), matrix.row), right.further(sub(matrix.column, 1), turn, first), 0),
    );
  },
  says: "The element of the inverse matrix where the left-hand side stands; not finite where there is no inverse.",
  source: "vensim.com/documentation/fn_invert_matrix.html",
});

const first = { kind: "fixed", position: 0 } as const;

function determinantOf(make: SpreadMaker, matrix: Matrix) {
  const { less, greater, equal, and, choose, mul, div } = expressionWriter(make);
  // A pivot of 0 makes the product 0, whatever is left.
  const { columnOf, pivots } = eliminated(make, matrix, (value, pivot) =>
    choose(equal(pivot, 0), 0, div(value, pivot)),
  );
  // Rows taken in another order have its sign: -1 for each pair that is the wrong way round.
  const sign = make.over("product", matrix.size, (a) =>
    make.over("product", matrix.size, (b) =>
      choose(and(less(make.place(a), make.place(b)), greater(columnOf.at(a), columnOf.at(b))), -1, 1),
    ),
  );
  return pivots.reduce((product, pivot) => mul(product, pivot), sign);
}

const inNumbers: UnitRule = ([each]) => (each?.powers.size === 0 ? each : undefined);
const says = "The determinant of a matrix.";
const source = "not checked: no page of Vensim's was found that names its arguments";

export const determinant = spread({
  id: "determinant",
  names: { vensim: "DETERMINANT" },
  args: ["matrix"],
  takes: ["matrix"],
  units: inNumbers,
  expand: determinantOf,
  says,
  source,
});

export const determinantOfSize = spread({
  id: "determinant-of-size",
  names: { vensim: "DETERMINANT" },
  args: ["matrix", "size"],
  takes: ["matrix", "value"],
  units: ([each], check) => {
    const size = check.number(1);
    return each && size !== undefined ? toThe(each, size) : inNumbers([each], check);
  },
  expand: (make, matrix) => determinantOf(make, matrix),
  says,
  source,
});
