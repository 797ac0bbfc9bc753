import type { Expr } from "../model.ts";
import { expressionWriter } from "./expression-writer.ts";
import { type SpreadMaker, spread, type Vector } from "./spread.ts";

/** A place between the elements of a vector, counted from 0, and what is read there. */
interface Reading {
  readonly make: SpreadMaker;
  readonly vector: Vector;
  /** The last place. */
  readonly last: number;
}

export const vectorLookup = spread({
  id: "vector-lookup",
  names: { vensim: "VECTOR LOOKUP" },
  args: ["vector", "x", "x min", "x max", "mode"],
  takes: ["vector", "value", "value", "value", "value"],
  units: ([vector, x, low, high], check) => {
    check.same(check.same(x, low), high);
    const mode = check.number(4);
    return mode === 0 || mode === 2 || mode === 3 || mode === 4 ? vector : undefined;
  },
  expand: (make, vector, x, low, high, mode) => {
    const { add, sub, mul, div, chooseOne } = expressionWriter(make);
    const reading: Reading = { make, vector, last: vector.size - 1 };
    const width = make.auxiliary("step of x", [low, high], () => div(sub(high, low), reading.last));
    const place = make.auxiliary("place of x", [x, low, width], () => div(sub(x, low), width));
    const backToX = (found: Expr) => add(low, mul(width, found));
    return chooseOne(mode, [
      between(reading, held(reading, place)),
      mul(width, areaTo(reading, place, false)),
      vector.found(held(reading, place)),
      between(reading, place),
      vector.found(sub(0, expressionWriter(make).floor(sub(0, held(reading, place))))),
      backToX(placeOf(reading, x, false)),
      div(slopeAt(reading, place, false), width),
      mul(width, areaTo(reading, place, true)),
      backToX(placeOf(reading, x, true)),
      div(slopeAt(reading, place, true), width),
    ]);
  },
  says:
    "Reads the elements as a table whose points stand evenly between x min and x max. By the mode: 0 between them, 1 the area " +
    "from x min, 2 at the point before, 3 beyond the ends too, 4 at the point after, 5 the x of a value, 6 the slope; 7, 8 and 9 " +
    "as 1, 5 and 6 but beyond the ends too.",
  source: "vensim.com/documentation/fn_vector_lookup.html",
});

/** A place that stays between the first and the last. */
function held({ make, last }: Reading, place: Expr): Expr {
  const { min, max } = expressionWriter(make);
  return max(0, min(last, place));
}

/** The place of the element that begins the interval that a place is in; those of the outermost reach on. */
function startOf({ make, last }: Reading, place: Expr): Expr {
  const { min, max, floor } = expressionWriter(make);
  return max(0, min(last - 1, floor(place)));
}

function stepAt({ make, vector }: Reading, start: Expr): Expr {
  const { add, sub } = expressionWriter(make);
  return sub(vector.found(add(start, 1)), vector.found(start));
}

function between(reading: Reading, place: Expr): Expr {
  const { add, sub, mul } = expressionWriter(reading.make);
  const start = startOf(reading, place);
  return add(reading.vector.found(start), mul(sub(place, start), stepAt(reading, start)));
}

/** By one place; 0 beyond the ends where the table does not go on there. */
function slopeAt(reading: Reading, place: Expr, goesOn: boolean): Expr {
  const { atMost, less, and, choose } = expressionWriter(reading.make);
  const slope = stepAt(reading, startOf(reading, place));
  return goesOn ? slope : choose(and(atMost(0, place), less(place, reading.last)), slope, 0);
}

/** From the first place, in places: what lies between the ends, interval by interval, and what lies beyond them. */
function areaTo(reading: Reading, place: Expr, goesOn: boolean): Expr {
  const { make, vector, last } = reading;
  const { add, sub, mul, div, min, max } = expressionWriter(make);
  const part = (start: Expr, way: Expr): Expr =>
    add(mul(way, vector.found(start)), mul(div(mul(way, way), 2), stepAt(reading, start)));
  const inside = make.over("sum", last, (turn) => {
    const start = sub(make.place(turn), 1);
    return part(start, max(0, min(1, sub(place, start))));
  });
  const [under, over] = [min(0, place), max(0, sub(place, last))];
  const [first, end] = [make.number(0), make.number(last)];
  const rest = (way: Expr, at: Expr, start: Expr): Expr =>
    goesOn
      ? add(mul(way, vector.found(at)), mul(div(mul(way, way), 2), stepAt(reading, start)))
      : mul(way, vector.found(at));
  return add(inside, add(rest(under, first, first), rest(over, end, make.number(last - 1))));
}

/** The first place where the table takes a value; where it never does, the end whose value is nearer, or a place beyond it. */
function placeOf(reading: Reading, value: Expr, goesOn: boolean): Expr {
  const { make, vector, last } = reading;
  const { add, sub, mul, div, abs, atMost, less, differs, and, choose } = expressionWriter(make);
  const never = Number.POSITIVE_INFINITY;
  const first = make.over("minimum", last, (turn) => {
    const start = sub(make.place(turn), 1);
    const [gone, step] = [sub(value, vector.found(start)), stepAt(reading, start)];
    const isInside = atMost(mul(gone, sub(gone, step)), 0);
    return choose(isInside, add(start, choose(differs(step, 0), div(gone, step), 0)), never);
  });
  const end = (at: number, start: number): Expr => {
    const gone = sub(value, vector.found(make.number(at)));
    return goesOn ? add(at, div(gone, stepAt(reading, make.number(start)))) : make.number(at);
  };
  const gap = (at: number): Expr => abs(sub(value, vector.found(make.number(at))));
  const nearest = choose(atMost(gap(0), gap(last)), end(0, 0), end(last, last - 1));
  return choose(and(less(first, never), atMost(0, first)), first, nearest);
}
