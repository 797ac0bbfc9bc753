import type { FunctionBuilder, FunctionHandle, GlobalHandle } from "../encode/function-builder.ts";
import type { ModuleBuilder } from "../encode/module-builder.ts";
import { type KernelName, kernelFunctions } from "./kernels.ts";
import { writeLoop } from "./lane-loop.ts";
import { type LaneModule, LaneOperations } from "./lane-operations.ts";
import { LaneValue, write } from "./lane-value.ts";
import type { Kernel, Loop, Table } from "./operations.ts";

/** The kernels that a module has. Each is written into it as a function when it is first called for. */
export class KernelLibrary implements LaneModule {
  /** How many bytes of the module's memory it may fill with tables. */
  static readonly bytes = 16_384;
  readonly #module: ModuleBuilder;
  /** By how many vectors they take side by side. */
  readonly #functions = new Map<number, Map<Kernel, FunctionBuilder>>();
  readonly #loops = new Map<Loop, FunctionBuilder>();
  readonly #tables = new Map<Table, number>();
  readonly #end: number;
  #next: number;

  /** @param address  where it may keep tables in the module's memory: `KernelLibrary.bytes` from there */
  constructor(module: ModuleBuilder, address: number) {
    this.#module = module;
    this.#next = address;
    this.#end = address + KernelLibrary.bytes;
  }

  /**
   * Calls a kernel, of one vector or of two side by side: the arguments of each, v128 of two lanes, are on the stack in order; the
   * results are left there.
   */
  call(f: FunctionBuilder, name: KernelName, arity: number, width: 1 | 2 = 1): void {
    f.call(this.functionOf(kernelFunctions[name], arity, width));
  }

  functionOf(kernel: Kernel, arity: number, width: 1 | 2 = 1): FunctionHandle {
    const functions = this.#functions.get(width) ?? new Map<Kernel, FunctionBuilder>();
    this.#functions.set(width, functions);
    const known = functions.get(kernel);
    if (known !== undefined) return known;
    const f = this.#module.function(width === 1 ? kernel.name : `${kernel.name} ${width}`, {
      params: Array.from({ length: arity * width }, () => "v128" as const),
      results: Array.from({ length: width }, () => "v128" as const),
    });
    functions.set(kernel, f);
    const values = f.params.map((param) => new LaneValue([], (to) => to.get(param), { cheap: true }));
    const args = Array.from({ length: arity }, (_, arg) => values.filter((_, i) => i % arity === arg));
    const results = kernel(new LaneOperations(this), ...args);
    write(f, ...Array.from({ length: width }, (_, i) => results[i] ?? results[0]!));
    return f;
  }

  loopOf(loop: Loop, arity: number): FunctionHandle {
    const known = this.#loops.get(loop);
    if (known !== undefined) return known;
    const params = Array.from({ length: arity }, () => "v128" as const);
    const f = this.#module.function(loop.name, { params, results: ["v128"] });
    this.#loops.set(loop, f);
    writeLoop(f, loop, new LaneOperations(this));
    return f;
  }

  addressOf(table: Table): number {
    const known = this.#tables.get(table);
    if (known !== undefined) return known;
    const address = this.#place(table.values);
    this.#tables.set(table, address);
    return address;
  }

  constantPair(value: number): GlobalHandle {
    return this.#module.constantPair(value);
  }

  #place(values: Float64Array<ArrayBuffer>): number {
    const address = this.#next;
    this.#next += values.byteLength;
    if (this.#next > this.#end) throw new Error("kernels: more tables than KernelLibrary.bytes holds");
    this.#module.data(address, new Uint8Array(values.buffer));
    return address;
  }
}
