import type { FunctionBuilder } from "../encode/function-builder.ts";
import type { Node } from "../plan/node.ts";
import type { SaveColumn } from "../plan/statement.ts";
import type { PlaceWriter } from "./place-writer.ts";

/** Where a value goes: the column, and for each lane that is written its turn, of two that are done at once, and its row. */
export interface SavedAt {
  readonly column: SaveColumn;
  /** `row` in bytes from the row at hand. */
  readonly lanes: readonly { readonly turn: 0 | 1; readonly row: number }[];
}

/** Writes a value with one NaN for all, so that results can be compared and hashed by their bits. */
export function writeSave(f: FunctionBuilder, places: PlaceWriter, node: Node, push: () => void, to: SavedAt): void {
  const value = f.local("v128");
  push();
  if (mayBeNaN(node)) {
    f.tee(value);
    f.f64x2(Number.NaN);
    f.get(value);
    f.get(value);
    f.op("f64x2.eq");
    f.op("v128.bitselect");
  }
  f.set(value);
  for (const [lane, { turn, row }] of to.lanes.entries()) {
    const offset = places.column(to.column, turn);
    f.get(value);
    f.accessLane("v128.store64_lane", lane, offset + row);
  }
}

const mayBeNaN = (node: Node): boolean => node.kind !== "number" || Number.isNaN(node.value);
