import type { FunctionBuilder, Local } from "../encode/function-builder.ts";
import type { LaneOperations, Vectors } from "./lane-operations.ts";
import { LaneValue, write } from "./lane-value.ts";
import type { Loop } from "./operations.ts";

/** A loop as the body of a function of its arguments: it turns while a lane goes on, and changes the state of those that do. */
export function writeLoop(f: FunctionBuilder, loop: Loop, o: LaneOperations): void {
  const args = f.params.map(vectorIn);
  const start = loop.start(o, args);
  const state = start.map(() => f.local("v128"));
  const next = start.map(() => f.local("v128"));
  const active = f.local("v128");
  assign(f, state, start);
  const values = state.map(vectorIn);
  f.loop((again) => {
    write(f, ...loop.goesOn(o, values, args));
    f.tee(active);
    f.op("v128.any_true");
    f.if(() => {
      assign(f, next, loop.next(o, values, args));
      for (const [i, local] of state.entries()) {
        f.get(next[i]!);
        f.get(local);
        f.get(active);
        f.op("v128.bitselect");
        f.set(local);
      }
      f.br(again);
    });
  });
  write(f, ...loop.result(o, values, args));
}

const vectorIn = (local: Local): Vectors => [new LaneValue([], (f) => f.get(local), { cheap: true })];

function assign(f: FunctionBuilder, locals: readonly Local[], values: readonly Vectors[]): void {
  write(f, ...values.flat());
  for (const local of locals.toReversed()) f.set(local);
}
