import type { FunctionBuilder, FunctionHandle, Local } from "../encode/function-builder.ts";
import type { ModuleBuilder } from "../encode/module-builder.ts";
import type { Plan } from "../plan/plan.ts";
import { writeAdaptiveStep } from "./adaptive-driver.ts";
import type { AdaptiveMoves } from "./adaptive-step.ts";
import { clockHands, isSaved, pushStep, pushTime, setCursors } from "./clock.ts";
import type { FrameCode } from "./frames.ts";
import type { MemoryMap } from "./memory-map.ts";
import type { Move } from "./stock-moves.ts";

/** The functions that the driver calls, in order. */
export interface Routines {
  readonly start: readonly FrameCode[];
  readonly moment: readonly FrameCode[];
  /** After those, at moments that are saved. */
  readonly save: readonly FrameCode[];
  /** Between two moments, when stocks have been moved. */
  readonly between: readonly FrameCode[];
  /** When a step is over. */
  readonly commit: readonly FrameCode[];
  readonly moves: readonly Move[];
  /** Where the step is adaptive, in place of the moves. */
  readonly adaptive: AdaptiveMoves | undefined;
}

/**
 * The loop over time. It does next to nothing itself: V8 never replaces a function while it runs, so one that V8 has compiled
 * quickly and badly must not be the one in which the time is spent; those that are called for each moment soon are the good ones.
 */
export function writeDriver(module: ModuleBuilder, plan: Plan, map: MemoryMap, routines: Routines): FunctionHandle {
  const f = module.function("run", { params: ["i32"], results: [] });
  const [moment, savedAt, nextSave] = ["moment", "savedAt", "nextSave"].map(() => f.local("i32")) as [
    Local,
    Local,
    Local,
  ];
  const frames = framesOf(f, map);
  const call = (functions: readonly FrameCode[]) => {
    for (const one of functions) callFor(f, frames, savedAt, one);
  };
  call(routines.start);
  f.block((over) => {
    f.loop((again) => {
      setClock(f, plan, map, moment);
      setCursors(f, plan, map, moment);
      findSave(f, plan, map, { moment, savedAt, nextSave });
      call(routines.moment);
      if (routines.save.length > 0) {
        f.get(savedAt);
        f.i32(0);
        f.op("i32.ge_s");
        f.if(() => call(routines.save));
      }
      f.get(moment);
      f.i32(plan.schedule.steps);
      f.op("i32.ge_u");
      f.brIf(over);
      for (const [i, { functions, part }] of routines.moves.entries()) {
        call(functions.map((any) => ({ any })));
        if (i === routines.moves.length - 1) break;
        setTime(f, plan, map, moment, () => f.f64(part));
        call(routines.between);
      }
      if (routines.adaptive !== undefined)
        writeAdaptiveStep(f, routines.adaptive, {
          call: (any) => call([{ any }]),
          lengthOfStep: () => pushStep(f, plan, map, moment),
          lookAt: (part) => {
            setTime(f, plan, map, moment, part);
            call(routines.between);
          },
        });
      call(routines.commit);
      f.get(moment);
      f.i32(1);
      f.op("i32.add");
      f.set(moment);
      f.br(again);
    });
  });
  return f;
}

/** Where the frames begin and end, and the end of those that are taken several at a time. */
interface Frames {
  readonly begin: number;
  readonly middle: Local;
  readonly end: Local;
}

function framesOf(f: FunctionBuilder, map: MemoryMap): Frames {
  const [middle, end] = [f.local("i32"), f.local("i32")];
  const after = (local: Local, count: () => void) => {
    count();
    f.i32(map.frameBytes);
    f.op("i32.mul");
    f.i32(map.spaces.frame);
    f.op("i32.add");
    f.set(local);
  };
  after(end, () => f.get(f.params[0]!));
  after(middle, () => {
    f.get(f.params[0]!);
    f.i32(-map.width);
    f.op("i32.and");
  });
  return { begin: map.spaces.frame, middle, end };
}

function callFor(f: FunctionBuilder, { begin, middle, end }: Frames, savedAt: Local, { any, wide }: FrameCode): void {
  const call = (one: FunctionHandle, from: () => void, to: Local) => {
    from();
    f.get(to);
    f.get(savedAt);
    f.call(one);
  };
  if (wide === undefined) {
    call(any, () => f.i32(begin), end);
    return;
  }
  const ifBefore = (from: () => void, to: Local, one: FunctionHandle) => {
    from();
    f.get(to);
    f.op("i32.lt_u");
    f.if(() => call(one, from, to));
  };
  ifBefore(() => f.i32(begin), middle, wide);
  ifBefore(() => f.get(middle), end, any);
}

function setClock(f: FunctionBuilder, plan: Plan, map: MemoryMap, moment: Local): void {
  for (const { offset, push } of clockHands(f, plan, map, moment)) {
    f.i32(0);
    push();
    f.access("v128.store", map.spaces.shared + offset);
  }
}

/** As `timeAt` has it. */
function setTime(f: FunctionBuilder, plan: Plan, map: MemoryMap, moment: Local, part: () => void): void {
  f.i32(0);
  pushTime(f, plan, map, moment, part);
  f.op("f64x2.splat");
  f.access("v128.store", map.spaces.shared + plan.clock.time);
}

/** Where this moment is saved in a row of results, or -1. */
function findSave(
  f: FunctionBuilder,
  { outputCount }: Plan,
  map: MemoryMap,
  { moment, savedAt, nextSave }: Readonly<Record<"moment" | "savedAt" | "nextSave", Local>>,
): void {
  f.i32(-1);
  f.set(savedAt);
  isSaved(f, map, moment, nextSave);
  f.if(() => {
    f.get(nextSave);
    f.i32(outputCount * 8);
    f.op("i32.mul");
    f.set(savedAt);
    f.get(nextSave);
    f.i32(1);
    f.op("i32.add");
    f.set(nextSave);
  });
}
