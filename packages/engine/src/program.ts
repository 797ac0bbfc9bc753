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
  readonly inputs: readonly ElementName[];
  /** Names of the outputs, in the order of a row of results. */
  readonly outputs: readonly ElementName[];
  /** The value of each input in the model as written. */
  readonly defaults: readonly number[];
  /** The times of the save points, first to last, in the model's time unit. */
  readonly times: readonly number[];
  /** How many futures run side by side in one call into WebAssembly. */
  readonly block: number;
  /** Bytes of memory that the module needs. */
  readonly memory: number;
  /** Where in that memory the rows of inputs of a block begin, and its rows of results. */
  readonly inputRows: number;
  readonly resultRows: number;
  /** Whether the model draws random numbers: then a future depends on the run's seed and on its own index too. */
  readonly noisy: boolean;
}

/** Which element of which variable: `Population`, `Population[north]`, as columns are named. */
export type ElementName = string;

/**
 * What to compile for. Inputs are constants (or elements of one) that differ from future to future; `set` fixes constants for
 * all of them. Only what the outputs need is computed; an array named without subscripts stands for all its elements.
 */
export interface CompileRequest {
  readonly inputs: readonly ElementName[];
  readonly outputs: readonly ElementName[] | "all";
  readonly set?: Readonly<Record<ElementName, number>>;
  /** Told of each phase when it is over: the engine reads no clock, but its caller may. */
  readonly over?: (phase: CompilePhase) => void;
}

/** Plans what to compute and what lies where; writes that as WebAssembly. */
export type CompilePhase = "plan" | "emit";
