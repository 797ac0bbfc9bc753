import type { PureBuiltin } from "./builtin.ts";
import { pure } from "./pure.ts";
import { type ClockReading, clock } from "./term.ts";

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
export const timeStep = reading("step", { xmile: "DT" }, "The length of a step.");
export const startTime = reading("initial", { xmile: "STARTTIME" }, "The time at which the run begins.");
export const stopTime = reading("final", { xmile: "STOPTIME" }, "The time at which the run ends.");
