import type { Problem } from "../problem.ts";

/** A design over a number of dimensions, ready to give points. */
export interface Design {
  readonly size: number;
  readonly dimensions: number;
  readonly gives: Gives;
  /**
   * Writes point `i` into `into`: of the unit cube, each coordinate in [0, 1), or the inputs themselves. Any `i`, in any order, at the
   * same cost.
   */
  point(i: number, into: Float64Array): void;
}

/** Shares, that a distribution turns into an input, or the inputs themselves. */
export type Gives = "shares" | "inputs";

/** What `Design.point` does. */
export type Point = Design["point"];

/** A rule for placing points: one row a kind of design, in the table of `designs.ts`. */
export interface DesignRule<Spec> {
  readonly says: string;
  readonly source: string;
  /** Shares, if left out. */
  readonly gives?: Gives;
  /** What is wrong with the specification for that many dimensions, if anything; the others may rely on its being right. */
  check(spec: Spec, dimensions: number): Problem | undefined;
  size(spec: Spec, dimensions: number): number;
  /** What of the specification its points depend on: not the size, where more points can be added without moving the first. */
  points(spec: Spec): Partial<Spec>;
  open(spec: Spec, dimensions: number, seed: number): Point;
}

/** The largest number below 1: where rounding would reach the end of the half-open unit interval. */
export const largestBelowOne = 1 - Number.EPSILON / 2;

/** Indices of points are words of 32 bits in every design but the plain random one. */
export const largestSize = 0x100000000;

export function checkSize(size: number, name: string): Problem | undefined {
  if (Number.isInteger(size) && size >= 1 && size <= largestSize) return undefined;
  return {
    code: "design-size",
    says: `The ${name} is ${size}, but it must be a whole number from 1 to ${largestSize}.`,
    mend: "Give a whole number such as 16384.",
  };
}
