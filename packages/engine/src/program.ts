/**
 * A compiled model: WebAssembly bytes and what one must know to call them. Plain data, so that it can be sent to a worker,
 * stored, or hashed. Made by `compile`, brought to life by `instantiate`.
 */
export interface Program {
  readonly bytes: Uint8Array;
  readonly layout: Layout;
}

export interface Layout {
  /** Names of the inputs, in the order of a row of inputs. */
  readonly inputs: readonly string[];
  /** Names of the outputs, in the order of a row of results. */
  readonly outputs: readonly string[];
  /** The value of each input in the model as written. */
  readonly defaults: readonly number[];
  /** The times of the save points, first to last, in the model's time unit. */
  readonly times: readonly number[];
  /** How many futures run side by side in one call into WebAssembly. */
  readonly block: number;
  /** Bytes of memory that the module needs. */
  readonly memory: number;
}

/** Which element of which variable: `Population`, `Population[north]`, as columns are named. */
export type ElementName = string;

/**
 * What to compile for. Inputs are constants (or elements of one) that differ from future to future; `set` fixes constants for
 * all of them. Only what the outputs need is computed.
 */
export interface CompileRequest {
  readonly inputs: readonly ElementName[];
  readonly outputs: readonly ElementName[] | "all";
  readonly set?: Readonly<Record<ElementName, number>>;
}

/** A running program. Not shared between threads: each has its own. */
export interface Machine {
  readonly layout: Layout;
  /**
   * Runs `count` futures.
   * @param inputs  shape [count][inputs], row by row
   * @param out     shape [count][saves][outputs], written in full
   */
  runMany(inputs: Float64Array, out: Float64Array, count: number): void;
}
