import type {
  ClockReading,
  Expr,
  Index,
  LookupTable,
  PrimitiveName,
  Reduction,
  Term,
  VariableId,
} from "@sequitur/model";
import { offsetAt, positionAt } from "../element/element.ts";
import { readPieces } from "../lookup/pieces.ts";
import type { ScalarValue } from "../primitive/primitive.ts";
import { evaluate as apply } from "../primitive/primitives.ts";
import type { Memory } from "./memory.ts";

/** The value of an expression. `turns` are those of the loops around it, outside in. */
export function evaluate(expr: Expr, turns: readonly number[], memory: Memory): number {
  switch (expr.kind) {
    case "number":
      return expr.value;
    case "variable":
      return memory.values[expr.id]![offsetOf(expr.id, expr.at, turns, memory)]!;
    case "position":
      return positionAt(expr.at, turns) + 1;
    case "call": {
      const args = expr.args.map((arg) => once(() => evaluate(arg, turns, memory)));
      // The meaning of a built-in function is a number; truths are only inside it.
      return Number(meaning(expr.builtin.behaviour.meaning, args, memory));
    }
    case "lookup":
      return readPieces(
        memory.piecesOf(tableOf(expr.table, turns, memory), expr.reading),
        evaluate(expr.x, turns, memory),
      );
    case "reduce":
      return reduce(expr, turns, memory);
    case "element":
      return elementAt(expr, turns, memory);
    case "fold":
      return fold(expr, turns, memory);
    case "carried":
      return memory.carried[expr.loop]!;
  }
}

function offsetOf(id: VariableId, at: readonly Index[], turns: readonly number[], memory: Memory): number {
  return offsetAt(memory.model.variables[id]!.axes, at, turns);
}

function tableOf(table: (Expr & { kind: "lookup" })["table"], turns: readonly number[], memory: Memory): LookupTable {
  if ("xs" in table) return table;
  return memory.tables.lookups.get(table.variable)!.get(offsetOf(table.variable, table.at, turns, memory))!;
}

/** A value that is computed when it is first asked for, if it is. */
function once(compute: () => number): () => number {
  let value: number | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

function meaning(term: Term, args: readonly (() => number)[], memory: Memory): ScalarValue {
  switch (term.kind) {
    case "literal":
      return term.value;
    case "argument":
      return args[term.index]!();
    case "clock":
      return readClock(term.reading, memory);
    case "primitive":
      // What is not chosen is not computed: the same number, sooner.
      if (term.name === "select")
        return meaning(term.args[meaning(term.args[0]!, args, memory) ? 1 : 2]!, args, memory);
      return apply(
        term.name,
        term.args.map((arg) => meaning(arg, args, memory)),
      );
  }
}

function readClock(reading: ClockReading, { clock, times, noise }: Memory): number {
  switch (reading) {
    case "time":
      return clock.time;
    case "stepTime":
      return clock.stepTime;
    case "step":
      return clock.step;
    case "initial":
      return times.initial;
    case "final":
      return times.final;
    case "moment":
      return clock.moment;
    case "future":
      return noise.future;
    case "keyLow":
      return noise.low;
    case "keyHigh":
      return noise.high;
  }
}

/** What each reduction starts from, and the primitive that takes in one more. */
export const reductions = {
  sum: { start: 0, primitive: "add" },
  product: { start: 1, primitive: "mul" },
  minimum: { start: Number.POSITIVE_INFINITY, primitive: "min" },
  maximum: { start: Number.NEGATIVE_INFINITY, primitive: "max" },
} as const satisfies Record<Reduction, { start: number; primitive: PrimitiveName }>;

function reduce({ by, loops, body }: Expr & { kind: "reduce" }, turns: readonly number[], memory: Memory): number {
  const { start, primitive } = reductions[by];
  const over = (depth: number, inner: readonly number[], before: number): number => {
    if (depth === loops.length) return Number(apply(primitive, [before, evaluate(body, inner, memory)]));
    let total = before;
    for (let turn = 0; turn < loops[depth]!.size; turn++) total = over(depth + 1, [...inner, turn], total);
    return total;
  };
  return over(0, turns, start);
}

function elementAt(
  { id, at, offset, otherwise }: Expr & { kind: "element" },
  turns: readonly number[],
  memory: Memory,
) {
  const values = memory.values[id]!;
  const place = offsetOf(id, at, turns, memory) + Math.trunc(evaluate(offset, turns, memory));
  return place >= 0 && place < values.length ? values[place]! : otherwise;
}

function fold({ loop, start, next }: Expr & { kind: "fold" }, turns: readonly number[], memory: Memory): number {
  let value = evaluate(start, turns, memory);
  for (let turn = 0; turn < loop.size; turn++) {
    memory.carried[turns.length] = value;
    value = evaluate(next, [...turns, turn], memory);
  }
  return value;
}
