import { even } from "./draws.ts";

/** The outcome of `f` at a Saltelli design of `inputs` inputs, in the order A, AB1 … ABk, B. */
export function designColumn(f: (x: readonly number[]) => number, inputs: number, base: number): Float64Array {
  return Float64Array.from(rows(inputs, base, ({ a, b, ab }) => [a, ...ab, b].map(f)));
}

/** The same at the design of the second order: A, AB1 … ABk, BA1 … BAk, B. */
export function pairedColumn(f: (x: readonly number[]) => number, inputs: number, base: number): Float64Array {
  return Float64Array.from(rows(inputs, base, ({ a, b, ab, ba }) => [a, ...ab, ...ba, b].map(f)));
}

type Point = readonly number[];
interface Family {
  readonly a: Point;
  readonly b: Point;
  readonly ab: readonly Point[];
  readonly ba: readonly Point[];
}

function rows(inputs: number, base: number, outcomes: (family: Family) => readonly number[]): readonly number[] {
  return Array.from({ length: base }, (_, n) => {
    const a = Array.from({ length: inputs }, (_, i) => even(n, i));
    const b = Array.from({ length: inputs }, (_, i) => even(n, inputs + i));
    const exchanged = (into: Point, from: Point) => a.map((_, i) => into.map((x, d) => (d === i ? from[i]! : x)));
    return outcomes({ a, b, ab: exchanged(a, b), ba: exchanged(b, a) });
  }).flat();
}
