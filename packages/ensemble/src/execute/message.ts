import type { Job, Range } from "../job.ts";

/** What the one who shares out ranges says to a thread. Buffers travel with their message and come back with the answer. */
export type Order =
  | { readonly kind: "job"; readonly job: Job }
  | { readonly kind: "range"; readonly range: Range; readonly buffer: ArrayBuffer };

/** What a thread says. `values` of a range has shape [column][future of the range], columns in the order of `columnsOf`. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "range"; readonly range: Range; readonly buffer: ArrayBuffer }
  | { readonly kind: "failed"; readonly reason: string };
