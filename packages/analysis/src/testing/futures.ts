import { type Futures, inputTable } from "../discovery/box.ts";
import { even } from "./draws.ts";

/** An even cover of the unit cube of `inputs` inputs, and the points of it that `isOfInterest` picks. */
export function evenFutures(inputs: number, size: number, isOfInterest: (x: readonly number[]) => boolean): Futures {
  const columns = Array.from({ length: inputs }, (_, i) => Float64Array.from({ length: size }, (_, n) => even(n, i)));
  const interest = Uint8Array.from({ length: size }, (_, n) => Number(isOfInterest(columns.map((x) => x[n]!))));
  return { table: inputTable(columns), interest };
}
