import type { FunctionBuilder, Local } from "../encode/function-builder.ts";
import type { MemoryMap } from "./memory-map.ts";

/** Every function takes where the frames end, and how far into a row of results this moment is saved (below 0: not at all). */
export const routineSignature = { params: ["i32", "i32"], results: [] } as const;

/** A loop over the frames, up to where the function's first parameter says that they end. */
export function overFrames(f: FunctionBuilder, frame: Local, map: MemoryMap, body: () => void): void {
  startAt(f, frame, map.spaces.frame);
  f.loop((again) => {
    body();
    f.get(frame);
    f.i32(map.frameBytes);
    f.op("i32.add");
    f.tee(frame);
    f.get(f.params[0]!);
    f.op("i32.lt_u");
    f.brIf(again);
  });
}

export function startAt(f: FunctionBuilder, local: Local, address: number): void {
  f.i32(address);
  f.set(local);
}
