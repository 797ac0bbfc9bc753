/** How an uncertain constant is spread. Turned from the unit interval by the inverse of its distribution function. */
export type Distribution =
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "log-uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: "pert"; readonly low: number; readonly mode: number; readonly high: number }
  | {
      readonly kind: "normal";
      readonly mean: number;
      readonly deviation: number;
      readonly low?: number;
      readonly high?: number;
    }
  | {
      readonly kind: "lognormal";
      readonly median: number;
      readonly factor: number;
      readonly low?: number;
      readonly high?: number;
    }
  | { readonly kind: "integer"; readonly low: number; readonly high: number }
  | { readonly kind: "categorical"; readonly values: readonly number[]; readonly weights?: readonly number[] };
