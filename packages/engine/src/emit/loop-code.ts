import type { FunctionBuilder, Local } from "../encode/function-builder.ts";
import type { CodeLoop } from "../plan/address.ts";
import type { PlaceWriter } from "./place-writer.ts";

/** What is written into loops. */
export interface LoopWork {
  readonly body: () => void;
  /** Whether the innermost loop may do two turns at once. */
  readonly inPairs: boolean;
  /** Writes what is to stand before a loop. */
  readonly before: (loop: CodeLoop) => void;
  /** Writes something of which nothing that it leaves in locals is used any more. */
  readonly afresh: (write: () => void) => void;
}

/** Writes loops inside each other, at least one turn each. */
export function writeLoops(f: FunctionBuilder, places: PlaceWriter, loops: readonly CodeLoop[], work: LoopWork): void {
  const [loop, ...inner] = loops;
  if (loop === undefined) {
    work.body();
    return;
  }
  work.before(loop);
  const turn = f.local("i32");
  places.turnIn(loop, turn);
  f.i32(0);
  f.set(turn);
  const paired = inner.length === 0 && work.inPairs ? loop.size - (loop.size % 2) : 0;
  if (paired > 0) writeTurns(f, turn, 2, paired, () => places.inPairs(loop, () => work.afresh(work.body)));
  if (paired < loop.size) writeTurns(f, turn, 1, loop.size, () => writeLoops(f, places, inner, work));
}

function writeTurns(f: FunctionBuilder, turn: Local, by: number, end: number, body: () => void): void {
  f.loop((again) => {
    body();
    f.get(turn);
    f.i32(by);
    f.op("i32.add");
    f.tee(turn);
    f.i32(end);
    f.op("i32.lt_u");
    f.brIf(again);
  });
}
