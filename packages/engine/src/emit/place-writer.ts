import type { FunctionBuilder, Local } from "../encode/function-builder.ts";
import { type Address, type AddressStep, addressKey, type CodeLoop } from "../plan/address.ts";
import type { SaveColumn } from "../plan/statement.ts";
import type { CodeBase, ModuleParts } from "./module-parts.ts";
import { movesWith } from "./turn-pairs.ts";

/** Writes where things are: in the frame, in constant and shared memory, in the rows of inputs and of results of one pair. */
export class PlaceWriter {
  readonly #f: FunctionBuilder;
  readonly #parts: ModuleParts;
  readonly #base: CodeBase;
  readonly #pair: number;
  readonly #turns = new Map<CodeLoop, Local>();
  #paired: CodeLoop | undefined;

  constructor(f: FunctionBuilder, parts: ModuleParts, base: CodeBase, pair: number) {
    this.#f = f;
    this.#parts = parts;
    this.#base = base;
    this.#pair = pair;
  }

  /** From here on a loop's turn is in this local. */
  turnIn(loop: CodeLoop, turn: Local): void {
    this.#turns.set(loop, turn);
  }

  /** Does some work for two turns of a loop at once: what moves with it is its own in each lane then. */
  inPairs(loop: CodeLoop, work: () => void): void {
    this.#paired = loop;
    work();
    this.#paired = undefined;
  }

  /** The loop that is done two turns at once, if one is. */
  get paired(): CodeLoop | undefined {
    return this.#paired;
  }

  /** The local that stands for what is at an address, where there is one. */
  register(address: Address): Local | undefined {
    return this.#base.registers?.get(addressKey(address));
  }

  load(address: Address): void {
    const register = this.register(address);
    if (register !== undefined) {
      this.#f.get(register);
      return;
    }
    if (this.#paired !== undefined && movesWith(this.#paired, address)) {
      this.#loadPair(this.#paired, address);
      return;
    }
    const offset = this.address(address);
    this.#f.access(address.space === "constant" ? "v128.load64_splat" : "v128.load", offset);
  }

  #loadPair(loop: CodeLoop, address: Address): void {
    const isNext = (step: AddressStep) => step.kind === "even" && step.loop === loop && step.bytes === 8;
    if (address.space === "constant" && address.steps.some(isNext)) {
      this.#f.access("v128.load", this.address(address));
      return;
    }
    const second = this.address(address, 1);
    const first = this.address(address);
    this.#f.access("v128.load64_zero", first);
    this.#f.accessLane("v128.load64_lane", 1, second);
  }

  /** Stores the lanes of a local where the two turns have their values, each in both lanes. */
  storePair(address: Address, value: Local): void {
    for (const turn of [0, 1] as const) {
      const offset = this.address(address, turn);
      this.#f.get(value);
      this.#f.get(value);
      this.#f.shuffle64(turn, turn);
      this.#f.access("v128.store", offset);
    }
  }

  input(index: number): void {
    const f = this.#f;
    const { inputBytes } = this.#parts;
    const first = this.#pair * inputBytes * 2 + index * 8;
    f.get(this.#base.inputs!);
    f.get(this.#base.inputs!);
    f.access("v128.load64_zero", first);
    f.accessLane("v128.load64_lane", 1, first + inputBytes);
  }

  /** Leaves the address of a column on the stack; the offset that is still to be added to it. */
  column(column: SaveColumn, turn: 0 | 1 = 0): number {
    this.#f.get(this.#base.results!);
    switch (column.kind) {
      case "one":
        return column.column * 8;
      case "even":
        this.#addTurns(column.loop, 8);
        return (column.column + turn) * 8;
      case "listed":
        this.#addListed(column.loop, column.list + turn * 4);
        return 0;
    }
  }

  /**
   * Leaves an address on the stack; the offset that is still to be added to it.
   * @param turn  which of the two turns that are done at once it is for
   */
  address({ space, offset, steps }: Address, turn: 0 | 1 = 0): number {
    const f = this.#f;
    const base = space === "frame" ? this.#base.frame : undefined;
    if (base === undefined) f.i32(0);
    else f.get(base);
    let further = 0;
    for (const step of steps) {
      const on = step.kind !== "moving" && step.loop === this.#paired ? turn : 0;
      if (step.kind === "even") {
        this.#addTurns(step.loop, step.bytes);
        further += on * step.bytes;
      } else if (step.kind === "listed") this.#addListed(step.loop, step.list + on * 4);
      else this.#addMoving(step.cursor);
    }
    const { frameBytes, spaces } = this.#parts.map;
    return offset + further + (base === undefined ? spaces[space] : this.#pair * frameBytes);
  }

  #addTurns(loop: CodeLoop, bytes: number): void {
    const f = this.#f;
    f.get(this.#turns.get(loop)!);
    f.i32(bytes);
    f.op("i32.mul");
    f.op("i32.add");
  }

  #addListed(loop: CodeLoop, list: number): void {
    const f = this.#f;
    f.get(this.#turns.get(loop)!);
    f.i32(2);
    f.op("i32.shl");
    f.access("i32.load", list + this.#parts.map.spaces.constant);
    f.op("i32.add");
  }

  #addMoving(cursor: number): void {
    this.#f.i32(0);
    this.#f.access("i32.load", cursor + this.#parts.map.spaces.shared);
    this.#f.op("i32.add");
  }
}
