/**
 * The machine that kernels are written for: doubles, 32-bit integers and truths, each operation exact or correctly rounded, so that
 * two machines that offer it give the same bits. A kernel is a function of an `Operations` and its arguments; the scalar machine
 * runs it, the two-lane one turns it into WebAssembly. What holds of one holds of the other by construction.
 *
 * R is a double, I a 32-bit integer (two's complement, wrapping), T a truth. Bits of a NaN are not kept.
 */
export interface Operations<R, I, T> {
  real(value: number): R;

  add(a: R, b: R): R;
  sub(a: R, b: R): R;
  mul(a: R, b: R): R;
  div(a: R, b: R): R;
  neg(a: R): R;
  abs(a: R): R;
  sqrt(a: R): R;
  /** To the nearest integer, ties to even. */
  nearest(a: R): R;
  /** `b < a ? b : a`: a NaN in `a` stays, and one in `b` is dropped. */
  lesser(a: R, b: R): R;
  /** `a < b ? b : a`: a NaN in `a` stays, and one in `b` is dropped. */
  greater(a: R, b: R): R;

  lt(a: R, b: R): T;
  le(a: R, b: R): T;
  eq(a: R, b: R): T;
  and(a: T, b: T): T;
  or(a: T, b: T): T;
  not(a: T): T;
  select(test: T, whenTrue: R, whenFalse: R): R;

  /** The upper half of a double's bits: sign, exponent and 20 bits of the fraction. */
  highWord(a: R): I;
  /** The lower half of a double's bits. */
  lowWord(a: R): I;
  /** The double of two halves. */
  ofWords(high: I, low: I): R;
  integer(value: number): I;
  addInteger(a: I, b: I): I;
  subInteger(a: I, b: I): I;
  andInteger(a: I, b: I): I;
  xorInteger(a: I, b: I): I;
  /** The lower and the upper 32 bits of a product of two unsigned integers. */
  lowProduct(a: I, factor: number): I;
  highProduct(a: I, factor: number): I;
  shiftLeft(a: I, count: number): I;
  /** Keeps the sign. */
  shiftRight(a: I, count: number): I;
  toReal(a: I): R;
  isOdd(a: I): T;
  /** 2^i, for i from -1022 to 1023; of another i only the low 12 bits of `i + 1023` count, as sign and exponent. */
  powerOfTwo(i: I): R;
  /** Adds i to a double's exponent, and so multiplies by 2^i where argument and result are normal. */
  scale(a: R, i: I): R;
  /** Changes the sign where i is odd. */
  negateOdd(a: R, i: I): R;
  /** The size of one with the sign of the other. */
  copySign(size: R, sign: R): R;
  /** The double with its low bits (at most 32) set to 0: rounded towards zero. */
  clearLow(a: R, bits: number): R;

  /** A column of a row of a table. The row must be in the table, even where the kernel's argument is a NaN. */
  entry(table: Table, row: I, column: number): R;
  /**
   * `fast` where the test is false, and `slow` of the arguments where it is true. Lanes take the slow way only where one of them
   * needs it, and each gets what it would have got alone.
   */
  rarely(test: T, fast: R, slow: Kernel, ...args: readonly R[]): R;
  /** A kernel as a function of its own, so that its code stands once. */
  call(kernel: Kernel, ...args: readonly R[]): R;
  /** What a loop comes to. Each lane stops at its own turn, and the others go on. */
  repeat(loop: Loop, ...args: readonly R[]): R;
}

/** A loop over a few doubles. It must end for any arguments, NaN among them. */
export interface Loop {
  readonly name: string;
  start<R, I, T>(o: Operations<R, I, T>, args: readonly R[]): readonly R[];
  goesOn<R, I, T>(o: Operations<R, I, T>, state: readonly R[], args: readonly R[]): T;
  next<R, I, T>(o: Operations<R, I, T>, state: readonly R[], args: readonly R[]): readonly R[];
  result<R, I, T>(o: Operations<R, I, T>, state: readonly R[], args: readonly R[]): R;
}

/** A function of doubles that can run on any machine. */
export type Kernel = <R, I, T>(o: Operations<R, I, T>, ...args: readonly R[]) => R;

/** Numbers in rows of 1, 2 or 4 columns. */
export interface Table {
  readonly columns: 1 | 2 | 4;
  readonly values: Float64Array<ArrayBuffer>;
}
