import type { Figure } from "../read/study.ts";

/** The figure of a measure under a policy: what a test compares. */
export interface Operand {
  readonly measure: string;
  readonly policy: string;
  readonly figure: Figure;
  /** Of the figure, as a reader sees it. */
  readonly unit: string;
}

/** How much: a fraction of the value compared with, or an amount in the measure's own unit. Never below 0. */
export type Amount =
  | { readonly kind: "fraction"; readonly value: number }
  | { readonly kind: "amount"; readonly value: number };

/** A proposition that is true or false in each future. */
export type Test =
  /** `left` differs from `right` in that direction, by `by` at least. */
  | { readonly kind: "lower" | "higher"; readonly left: Operand; readonly right: Operand; readonly by: Amount }
  /** `left` is no further from `right` than `by`. */
  | { readonly kind: "within"; readonly left: Operand; readonly right: Operand; readonly by: Amount }
  /** `limit` is in the unit of `left`. */
  | { readonly kind: "above" | "below"; readonly left: Operand; readonly limit: number }
  | { readonly kind: "all" | "any"; readonly parts: readonly Test[] }
  | { readonly kind: "not"; readonly part: Test };
