import { dimensionless } from "../units/unit.ts";
import type { UnitRule } from "./builtin.ts";
import { pure } from "./pure.ts";
import { apply, clock, type Term } from "./term.ts";
import { eachTime, overSomeTime } from "./unit-rules.ts";

const { add, sub, mul, div, floor, gt, lt, le, and, or, select, numberOf } = apply;

// Test inputs change only from step to step, whatever the integration method (so say their pages): they read the step's time.
// Times that should be equal may differ in the last bit, so they are compared half a step later.
const now = clock("stepTime");
const step = clock("step");
const timePlus = add(now, div(step, 2));

/** Every argument a time, the result a pure number. */
const timesIn: UnitRule = (args, check) => {
  for (const [index, arg] of args.entries()) check.time(arg, index);
  return dimensionless;
};

export const stepInput = pure({
  id: "step",
  names: { vensim: "STEP", xmile: "STEP" },
  args: ["height", "start"],
  units: ([height, start], check) => {
    check.time(start, 1);
    return height;
  },
  meaning: (height, start) => select(gt(timePlus, start), height, 0),
  says: "0 until the start, then the height.",
  source: "vensim.com/documentation/fn_step.html; XMILE 1.0, 3.5.4",
  cases: [],
  timedCases: [
    [9, 1, [10, 10], 0],
    [10, 1, [10, 10], 10],
    // 0.1 added up a hundred times falls short of 10 in the last bit.
    [9.99999999999998, 0.1, [10, 10], 10],
    [9.5, 0.5, [10, 10], 0],
  ],
});

export const ramp = pure({
  id: "ramp",
  names: { vensim: "RAMP" },
  args: ["slope", "start", "end"],
  units: ([slope, start, end], check) => {
    check.time(start, 1);
    check.time(end, 2);
    return overSomeTime(slope, check.timeUnit);
  },
  meaning: (slope, start, end) => select(gt(now, start), mul(slope, sub(apply.min(now, end), start)), 0),
  says: "0 until the start, then rising with the slope until the end, then held.",
  source: "vensim.com/documentation/fn_ramp.html",
  cases: [],
  timedCases: [
    [10, 1, [2, 10, 25], 0],
    [12, 1, [2, 10, 25], 4],
    [25, 1, [2, 10, 25], 30],
    [40, 1, [2, 10, 25], 30],
    [12, 1, [-1, 10, 25], -2],
  ],
});

export const rampWithoutEnd = pure({
  id: "ramp-from",
  names: { xmile: "RAMP" },
  args: ["slope", "start", "end?"],
  defaults: [Number.POSITIVE_INFINITY],
  units: ([slope, start, end], check) => {
    check.time(start, 1);
    check.time(end, 2);
    return overSomeTime(slope, check.timeUnit);
  },
  meaning: (slope, start, end) => select(gt(now, start), mul(slope, sub(apply.min(now, end), start)), 0),
  says: "0 until the start, then rising with the slope (until the end, where one is given).",
  source: "XMILE 1.0, 3.5.4; the end: iseesystems.com/resources/help/v2, Test input builtins",
  cases: [],
  timedCases: [
    [10, 1, [2, 10, Number.POSITIVE_INFINITY], 0],
    [40, 1, [2, 10, Number.POSITIVE_INFINITY], 60],
    [40, 1, [2, 10, 25], 30],
  ],
});

/** 1 for `width` from `start`, and never for less than a step. */
function pulseFrom(start: Term, width: Term): Term {
  return numberOf(and(gt(timePlus, start), lt(timePlus, add(start, apply.max(width, step)))));
}

export const pulse = pure({
  id: "pulse",
  names: { vensim: "PULSE" },
  args: ["start", "width"],
  units: timesIn,
  meaning: pulseFrom,
  says: "1 from the start for the width (at least a step), else 0.",
  source: "vensim.com/documentation/fn_pulse.html",
  cases: [],
  timedCases: [
    [9, 1, [10, 3], 0],
    [10, 1, [10, 3], 1],
    [12, 1, [10, 3], 1],
    [13, 1, [10, 3], 0],
    [10, 1, [10, 0], 1],
    [11, 1, [10, 0], 0],
    [12.99999999999998, 0.1, [10, 3], 0],
  ],
});

/** The start of the pulse that the present moment may lie in, of those every `interval` from `start` on. */
function latestStart(start: Term, interval: Term): Term {
  return add(start, mul(interval, floor(div(sub(timePlus, start), interval))));
}

export const pulseTrain = pure({
  id: "pulse-train",
  names: { vensim: "PULSE TRAIN" },
  args: ["start", "width", "interval", "end"],
  units: timesIn,
  meaning: (start, width, interval, end) => {
    const within = and(gt(timePlus, start), lt(timePlus, end));
    const always = le(interval, apply.max(width, step));
    const on = lt(timePlus, add(latestStart(start, interval), apply.max(width, step)));
    return numberOf(and(within, or(always, on)));
  },
  says: "1 for the width (at least a step) from the start and again after every interval, until the end; else 0.",
  source: "vensim.com/documentation/fn_pulse_train.html",
  cases: [],
  timedCases: [
    [9, 1, [10, 2, 5, 100], 0],
    [11, 1, [10, 2, 5, 100], 1],
    [12, 1, [10, 2, 5, 100], 0],
    [15, 1, [10, 2, 5, 100], 1],
    [99, 1, [10, 2, 5, 99], 0],
    [14, 1, [10, 6, 5, 100], 1],
    [16, 1, [10, 0, 5, 100], 0],
  ],
});

export const pulseOfVolume = pure({
  id: "pulse-of-volume",
  names: { xmile: "PULSE" },
  args: ["volume", "first", "interval?"],
  defaults: [0],
  units: ([volume, first, interval], check) => {
    check.time(first, 1);
    check.time(interval, 2);
    return eachTime(volume, check.timeUnit);
  },
  meaning: (volume, first, interval) => {
    const started = gt(timePlus, first);
    const again = and(gt(interval, 0), lt(timePlus, add(latestStart(first, interval), step)));
    const once = lt(timePlus, add(first, step));
    return select(and(started, or(once, again)), div(volume, step), 0);
  },
  says: "The volume within one step at the first time, and again after every interval where one is given; else 0.",
  source: "XMILE 1.0, 3.5.4",
  cases: [],
  timedCases: [
    [12, 0.5, [20, 12, 5], 40],
    [12.5, 0.5, [20, 12, 5], 0],
    [17, 0.5, [20, 12, 5], 40],
    [11.5, 0.5, [20, 12, 5], 0],
    [12, 0.5, [20, 12, 0], 40],
    [17, 0.5, [20, 12, 0], 0],
  ],
});
