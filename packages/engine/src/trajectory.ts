import type { ElementName } from "./program.ts";

/** What one future did: a column of numbers for each output, one number a save. */
export interface Trajectory {
  /** In the model's time unit. */
  readonly times: readonly number[];
  readonly outputs: readonly ElementName[];
  /** In the order of `outputs`, each of shape [times]. */
  readonly columns: readonly Float64Array[];
}
