import { ByteWriter } from "./byte-writer.ts";
import {
  type LaneInstruction,
  type LaneMemoryInstruction,
  lane,
  laneMemory,
  type MemoryInstruction,
  memory,
  type PlainInstruction,
  plain,
} from "./instruction.ts";
import { type Signature, type ValueType, valueTypes } from "./value-type.ts";

/** A function that can be called: one that is imported, or one that is being built. */
export interface FunctionHandle {
  readonly index: number;
  readonly name: string;
  readonly signature: Signature;
}

/** A parameter or a local variable of one function. */
export interface Local {
  readonly index: number;
  readonly type: ValueType;
}

export interface GlobalHandle {
  readonly index: number;
  readonly type: ValueType;
}

/** Where a branch goes: past the end of a block or an `if`, or back to the start of a loop. */
export interface Label {
  readonly depth: number;
}

type Body = (label: Label) => void;

const blockCode = 0x02;
const loopCode = 0x03;
const ifCode = 0x04;
const elseCode = 0x05;
const endCode = 0x0b;
const noResult = 0x40;

/** The body of one function, written instruction by instruction; operands are on WebAssembly's stack, in order. */
export class FunctionBuilder implements FunctionHandle {
  readonly index: number;
  readonly name: string;
  readonly signature: Signature;
  readonly params: readonly Local[];
  #locals: ValueType[] = [];
  #code = new ByteWriter();
  #depth = 0;

  /** Made by `ModuleBuilder.function`. */
  constructor(index: number, name: string, signature: Signature) {
    this.index = index;
    this.name = name;
    this.signature = signature;
    this.params = signature.params.map((type, index) => ({ index, type }));
  }

  // Variables

  /** A new local variable; it starts as 0. */
  local(type: ValueType): Local {
    this.#locals.push(type);
    return { index: this.params.length + this.#locals.length - 1, type };
  }

  get(local: Local): void {
    this.#indexed(0x20, local.index);
  }

  set(local: Local): void {
    this.#indexed(0x21, local.index);
  }

  /** Sets, and leaves the value on the stack. */
  tee(local: Local): void {
    this.#indexed(0x22, local.index);
  }

  getGlobal(global: GlobalHandle): void {
    this.#indexed(0x23, global.index);
  }

  setGlobal(global: GlobalHandle): void {
    this.#indexed(0x24, global.index);
  }

  // Constants

  i32(value: number): void {
    this.#code.byte(0x41);
    this.#code.s32(value);
  }

  i64(value: bigint): void {
    this.#code.byte(0x42);
    this.#code.s64(value);
  }

  f64(value: number): void {
    this.#code.byte(0x44);
    this.#code.f64(value);
  }

  /** Two doubles; one alone stands in both lanes. */
  f64x2(first: number, second: number = first): void {
    this.#coded(0xfd0c);
    this.#code.f64(first);
    this.#code.f64(second);
  }

  /** Two 64-bit integers; one alone stands in both lanes. */
  i64x2(first: bigint, second: bigint = first): void {
    this.#coded(0xfd0c);
    this.#code.u64(first);
    this.#code.u64(second);
  }

  // Instructions

  /** An instruction without immediates, by its name in the text format. */
  op(name: PlainInstruction): void {
    this.#coded(plain[name]);
  }

  /** A load or a store: the address is on the stack (below the value to store), and `offset` bytes are added to it. */
  access(name: MemoryInstruction, offset = 0): void {
    const [code, align] = memory[name];
    this.#coded(code);
    this.#code.u32(align);
    this.#code.u32(offset);
  }

  /** A load into, or a store from, one 64-bit lane: address, then vector, on the stack. */
  accessLane(name: LaneMemoryInstruction, index: number, offset = 0): void {
    const [code, align] = laneMemory[name];
    this.#coded(code);
    this.#code.u32(align);
    this.#code.u32(offset);
    this.#code.byte(index);
  }

  /** Takes a lane out of a vector, or puts one in. */
  lane(name: LaneInstruction, index: number): void {
    this.#coded(lane[name]);
    this.#code.byte(index);
  }

  /** Picks two 64-bit lanes out of the four of two vectors: 0 and 1 are the first one's, 2 and 3 the second one's. */
  shuffle64(...from: readonly [number, number]): void {
    this.#shuffle(from, 8);
  }

  /** Picks four 32-bit lanes out of the eight of two vectors: 0 to 3 are the first one's, 4 to 7 the second one's. */
  shuffle32(...from: readonly [number, number, number, number]): void {
    this.#shuffle(from, 4);
  }

  /** Copies bytes: destination, source, count on the stack. */
  copyMemory(): void {
    this.#coded(0xfc0a);
    this.#code.raw([0, 0]);
  }

  /** Fills bytes: destination, value, count on the stack. */
  fillMemory(): void {
    this.#coded(0xfc0b);
    this.#code.byte(0);
  }

  call(callee: FunctionHandle): void {
    this.#indexed(0x10, callee.index);
  }

  // Control

  /** A branch to the label goes past its end. */
  block(body: Body, result?: ValueType): void {
    this.#nested(blockCode, body, result);
  }

  /** A branch to the label goes back to its start; without one it ends. */
  loop(body: Body, result?: ValueType): void {
    this.#nested(loopCode, body, result);
  }

  /** Takes an i32 off the stack: not 0 is true. With a result both sides must be there, and leave it on the stack. */
  if(then: Body, otherwise?: Body, result?: ValueType): void {
    this.#nested(
      ifCode,
      (label) => {
        then(label);
        if (otherwise === undefined) return;
        this.#code.byte(elseCode);
        otherwise(label);
      },
      result,
    );
  }

  br(label: Label): void {
    this.#indexed(0x0c, this.#depth - label.depth);
  }

  /** Branches where the i32 on the stack is not 0. */
  brIf(label: Label): void {
    this.#indexed(0x0d, this.#depth - label.depth);
  }

  /** This function's entry in the code section, without its size. */
  encode(): Uint8Array {
    if (this.#depth !== 0) throw new Error(`${this.name}: encoded inside a block`);
    const entry = new ByteWriter();
    const runs = runsOf(this.#locals);
    entry.u32(runs.length);
    for (const [type, count] of runs) {
      entry.u32(count);
      entry.byte(valueTypes[type]);
    }
    entry.raw(this.#code.toBytes());
    entry.byte(endCode);
    return entry.toBytes();
  }

  #shuffle(from: readonly number[], width: number): void {
    this.#coded(0xfd0d);
    for (const lane of from) for (let byte = 0; byte < width; byte++) this.#code.byte(lane * width + byte);
  }

  #coded(code: number): void {
    if (code > 0xff) this.#code.byte(code >> 8);
    if (code > 0xff) this.#code.u32(code & 0xff);
    else this.#code.byte(code);
  }

  #indexed(code: number, index: number): void {
    this.#code.byte(code);
    this.#code.u32(index);
  }

  #nested(code: number, body: Body, result: ValueType | undefined): void {
    this.#code.byte(code);
    this.#code.byte(result === undefined ? noResult : valueTypes[result]);
    this.#depth++;
    body({ depth: this.#depth });
    this.#depth--;
    this.#code.byte(endCode);
  }
}

/** Neighbours of one type are declared together. */
function runsOf(types: readonly ValueType[]): [ValueType, number][] {
  const runs: [ValueType, number][] = [];
  for (const type of types) {
    const last = runs.at(-1);
    if (last?.[0] === type) last[1]++;
    else runs.push([type, 1]);
  }
  return runs;
}
