import type { FunctionBuilder } from "../encode/function-builder.ts";
import { type Address, valueBytes } from "../plan/address.ts";
import type { PlaceWriter } from "./place-writer.ts";

/** Reads from a row of values, each lane at its own place, which is on the stack: a whole number from 0. */
export function writeRow(f: FunctionBuilder, places: PlaceWriter, row: Address): void {
  const bytes = valueBytes(row.space);
  const at = f.local("v128");
  f.op("i32x4.trunc_sat_f64x2_s_zero");
  f.set(at);
  const addressOf = (lane: 0 | 1): number => {
    const offset = places.address(row);
    f.get(at);
    f.lane("i32x4.extract_lane", lane);
    f.i32(bytes);
    f.op("i32.mul");
    f.op("i32.add");
    // A constant stands there once, for both lanes.
    return row.space === "constant" ? offset : offset + lane * 8;
  };
  const second = f.local("i32");
  const secondOffset = addressOf(1);
  f.set(second);
  const firstOffset = addressOf(0);
  const first = f.local("v128");
  f.access("v128.load64_zero", firstOffset);
  f.set(first);
  f.get(second);
  f.get(first);
  f.accessLane("v128.load64_lane", 1, secondOffset);
}
