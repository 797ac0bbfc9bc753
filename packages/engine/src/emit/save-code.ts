import type { FunctionBuilder } from "../encode/function-builder.ts";
import type { Node } from "../plan/node.ts";
import type { SaveColumn } from "../plan/statement.ts";
import type { PlaceWriter } from "./place-writer.ts";

/** Where a value goes: the column, and the bytes from the column of the row at hand to each lane's own. */
export interface SavedAt {
  readonly column: SaveColumn;
  readonly lanes: readonly number[];
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
  for (const [lane, bytes] of to.lanes.entries()) {
    const offset = places.column(to.column);
    f.get(value);
    f.accessLane("v128.store64_lane", lane, offset + bytes);
  }
}

const mayBeNaN = (node: Node): boolean => node.kind !== "number" || Number.isNaN(node.value);
