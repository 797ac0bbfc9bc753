import type { FunctionBuilder, FunctionHandle, GlobalHandle } from "../encode/function-builder.ts";
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

type Lanes = Operations<LaneValue, LaneValue, LaneValue>;

/**
 * The machine of two lanes: each operation makes a `LaneValue`. A 32-bit integer is the low half of a 64-bit lane, whose high half
 * may hold anything; a truth is a lane of ones or of zeros.
 */
export class LaneOperations implements Lanes {
  readonly #module: LaneModule;
  readonly #rows = new Map<Table, Map<LaneValue, readonly LaneValue[]>>();

  constructor(module: LaneModule) {
    this.#module = module;
  }

  real(value: number): LaneValue {
    // One instruction; V8 makes a constant of two lanes anew from three, in every call. A load from memory is one too, but V8
    // keeps loads in their order, and so makes many of them long before they are used.
    const constant = this.#module.constantPair(value);
    return new LaneValue([], (f) => f.getGlobal(constant), { cheap: true });
  }

  add(a: LaneValue, b: LaneValue): LaneValue {
    return made("f64x2.add", a, b);
  }

  sub(a: LaneValue, b: LaneValue): LaneValue {
    return made("f64x2.sub", a, b);
  }

  mul(a: LaneValue, b: LaneValue): LaneValue {
    return made("f64x2.mul", a, b);
  }

  div(a: LaneValue, b: LaneValue): LaneValue {
    return made("f64x2.div", a, b);
  }

  neg(a: LaneValue): LaneValue {
    return made("f64x2.neg", a);
  }

  abs(a: LaneValue): LaneValue {
    return made("f64x2.abs", a);
  }

  sqrt(a: LaneValue): LaneValue {
    return made("f64x2.sqrt", a);
  }

  nearest(a: LaneValue): LaneValue {
    return made("f64x2.nearest", a);
  }

  lesser(a: LaneValue, b: LaneValue): LaneValue {
    return made("f64x2.pmin", a, b);
  }

  greater(a: LaneValue, b: LaneValue): LaneValue {
    return made("f64x2.pmax", a, b);
  }

  lt(a: LaneValue, b: LaneValue): LaneValue {
    return made("f64x2.lt", a, b);
  }

  le(a: LaneValue, b: LaneValue): LaneValue {
    return made("f64x2.le", a, b);
  }

  eq(a: LaneValue, b: LaneValue): LaneValue {
    return made("f64x2.eq", a, b);
  }

  and(a: LaneValue, b: LaneValue): LaneValue {
    return made("v128.and", a, b);
  }

  or(a: LaneValue, b: LaneValue): LaneValue {
    return made("v128.or", a, b);
  }

  not(a: LaneValue): LaneValue {
    return made("v128.not", a);
  }

  select(test: LaneValue, whenTrue: LaneValue, whenFalse: LaneValue): LaneValue {
    return made("v128.bitselect", whenTrue, whenFalse, test);
  }

  highWord(a: LaneValue): LaneValue {
    return shifted("i64x2.shr_u", a, 32);
  }

  lowWord(a: LaneValue): LaneValue {
    return a;
  }

  integer(value: number): LaneValue {
    return bits(BigInt.asUintN(32, BigInt(value)));
  }

  addInteger(a: LaneValue, b: LaneValue): LaneValue {
    return made("i32x4.add", a, b);
  }

  subInteger(a: LaneValue, b: LaneValue): LaneValue {
    return made("i32x4.sub", a, b);
  }

  andInteger(a: LaneValue, b: LaneValue): LaneValue {
    return made("v128.and", a, b);
  }

  xorInteger(a: LaneValue, b: LaneValue): LaneValue {
    return made("v128.xor", a, b);
  }

  lowProduct(a: LaneValue, factor: number): LaneValue {
    return made("i64x2.mul", lowHalf(a), this.integer(factor));
  }

  highProduct(a: LaneValue, factor: number): LaneValue {
    return shifted("i64x2.shr_u", this.lowProduct(a, factor), 32);
  }

  ofWords(high: LaneValue, low: LaneValue): LaneValue {
    return made("v128.or", shifted("i64x2.shl", high, 32), lowHalf(low));
  }

  shiftLeft(a: LaneValue, count: number): LaneValue {
    return shifted("i32x4.shl", a, count);
  }

  shiftRight(a: LaneValue, count: number): LaneValue {
    return shifted("i32x4.shr_s", a, count);
  }

  toReal(a: LaneValue): LaneValue {
    const low = new LaneValue([a, a], (f) => f.shuffle32(0, 2, 0, 2));
    return made("f64x2.convert_low_i32x4_s", low);
  }

  isOdd(a: LaneValue): LaneValue {
    return made("i64x2.gt_s", bits(0n), shifted("i64x2.shl", a, 63));
  }

  powerOfTwo(i: LaneValue): LaneValue {
    return shifted("i64x2.shl", made("i32x4.add", i, this.integer(1023)), 52);
  }

  scale(a: LaneValue, i: LaneValue): LaneValue {
    return made("i64x2.add", a, shifted("i64x2.shl", i, 52));
  }

  negateOdd(a: LaneValue, i: LaneValue): LaneValue {
    return made("v128.xor", a, shifted("i64x2.shl", i, 63));
  }

  copySign(size: LaneValue, sign: LaneValue): LaneValue {
    return made("v128.bitselect", sign, size, bits(1n << 63n));
  }

  clearLow(a: LaneValue, count: number): LaneValue {
    return made("v128.and", a, bits(-1n << BigInt(count)));
  }

  entry(table: Table, row: LaneValue, column: number): LaneValue {
    const rows = this.#rows.get(table) ?? new Map<LaneValue, readonly LaneValue[]>();
    this.#rows.set(table, rows);
    const columns = rows.get(row) ?? this.#gather(table, row);
    rows.set(row, columns);
    return columns[column]!;
  }

  rarely(test: LaneValue, fast: LaneValue, slow: Kernel, ...args: readonly LaneValue[]): LaneValue {
    const callee = this.#module.functionOf(slow, args.length);
    // Both ways need the operands computed before the branch, so they are inputs: fast, test, test, then the arguments.
    const kept = [fast, test, ...args];
    return new LaneValue(kept, (f) => {
      const locals = kept.map(() => f.local("v128"));
      for (const local of locals.toReversed()) f.set(local);
      const [whenFast, where, ...given] = locals;
      f.get(where!);
      f.op("v128.any_true");
      f.if(
        () => {
          for (const local of given) f.get(local);
          f.call(callee);
          f.get(whenFast!);
          f.get(where!);
          f.op("v128.bitselect");
        },
        () => f.get(whenFast!),
        "v128",
      );
    });
  }

  call(kernel: Kernel, ...args: readonly LaneValue[]): LaneValue {
    const callee = this.#module.functionOf(kernel, args.length);
    return new LaneValue(args, (f) => f.call(callee));
  }

  repeat(loop: Loop, ...args: readonly LaneValue[]): LaneValue {
    const callee = this.#module.loopOf(loop, args.length);
    return new LaneValue(args, (f) => f.call(callee));
  }

  /** Each lane reads its own row, two columns at once; then the lanes are put side by side. */
  #gather(table: Table, row: LaneValue): readonly LaneValue[] {
    const base = this.#module.addressOf(table);
    const offset = shifted("i32x4.shl", row, Math.log2(table.columns * 8));
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

function columnPair(first: LaneValue, second: LaneValue, address: number): readonly LaneValue[] {
  const pairs = [first, second].map((row) => new LaneValue([row], (f) => f.access("v128.load", address)));
  return [new LaneValue(pairs, (f) => f.shuffle64(0, 2)), new LaneValue(pairs, (f) => f.shuffle64(1, 3))];
}

function made(name: PlainInstruction, ...inputs: readonly LaneValue[]): LaneValue {
  return new LaneValue(inputs, (f) => f.op(name));
}

function shifted(name: PlainInstruction, a: LaneValue, count: number): LaneValue {
  return new LaneValue([a], (f) => {
    f.i32(count);
    f.op(name);
  });
}

const lowHalf = (a: LaneValue): LaneValue => made("v128.and", a, bits(0xffffffffn));

function bits(value: bigint): LaneValue {
  return new LaneValue([], (f: FunctionBuilder) => f.i64x2(value), { cheap: true });
}
