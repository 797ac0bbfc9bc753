import type { FunctionBuilder, FunctionHandle, GlobalHandle, Local } from "../encode/function-builder.ts";
import type { PlainInstruction } from "../encode/instruction.ts";
import { LaneValue } from "./lane-value.ts";
import type { Kernel, Loop, Operations, Table } from "./operations.ts";

/** What a kernel needs of the module that it is written into. */
export interface LaneModule {
  /** The two-lane function of a kernel: so many v128 in, one out. */
  functionOf(kernel: Kernel, arity: number): FunctionHandle;
  loopOf(loop: Loop, arity: number): FunctionHandle;
  /** Where a table lies in memory, in bytes. */
  addressOf(table: Table): number;
  /** A number in both lanes. */
  constantPair(value: number): GlobalHandle;
}

/** One value, or several that are computed side by side, each from its own; a single one stands beside any number. */
export type Vectors = readonly LaneValue[];

type Lanes = Operations<Vectors, Vectors, Vectors>;

/**
 * The machine of two lanes: each operation makes a `LaneValue` a vector. A 32-bit integer is the low half of a 64-bit lane, whose
 * high half may hold anything; a truth is a lane of ones or of zeros.
 */
export class LaneOperations implements Lanes {
  readonly #module: LaneModule;
  readonly #rows = new Map<Table, Map<LaneValue, Vectors>>();

  constructor(module: LaneModule) {
    this.#module = module;
  }

  real(value: number): Vectors {
    // One instruction; V8 makes a constant of two lanes anew from three, in every call. A load from memory is one too, but V8
    // keeps loads in their order, and so makes many of them long before they are used.
    const constant = this.#module.constantPair(value);
    return [new LaneValue([], (f) => f.getGlobal(constant), { cheap: true })];
  }

  add(a: Vectors, b: Vectors): Vectors {
    return made("f64x2.add", a, b);
  }

  sub(a: Vectors, b: Vectors): Vectors {
    return made("f64x2.sub", a, b);
  }

  mul(a: Vectors, b: Vectors): Vectors {
    return made("f64x2.mul", a, b);
  }

  div(a: Vectors, b: Vectors): Vectors {
    return made("f64x2.div", a, b);
  }

  neg(a: Vectors): Vectors {
    return made("f64x2.neg", a);
  }

  abs(a: Vectors): Vectors {
    return made("f64x2.abs", a);
  }

  sqrt(a: Vectors): Vectors {
    return made("f64x2.sqrt", a);
  }

  nearest(a: Vectors): Vectors {
    return made("f64x2.nearest", a);
  }

  lesser(a: Vectors, b: Vectors): Vectors {
    return made("f64x2.pmin", a, b);
  }

  greater(a: Vectors, b: Vectors): Vectors {
    return made("f64x2.pmax", a, b);
  }

  lt(a: Vectors, b: Vectors): Vectors {
    return made("f64x2.lt", a, b);
  }

  le(a: Vectors, b: Vectors): Vectors {
    return made("f64x2.le", a, b);
  }

  eq(a: Vectors, b: Vectors): Vectors {
    return made("f64x2.eq", a, b);
  }

  and(a: Vectors, b: Vectors): Vectors {
    return made("v128.and", a, b);
  }

  or(a: Vectors, b: Vectors): Vectors {
    return made("v128.or", a, b);
  }

  not(a: Vectors): Vectors {
    return made("v128.not", a);
  }

  select(test: Vectors, whenTrue: Vectors, whenFalse: Vectors): Vectors {
    return made("v128.bitselect", whenTrue, whenFalse, test);
  }

  highWord(a: Vectors): Vectors {
    return shifted("i64x2.shr_u", a, 32);
  }

  lowWord(a: Vectors): Vectors {
    return a;
  }

  integer(value: number): Vectors {
    return bits(BigInt.asUintN(32, BigInt(value)));
  }

  addInteger(a: Vectors, b: Vectors): Vectors {
    return made("i32x4.add", a, b);
  }

  subInteger(a: Vectors, b: Vectors): Vectors {
    return made("i32x4.sub", a, b);
  }

  andInteger(a: Vectors, b: Vectors): Vectors {
    return made("v128.and", a, b);
  }

  xorInteger(a: Vectors, b: Vectors): Vectors {
    return made("v128.xor", a, b);
  }

  lowProduct(a: Vectors, factor: number): Vectors {
    return made("i64x2.mul", lowHalf(a), this.integer(factor));
  }

  highProduct(a: Vectors, factor: number): Vectors {
    return shifted("i64x2.shr_u", this.lowProduct(a, factor), 32);
  }

  ofWords(high: Vectors, low: Vectors): Vectors {
    return made("v128.or", shifted("i64x2.shl", high, 32), lowHalf(low));
  }

  shiftLeft(a: Vectors, count: number): Vectors {
    return shifted("i32x4.shl", a, count);
  }

  shiftRight(a: Vectors, count: number): Vectors {
    return shifted("i32x4.shr_s", a, count);
  }

  toReal(a: Vectors): Vectors {
    const low = a.map((each) => new LaneValue([each, each], (f) => f.shuffle32(0, 2, 0, 2)));
    return made("f64x2.convert_low_i32x4_s", low);
  }

  isOdd(a: Vectors): Vectors {
    return made("i64x2.gt_s", bits(0n), shifted("i64x2.shl", a, 63));
  }

  powerOfTwo(i: Vectors): Vectors {
    return shifted("i64x2.shl", made("i32x4.add", i, this.integer(1023)), 52);
  }

  scale(a: Vectors, i: Vectors): Vectors {
    return made("i64x2.add", a, shifted("i64x2.shl", i, 52));
  }

  negateOdd(a: Vectors, i: Vectors): Vectors {
    return made("v128.xor", a, shifted("i64x2.shl", i, 63));
  }

  copySign(size: Vectors, sign: Vectors): Vectors {
    return made("v128.bitselect", sign, size, bits(1n << 63n));
  }

  clearLow(a: Vectors, count: number): Vectors {
    return made("v128.and", a, bits(-1n << BigInt(count)));
  }

  entry(table: Table, row: Vectors, column: number): Vectors {
    return row.map((each) => this.#columns(table, each)[column]!);
  }

  rarely(test: Vectors, fast: Vectors, slow: Kernel, ...args: readonly Vectors[]): Vectors {
    return rarely(beside([fast, test, ...args]), this.#module.functionOf(slow, args.length));
  }

  call(kernel: Kernel, ...args: readonly Vectors[]): Vectors {
    return called(this.#module.functionOf(kernel, args.length), args);
  }

  repeat(loop: Loop, ...args: readonly Vectors[]): Vectors {
    return called(this.#module.loopOf(loop, args.length), args);
  }

  #columns(table: Table, row: LaneValue): Vectors {
    const rows = this.#rows.get(table) ?? new Map<LaneValue, Vectors>();
    this.#rows.set(table, rows);
    const columns = rows.get(row) ?? this.#gather(table, row);
    rows.set(row, columns);
    return columns;
  }

  /** Each lane reads its own row, two columns at once; then the lanes are put side by side. */
  #gather(table: Table, row: LaneValue): Vectors {
    const base = this.#module.addressOf(table);
    const offset = shifted("i32x4.shl", [row], Math.log2(table.columns * 8))[0]!;
    const rowOf = (lane: 0 | 1): LaneValue =>
      new LaneValue([offset], (f) => f.lane("i32x4.extract_lane", lane * 2), { type: "i32" });
    const [first, second] = [rowOf(0), rowOf(1)];
    if (table.columns === 1) return [singleColumn(first, second, base)];
    return Array.from({ length: table.columns / 2 }, (_, pair) => columnPair(first, second, base + pair * 16)).flat();
  }
}

function singleColumn(first: LaneValue, second: LaneValue, address: number): LaneValue {
  const zero = new LaneValue([first], (f) => f.access("v128.load64_zero", address));
  return new LaneValue([second, zero], (f) => f.accessLane("v128.load64_lane", 1, address));
}

function columnPair(first: LaneValue, second: LaneValue, address: number): Vectors {
  const pairs = [first, second].map((row) => new LaneValue([row], (f) => f.access("v128.load", address)));
  return [new LaneValue(pairs, (f) => f.shuffle64(0, 2)), new LaneValue(pairs, (f) => f.shuffle64(1, 3))];
}

/** The inputs of each of the vectors that stand side by side. */
function beside(inputs: readonly Vectors[]): readonly Vectors[] {
  const width = Math.max(...inputs.map(({ length }) => length));
  return Array.from({ length: width }, (_, i) => inputs.map((input) => (input.length === 1 ? input[0]! : input[i]!)));
}

function made(name: PlainInstruction, ...inputs: readonly Vectors[]): Vectors {
  return beside(inputs).map((own) => new LaneValue(own, (f) => f.op(name)));
}

function called(callee: FunctionHandle, args: readonly Vectors[]): Vectors {
  return beside(args).map((own) => new LaneValue(own, (f) => f.call(callee)));
}

/**
 * One branch for all vectors, since what is on either side of it cannot be computed side by side. Both ways need the operands
 * computed before it, so they are inputs: of each vector fast, test, then the arguments.
 */
function rarely(vectors: readonly Vectors[], slow: FunctionHandle): Vectors {
  let results: readonly Local[] = [];
  const first = new LaneValue(vectors.flat(), (f) => {
    const locals = vectors.map((own) => own.map(() => f.local("v128")));
    for (const local of locals.flat().toReversed()) f.set(local);
    for (const [i, [, test]] of locals.entries()) {
      f.get(test!);
      if (i > 0) f.op("v128.or");
    }
    f.op("v128.any_true");
    f.if(() => {
      for (const own of locals) takeSlow(f, own, slow);
    });
    results = locals.map(([fast]) => fast!);
    f.get(results[0]!);
  });
  // The others are there when the first one is.
  const others = vectors.slice(1).map(
    (_, i) =>
      new LaneValue([first], (f) => {
        f.op("drop");
        f.get(results[i + 1]!);
      }),
  );
  return [first, ...others];
}

/** Puts what is slow in the place of what is fast, in the lanes that need it. */
function takeSlow(f: FunctionBuilder, [fast, test, ...args]: readonly Local[], slow: FunctionHandle): void {
  for (const arg of args) f.get(arg);
  f.call(slow);
  f.get(fast!);
  f.get(test!);
  f.op("v128.bitselect");
  f.set(fast!);
}

function shifted(name: PlainInstruction, a: Vectors, count: number): Vectors {
  return a.map(
    (each) =>
      new LaneValue([each], (f) => {
        f.i32(count);
        f.op(name);
      }),
  );
}

const lowHalf = (a: Vectors): Vectors => made("v128.and", a, bits(0xffffffffn));

function bits(value: bigint): Vectors {
  return [new LaneValue([], (f: FunctionBuilder) => f.i64x2(value), { cheap: true })];
}
