import type { FunctionBuilder, Local } from "../encode/function-builder.ts";
import { type Address, addressKey, type CodeLoop } from "../plan/address.ts";
import type { SaveColumn } from "../plan/statement.ts";
import type { CodeBase, ModuleParts } from "./module-parts.ts";

/** Writes where things are: in the frame, in constant and shared memory, in the rows of inputs and of results of one pair. */
export class PlaceWriter {
  readonly #f: FunctionBuilder;
  readonly #parts: ModuleParts;
  readonly #base: CodeBase;
  readonly #pair: number;
  readonly #turns = new Map<CodeLoop, Local>();

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
    const offset = this.address(address);
    this.#f.access(address.space === "constant" ? "v128.load64_splat" : "v128.load", offset);
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
  column(column: SaveColumn): number {
    this.#f.get(this.#base.results!);
    switch (column.kind) {
      case "one":
        return column.column * 8;
      case "even":
        this.#addTurns(column.loop, 8);
        return column.column * 8;
      case "listed":
        this.#addListed(column.loop, column.list);
        return 0;
    }
  }

  /** Leaves an address on the stack; the offset that is still to be added to it. */
  address({ space, offset, steps }: Address): number {
    const f = this.#f;
    const base = space === "frame" ? this.#base.frame : undefined;
    if (base === undefined) f.i32(0);
    else f.get(base);
    for (const step of steps) {
      if (step.kind === "even") this.#addTurns(step.loop, step.bytes);
      else if (step.kind === "listed") this.#addListed(step.loop, step.list);
      else this.#addMoving(step.cursor);
    }
    const { frameBytes, spaces } = this.#parts.map;
    return offset + (base === undefined ? spaces[space] : this.#pair * frameBytes);
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
