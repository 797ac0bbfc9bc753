import type { Experiments } from "../job.ts";

/** A table of experiments that is read a column at a time, so that it need not fit into memory. */
export interface ExperimentReader {
  readonly futures: number;
  /** Futures in which some policy gave a figure that is not finite; rising. */
  readonly failed: readonly number[];
  /** shape [future] */
  input(uncertainty: number): Promise<Float64Array>;
  figure(policy: number, figure: number): Promise<Float64Array>;
}

/** Reads a table that is in memory. */
export function readerOf({ futures, failed, inputs, figures }: Experiments): ExperimentReader {
  return {
    futures,
    failed,
    input: async (uncertainty) => inputs[uncertainty]!,
    figure: async (policy, figure) => figures[policy]![figure]!,
  };
}
