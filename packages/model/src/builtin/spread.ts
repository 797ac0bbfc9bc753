import type { Axis, Expr, Index, LookupReading, LookupTable, Reduction } from "../model.ts";
import type { Span } from "../source/span.ts";
import type { Builtin } from "./builtin.ts";

/** What a function that is written out over its arguments is given for each of them. */
export interface Operands {
  /** Its value, which may stand anywhere. */
  readonly value: Expr;
  /** Its value as it is written, which may stand outside of new loops only. */
  readonly written: Expr;
  /** An expression with subscripts marked by `!`, which may stand inside `overMarked` only. */
  readonly marked: Expr;
  readonly vector: Vector;
  /** What may be one number for all. */
  readonly "vector-or-value": Vector | Expr;
  readonly matrix: Matrix;
  readonly profiles: Profiles;
  readonly table: TableOperand;
}

export type OperandKind = keyof Operands;

/** A subscripted variable, gone through along its last axis. */
export interface Vector {
  readonly axis: Axis;
  readonly size: number;
  /** The element that the call names. */
  readonly own: Expr;
  /** Which of the elements, counted from 1, the call stands at. */
  readonly place: Expr;
  readonly at: (place: Index) => Expr;
  /** The element at a place that is computed, counted from 0; NaN where there is none. */
  readonly found: (place: Expr) => Expr;
  /** The element so many places after the one that the call names, counted over all of the variable's axes. */
  readonly further: (offset: Expr, otherwise: number) => Expr;
  /** Where those elements stand that the call goes through, along the axis. */
  readonly through: readonly number[];
  readonly keys: readonly string[];
}

/** A subscripted variable whose last two axes are as long as each other. */
export interface Matrix {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly size: number;
  /** The row and the column that the left-hand side stands at, counted from 1. */
  readonly row: Expr;
  readonly column: Expr;
  readonly at: (row: Index, column: Index) => Expr;
}

/** Priority profiles: a row of kind, priority and width for each of those who ask or offer. */
export interface Profiles {
  readonly own: Profile;
  readonly size: number;
  readonly at: (place: Index) => Profile;
  readonly keys: readonly string[];
}

export interface Profile {
  readonly kind: Expr;
  readonly priority: Expr;
  readonly width: Expr;
}

/** A table, read in one of the ways that tables are read. */
export interface TableOperand {
  readonly read: (reading: LookupReading, x: Expr) => Expr;
  /** Its points, where it is one table whose points stand in the model. */
  readonly points: LookupTable | undefined;
}

/** How such a function is written out. Loops are made inside each other by making one in the body of another. */
export interface SpreadMaker {
  readonly span: Span;
  number(value: number): Expr;
  call(id: string, ...args: readonly Expr[]): Expr;
  /** Where an index stands, counted from 1. */
  place(at: Index): Expr;
  /** Over as many turns; `turn` stands at 0, 1, … of an axis. */
  over(by: Reduction, size: number, body: (turn: Index) => Expr): Expr;
  /** Over all elements that are marked in the arguments. */
  overMarked(by: Reduction, body: Expr): Expr;
  /** What `next` makes of `start` in so many turns, counted from 1. */
  repeat(times: number, start: Expr, next: (carried: Expr, turn: Expr) => Expr): Expr;
  /** Says that the profiles given are not those of the quantities beside them. */
  reportUnmatched(): void;
  /** A variable of its own, computed once for all elements of the left-hand side that `from` does not tell apart. */
  auxiliary(name: string, from: readonly Expr[], value: () => Expr): Expr;
  /** The same for a number at each place of some axes. */
  grid(name: string, from: readonly Expr[], axes: readonly Axis[], value: (...places: readonly Index[]) => Expr): Grid;
}

/** A hidden array. */
export interface Grid {
  readonly at: (...places: readonly Index[]) => Expr;
  /** The number so many places after one, counted row by row. */
  readonly further: (offset: Expr, ...places: readonly Index[]) => Expr;
}

export type OperandsFor<T extends readonly OperandKind[]> = { readonly [K in keyof T]: Operands[T[K]] };

/** What a function makes of its operands, one for each kind that it takes, in order. */
export interface SpreadBehaviour {
  readonly kind: "spread";
  readonly takes: readonly OperandKind[];
  readonly expand: (make: SpreadMaker, ...operands: readonly never[]) => Expr;
}

interface SpreadRow<T extends readonly OperandKind[]> extends Omit<Builtin, "behaviour" | "cases"> {
  readonly takes: T;
  readonly expand: (make: SpreadMaker, ...operands: OperandsFor<T>) => Expr;
}

/** A row for a function that is written out over the elements of its arguments. */
export function spread<const T extends readonly OperandKind[]>({ takes, expand, ...row }: SpreadRow<T>): Builtin {
  // What is handed to `expand` is made by the kinds in `takes`, which is what OperandsFor<T> says and `never` cannot.
  const behaviour: SpreadBehaviour = { kind: "spread", takes, expand: expand as SpreadBehaviour["expand"] };
  return { ...row, behaviour, cases: [] };
}
