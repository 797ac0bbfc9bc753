import type { Expr, Index, Reduction } from "../model.ts";
import { dimensionless } from "../units/unit.ts";
import { expressionWriter } from "./expression-writer.ts";
import { type SpreadMaker, spread, type Vector } from "./spread.ts";
import { times } from "./unit-rules.ts";

/** Vensim's :NA: (vensim.com/documentation/ref_na.html). */
const MISSING = -(2 ** 109);

/** What VECTOR SELECT does by the number of its action: with weighted elements up to 5, then with the elements alone. */
const sumOf = new Set([0, 2, 3, 4]);
const alone = new Set([6, 8, 9, 10]);

export const vectorSelect = spread({
  id: "vector-select",
  names: { vensim: "VECTOR SELECT" },
  args: ["selection", "array", "missing", "action", "error action"],
  takes: ["marked", "marked", "value", "value", "value"],
  units: ([selection, each, missing], check) => {
    const action = check.number(3);
    if (action === undefined) return undefined;
    if (sumOf.has(action)) return check.same(times(selection, each), missing);
    return alone.has(action) ? check.same(each, missing) : undefined;
  },
  expand: (make, selection, each, missing, action) => {
    const { mul, div, power, differs, equal, choose, chooseOne } = expressionWriter(make);
    const chosen = differs(selection, 0);
    const over = (by: Reduction, value: Expr, otherwise: number) =>
      make.overMarked(by, choose(chosen, value, otherwise));
    const count = make.overMarked("sum", chosen);
    const weighted = mul(selection, each);
    const [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const found = chooseOne(action, [
      over("sum", weighted, 0),
      over("product", weighted, 1),
      over("minimum", weighted, least),
      over("maximum", weighted, most),
      div(over("sum", weighted, 0), count),
      over("product", power(each, selection), 1),
      over("sum", each, 0),
      over("product", each, 1),
      over("minimum", each, least),
      over("maximum", each, most),
      div(over("sum", each, 0), count),
    ]);
    return choose(equal(count, 0), missing, found);
  },
  says:
    "Takes together the elements where the selection is not 0. By the action, weighted with the selection: 0 their sum, " +
    "1 product, 2 smallest, 3 largest, 4 mean, 5 product of element ^ selection; and without: 6 sum, 7 product, 8 smallest, " +
    "9 largest, 10 mean. Gives `missing` where nothing is selected. The error action stops no run here.",
  source:
    "vensim.com/documentation/fn_vector_select.html; arrays of different dimensions as in SDXorg test models (vector_select)",
});

export const vectorElmMap = spread({
  id: "vector-elm-map",
  names: { vensim: "VECTOR ELM MAP" },
  args: ["vector", "offset"],
  takes: ["vector", "written"],
  units: ([vector, offset], check) => {
    check.dimensionless(offset, 1);
    return vector;
  },
  expand: (_, vector, offset) => vector.further(offset, MISSING),
  says:
    "The element so many places after the one that is named, row by row over all subscripts; :NA: where there is none. " +
    "A fraction is cut off (not checked against a run).",
  source: "vensim.com/documentation/fn_vector_elm_map.html",
});

/** Whether an element comes before another; elements that are equal stay in their order. */
function comesBefore(make: SpreadMaker, vector: Vector, direction: Expr, a: Index, b: Index): Expr {
  const { less, greater, equal, and, or, choose } = expressionWriter(make);
  const [first, second] = [vector.at(a), vector.at(b)];
  const ahead = choose(greater(direction, 0), less(first, second), greater(first, second));
  return or(ahead, and(equal(first, second), less(make.place(a), make.place(b))));
}

/** The place of an element among all, from 1. */
function rankOf(make: SpreadMaker, vector: Vector, direction: Expr, of: Index): Expr {
  const { add } = expressionWriter(make);
  return add(
    1,
    make.over("sum", vector.size, (other) => comesBefore(make, vector, direction, other, of)),
  );
}

/** The ranks of all elements, computed once for a whole vector. */
function ranksOf(make: SpreadMaker, vector: Vector, direction: Expr) {
  const first: Index = { kind: "fixed", position: 0 };
  return make.grid("rank", [vector.at(first), direction], [vector.axis], (place) =>
    rankOf(make, vector, direction, place!),
  );
}

export const vectorSortOrder = spread({
  id: "vector-sort-order",
  names: { vensim: "VECTOR SORT ORDER" },
  args: ["vector", "direction"],
  takes: ["vector", "value"],
  units: () => dimensionless,
  expand: (make, vector, direction) => {
    const { sub, equal, choose } = expressionWriter(make);
    const ranks = ranksOf(make, vector, direction);
    return make.over("sum", vector.size, (turn) =>
      choose(equal(ranks.at(turn), vector.place), sub(make.place(turn), 1), 0),
    );
  },
  says:
    "Which element, counted from 0, is first, second … along the last subscript: the smallest first where the direction is " +
    "above 0, else the largest. Equal ones stay in their order (not checked against a run).",
  source: "vensim.com/documentation/fn_vector_sort_order.html",
});

export const vectorRank = spread({
  id: "vector-rank",
  names: { vensim: "VECTOR RANK" },
  args: ["vector", "direction"],
  takes: ["vector", "value"],
  units: () => dimensionless,
  expand: (make, vector, direction) => {
    const { equal, choose } = expressionWriter(make);
    const ranks = ranksOf(make, vector, direction);
    return make.over("sum", vector.size, (turn) => choose(equal(make.place(turn), vector.place), ranks.at(turn), 0));
  },
  says:
    "The rank of the element along the last subscript, from 1: the smallest first where the direction is above 0, else the " +
    "largest. Equal ones are ranked in their order (Vensim says only that it is one after the other).",
  source: "vensim.com/documentation/fn_vector_rank.html",
});

export const vectorReorder = spread({
  id: "vector-reorder",
  names: { vensim: "VECTOR REORDER" },
  args: ["vector", "order"],
  takes: ["vector", "value"],
  units: ([vector, order], check) => {
    check.dimensionless(order, 1);
    return vector;
  },
  expand: (make, vector, order) => {
    const { atMost, less, and, choose } = expressionWriter(make);
    return choose(and(atMost(0, order), less(order, vector.size)), vector.found(order), Number.NaN);
  },
  says: "The element of the vector at the place, counted from 0, that the order gives: as VECTOR SORT ORDER makes it.",
  source: "vensim.com/documentation/fn_vector_sort_order.html (its example)",
});
