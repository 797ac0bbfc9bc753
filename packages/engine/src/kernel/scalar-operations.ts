import type { Kernel, Loop, Operations, Table } from "./operations.ts";

const view = new Float64Array(1);
const words = new Int32Array(view.buffer);
// Which half of a double comes first is the machine's affair; where the 1 of 1.0 lies tells.
view[0] = 1;
const [low, high] = words[0] === 0 ? ([0, 1] as const) : ([1, 0] as const);

const integersFrom = 2 ** 52;

/** The machine of one number: plain JavaScript, whose + - * / and square root are IEEE 754's, with no host approximation. */
class ScalarOperations implements Operations<number, number, boolean> {
  real(value: number): number {
    return value;
  }

  add(a: number, b: number): number {
    return a + b;
  }

  sub(a: number, b: number): number {
    return a - b;
  }

  mul(a: number, b: number): number {
    return a * b;
  }

  div(a: number, b: number): number {
    return a / b;
  }

  neg(a: number): number {
    return -a;
  }

  abs(a: number): number {
    return Math.abs(a);
  }

  sqrt(a: number): number {
    return Math.sqrt(a);
  }

  nearest(a: number): number {
    const size = Math.abs(a);
    // From 2^52 on a double is an integer; below, adding 2^52 leaves no room for a fraction.
    return size < integersFrom ? this.copySign(size + integersFrom - integersFrom, a) : a;
  }

  lesser(a: number, b: number): number {
    return b < a ? b : a;
  }

  greater(a: number, b: number): number {
    return a < b ? b : a;
  }

  lt(a: number, b: number): boolean {
    return a < b;
  }

  le(a: number, b: number): boolean {
    return a <= b;
  }

  eq(a: number, b: number): boolean {
    return a === b;
  }

  and(a: boolean, b: boolean): boolean {
    return a && b;
  }

  or(a: boolean, b: boolean): boolean {
    return a || b;
  }

  not(a: boolean): boolean {
    return !a;
  }

  select(test: boolean, whenTrue: number, whenFalse: number): number {
    return test ? whenTrue : whenFalse;
  }

  highWord(a: number): number {
    view[0] = a;
    return words[high]!;
  }

  lowWord(a: number): number {
    view[0] = a;
    return words[low]!;
  }

  integer(value: number): number {
    return value | 0;
  }

  addInteger(a: number, b: number): number {
    return (a + b) | 0;
  }

  subInteger(a: number, b: number): number {
    return (a - b) | 0;
  }

  andInteger(a: number, b: number): number {
    return a & b;
  }

  xorInteger(a: number, b: number): number {
    return a ^ b;
  }

  lowProduct(a: number, factor: number): number {
    return Math.imul(a, factor);
  }

  // By halves: each partial sum fits 32 bits, so that integer arithmetic is exact.
  highProduct(a: number, factor: number): number {
    const [aLow, aHigh] = [a & 0xffff, a >>> 16];
    const [bLow, bHigh] = [factor & 0xffff, factor >>> 16];
    const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0;
    const cross = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0;
    return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (cross >>> 16)) | 0;
  }

  ofWords(upper: number, lower: number): number {
    words[low] = lower;
    words[high] = upper;
    return view[0]!;
  }

  shiftLeft(a: number, count: number): number {
    return a << count;
  }

  shiftRight(a: number, count: number): number {
    return a >> count;
  }

  toReal(a: number): number {
    return a;
  }

  isOdd(a: number): boolean {
    return (a & 1) !== 0;
  }

  powerOfTwo(i: number): number {
    words[low] = 0;
    words[high] = (i + 1023) << 20;
    return view[0]!;
  }

  scale(a: number, i: number): number {
    view[0] = a;
    words[high] = words[high]! + (i << 20);
    return view[0]!;
  }

  negateOdd(a: number, i: number): number {
    return (i & 1) === 0 ? a : -a;
  }

  copySign(size: number, sign: number): number {
    view[0] = sign;
    return words[high]! < 0 ? -Math.abs(size) : Math.abs(size);
  }

  clearLow(a: number, bits: number): number {
    view[0] = a;
    words[low] = bits === 32 ? 0 : words[low]! & (-1 << bits);
    return view[0]!;
  }

  entry(table: Table, row: number, column: number): number {
    return table.values[row * table.columns + column]!;
  }

  rarely(test: boolean, fast: number, slow: Kernel, ...args: readonly number[]): number {
    return test ? slow<number, number, boolean>(this, ...args) : fast;
  }

  call(kernel: Kernel, ...args: readonly number[]): number {
    return kernel<number, number, boolean>(this, ...args);
  }

  repeat(loop: Loop, ...args: readonly number[]): number {
    let state = loop.start<number, number, boolean>(this, args);
    while (loop.goesOn<number, number, boolean>(this, state, args)) state = loop.next(this, state, args);
    return loop.result<number, number, boolean>(this, state, args);
  }
}

export const scalarOperations: Operations<number, number, boolean> = new ScalarOperations();
