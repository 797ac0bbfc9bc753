import type { PureBuiltin } from "./builtin.ts";
import { pure } from "./pure.ts";
import { apply, type ClockReading, clock } from "./term.ts";
import { times } from "./unit-rules.ts";

const { add, mul } = apply;

function reading(of: ClockReading, names: PureBuiltin["names"], says: string): PureBuiltin {
  return pure({
    id: `clock-${of}`,
    names,
    args: [],
    units: (_, check) => check.timeUnit,
    meaning: () => clock(of),
    says,
    source: "XMILE 1.0, 3.5.5",
    cases: [],
  });
}

export const time = reading("time", { xmile: "TIME" }, "The present time.");
export const stepTime = reading("stepTime", {}, "The time at which the present step began.");
export const timeStep = reading("step", { xmile: "DT" }, "The length of a step.");
export const startTime = reading("initial", { xmile: "STARTTIME" }, "The time at which the run begins.");
export const stopTime = reading("final", { xmile: "STOPTIME" }, "The time at which the run ends.");

export const timeBase = pure({
  id: "time-base",
  names: { vensim: "TIME BASE" },
  args: ["start", "slope"],
  units: ([start, slope], check) => check.same(start, times(slope, check.timeUnit)),
  meaning: (start, slope) => add(start, mul(clock("time"), slope)),
  says: "The time in another unit: the start where Time is 0, and so much more for each unit of Time.",
  source: "vensim.com/documentation/fn_time_base.html",
  cases: [],
  timedCases: [
    [0, 1, [1970, 0.25], 1970],
    [10, 1, [1970, 0.25], 1972.5],
    [-4, 1, [1970, 0.25], 1969],
  ],
});
