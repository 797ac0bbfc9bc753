/** A design as plain data: how many futures, and by which rule their points in the unit cube are placed. */
export type DesignSpec =
  | { readonly kind: "monte-carlo"; readonly size: number }
  | { readonly kind: "latin-hypercube"; readonly size: number }
  | { readonly kind: "sobol"; readonly size: number }
  /** `base` × (dimensions + 2) futures: blocks A, AB1 … ABk, B for each base row, in that order (Saltelli et al. 2010). */
  | { readonly kind: "saltelli"; readonly base: number }
  | { readonly kind: "table"; readonly rows: readonly (readonly number[])[] };

/** A design over a number of dimensions, ready to give points. */
export interface Design {
  readonly size: number;
  readonly dimensions: number;
  /** Writes point `i` of the unit cube, each coordinate in [0, 1), into `into`. Any `i`, in any order, at the same cost. */
  point(i: number, into: Float64Array): void;
}
