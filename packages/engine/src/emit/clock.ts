import type { FunctionBuilder, Local } from "../encode/function-builder.ts";
import type { Plan } from "../plan/plan.ts";
import type { Schedule } from "../schedule/schedule.ts";
import type { MemoryMap } from "./memory-map.ts";

/** What the clock says in shared memory: where each of its places is, and what pushes its value in both lanes. */
export interface ClockHand {
  readonly offset: number;
  readonly push: () => void;
}

/** The hands of the clock at a moment. */
export function clockHands(f: FunctionBuilder, plan: Plan, map: MemoryMap, moment: Local): readonly ClockHand[] {
  const { time, stepTime, moment: counted, step } = plan.clock;
  const hand = (offset: number, push: () => void): ClockHand => ({
    offset,
    push: () => {
      push();
      f.op("f64x2.splat");
    },
  });
  const pushMoment = () => {
    f.get(moment);
    f.op("f64.convert_i32_u");
  };
  return [
    ...[time, stepTime].map((offset) => hand(offset, () => pushTime(f, plan, map, moment, () => f.f64(0)))),
    ...(step === undefined ? [] : [hand(step, () => pushStep(f, plan, map, moment))]),
    hand(counted, pushMoment),
  ];
}

/** Pushes the time so far into a step. As `timeAt` has it. */
export function pushTime(f: FunctionBuilder, plan: Plan, map: MemoryMap, moment: Local, part: () => void): void {
  if (plan.schedule.moments === undefined) countedTime(f, plan.schedule, moment, part);
  else listedTime(f, map, moment, part);
}

function countedTime(f: FunctionBuilder, { initial, step }: Schedule, moment: Local, part: () => void): void {
  f.f64(initial);
  f.get(moment);
  f.op("f64.convert_i32_u");
  part();
  f.op("f64.add");
  f.f64(step);
  f.op("f64.mul");
  f.op("f64.add");
}

function listedTime(f: FunctionBuilder, { moments }: MemoryMap, moment: Local, part: () => void): void {
  loadAt(f, moments.times, moment);
  part();
  loadAt(f, moments.lengths, moment);
  f.op("f64.mul");
  f.op("f64.add");
}

/** Pushes the length of the step that begins at a moment. */
export function pushStep(f: FunctionBuilder, { schedule }: Plan, map: MemoryMap, moment: Local): void {
  if (schedule.moments === undefined) f.f64(schedule.step);
  else loadAt(f, map.moments.lengths, moment);
}

/** The double of a list in memory that belongs to a moment. */
function loadAt(f: FunctionBuilder, list: number, moment: Local): void {
  f.get(moment);
  f.i32(8);
  f.op("i32.mul");
  f.access("f64.load", list);
}

/** Puts the cursors of all rings where they stand at a moment. */
export function setCursors(f: FunctionBuilder, { cursors }: Plan, map: MemoryMap, moment: Local): void {
  for (const { offset, capacity } of cursors) {
    f.i32(map.spaces.shared + offset);
    f.get(moment);
    f.i32(capacity);
    f.op("i32.rem_u");
    f.i32(16);
    f.op("i32.mul");
    f.access("i32.store");
  }
}

/** Pushes whether the next moment that is saved is this one. */
export function isSaved(f: FunctionBuilder, map: MemoryMap, moment: Local, nextSave: Local): void {
  f.get(nextSave);
  f.i32(4);
  f.op("i32.mul");
  f.access("i32.load", map.saves);
  f.get(moment);
  f.op("i32.eq");
}
