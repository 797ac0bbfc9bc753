import type { Expr } from "../model.ts";
import type { Builtin, HiddenMaker } from "./builtin.ts";
import type { OperandKind, OperandsFor } from "./spread.ts";

/** One with a memory that takes some of its arguments as tables or as arrays: one kind for each, in order. */
export interface RememberingBehaviour {
  readonly kind: "remembering";
  readonly takes: readonly OperandKind[];
  readonly expand: (make: HiddenMaker, ...operands: readonly never[]) => Expr | undefined;
}

interface RememberingRow<T extends readonly OperandKind[]> extends Omit<Builtin, "behaviour" | "cases"> {
  readonly takes: T;
  /** Undefined where something was reported that stands in the way. */
  readonly expand: (make: HiddenMaker, ...operands: OperandsFor<T>) => Expr | undefined;
}

/** A row for a function that remembers, of tables and arrays. */
export function remembering<const T extends readonly OperandKind[]>(row: RememberingRow<T>): Builtin {
  const { takes, expand, ...rest } = row;
  // What is handed to `expand` is made by the kinds in `takes`, which is what OperandsFor<T> says and `never` cannot.
  const behaviour: RememberingBehaviour = {
    kind: "remembering",
    takes,
    expand: expand as RememberingBehaviour["expand"],
  };
  return { ...rest, behaviour, cases: [] };
}
