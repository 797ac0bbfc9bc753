import type { Local } from "../encode/function-builder.ts";
import type { ModuleBuilder } from "../encode/module-builder.ts";
import type { KernelLibrary } from "../kernel/kernel-library.ts";
import type { Pieces } from "../lookup/pieces.ts";
import type { MemoryMap } from "./memory-map.ts";
import type { TableSearch } from "./table-code.ts";

/** What all code of a module shares. */
export interface ModuleParts {
  readonly map: MemoryMap;
  readonly kernels: KernelLibrary;
  readonly search: TableSearch;
  /** Where numbers are in constant memory; one that is not there is a global. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly module: ModuleBuilder;
  /** Where a table's record is in constant memory. */
  readonly recordOf: (pieces: Pieces) => number;
  /** Whether both lanes are always of one and the same future. */
  readonly lanesAlike: boolean;
  /** Bytes of a future's row of inputs, and of results. */
  readonly inputBytes: number;
  readonly resultBytes: number;
}

/** The locals that a routine's code is relative to: each an address, of the first of the pairs that stand side by side. */
export interface CodeBase {
  /** Undefined where there is but one frame, or none is read. */
  readonly frame: Local | undefined;
  /** The row of inputs of a pair's first future. */
  readonly inputs: Local | undefined;
  /** Where this moment is saved in the row of results of a pair's first future. */
  readonly results: Local | undefined;
  /** Locals that stand for values in memory while the routine runs, by `addressKey`. */
  readonly registers?: Registers;
}

export type Registers = ReadonlyMap<string, Local>;
