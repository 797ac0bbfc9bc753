import type { PrimitiveName, primitives as signatures, TermKind } from "@sequitur/model";
import type { FunctionBuilder } from "../encode/function-builder.ts";
import type { KernelLibrary } from "../kernel/kernel-library.ts";

/** A value on the scalar side: a number, or a truth. */
export type ScalarValue = number | boolean;

/**
 * An operand of two-lane code that is not on the stack yet. A number is a v128 of two doubles, a truth a v128 whose lanes are all
 * ones or all zeros. A primitive pushes each of its operands exactly once, in whichever order it likes.
 */
export interface LaneOperand {
  readonly push: () => void;
  /** Its value, where the compiler knows that it is the same number in every future. */
  readonly constant?: number | undefined;
}

/** Where two-lane code goes: the function being written, and the kernels of its module. */
export interface LaneCode {
  readonly f: FunctionBuilder;
  readonly kernels: KernelLibrary;
}

type ScalarOf<Kind extends TermKind> = Kind extends "truth" ? boolean : number;
type ResultOf<Row> = Row extends readonly [infer Result extends TermKind, ...unknown[]] ? ScalarOf<Result> : never;
type ArgumentsOf<Row> = Row extends readonly [unknown, ...infer Args extends readonly TermKind[]]
  ? { [Index in keyof Args]: ScalarOf<Args[Index]> }
  : never;
type OperandsOf<Row> = Row extends readonly [unknown, ...infer Args] ? { [Index in keyof Args]: LaneOperand } : never;

type Signature<Name extends PrimitiveName> = (typeof signatures)[Name];

/** One machine operation: what it means for one number, beside the code that does the same in two lanes, to the same bits. */
export interface Primitive<Name extends PrimitiveName> {
  readonly scalar: (...args: ArgumentsOf<Signature<Name>>) => ResultOf<Signature<Name>>;
  /** Pushes the operands and leaves the result on the stack. */
  readonly lanes: (code: LaneCode, ...operands: OperandsOf<Signature<Name>>) => void;
}

export type PrimitiveTable = { readonly [Name in PrimitiveName]: Primitive<Name> };
