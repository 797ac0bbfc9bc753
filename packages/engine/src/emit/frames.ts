import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import type { MemoryMap } from "./memory-map.ts";

/**
 * Every function takes where the frames that it is for begin and end, and how far into a row of results this moment is saved
 * (below 0: not at all).
 */
export const routineSignature = { params: ["i32", "i32", "i32"], results: [] } as const;

/** A function for any frames, and one that does the same for several of them side by side, where there is one. */
export interface FrameCode {
  readonly any: FunctionHandle;
  readonly wide?: FunctionHandle | undefined;
}

/** A loop over the frames that the function is for, so many at a turn. */
export function overFrames(f: FunctionBuilder, frame: Local, map: MemoryMap, body: () => void, width = 1): void {
  const [begin, end] = f.params as readonly [Local, Local];
  f.get(begin);
  f.set(frame);
  f.loop((again) => {
    body();
    f.get(frame);
    f.i32(map.frameBytes * width);
    f.op("i32.add");
    f.tee(frame);
    f.get(end);
    f.op("i32.lt_u");
    f.brIf(again);
  });
}

/** Where the row of the first frame's pair is, in rows of so many bytes. */
export function startAtRow(f: FunctionBuilder, local: Local, map: MemoryMap, rows: number, rowBytes: number): void {
  f.i32(rows);
  f.get(f.params[0]!);
  f.i32(map.spaces.frame);
  f.op("i32.sub");
  f.i32(map.frameBytes);
  f.op("i32.div_u");
  f.i32(rowBytes);
  f.op("i32.mul");
  f.op("i32.add");
  f.set(local);
}
