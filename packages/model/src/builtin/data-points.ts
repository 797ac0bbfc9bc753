import { dimensionless } from "../units/unit.ts";
import type { Builtin, DataReading, UnitRule } from "./builtin.ts";
import { asFirst } from "./unit-rules.ts";

const timesAfterFirst =
  (unit: UnitRule): UnitRule =>
  (args, check) => {
    for (const index of [1, 2]) if (args[index] !== undefined) check.time(args[index], index);
    return unit(args, check);
  };

const reading = (
  name: string,
  kind: DataReading,
  args: readonly string[],
  units: UnitRule,
  says: string,
  source = `vensim.com/documentation/fn_${name.toLowerCase().replaceAll(" ", "_")}.html`,
): Builtin => ({
  id: name.toLowerCase().replaceAll(" ", "-"),
  names: { vensim: name },
  args,
  units,
  behaviour: { kind: "data", reading: kind },
  says,
  source,
  cases: [],
});

export const getDataAtTime = reading(
  "GET DATA AT TIME",
  "at-time",
  ["data", "time"],
  timesAfterFirst(asFirst),
  "The value that the data have at a time; :NA: where they have no point then.",
  "vensim.com/documentation/function_changes.html",
);

export const getDataBetweenTimes = reading(
  "GET DATA BETWEEN TIMES",
  "between-times",
  ["data", "time", "mode"],
  (args, check) => {
    check.time(args[1], 1);
    check.dimensionless(args[2], 2);
    return args[0];
  },
  "The value of the data at a time: interpolated (mode 0), the next (1) or the last (-1); :NA: before their first point and after their last.",
);

export const timeShift = reading(
  "TIME SHIFT",
  "shifted",
  ["data", "shift"],
  timesAfterFirst(asFirst),
  "The data as they are so much later; only after := and on its own.",
);

const cumulateSource = "vensim.com/documentation/fn_cumulate.html";

export const cumulate = reading(
  "CUMULATE",
  "cumulated",
  ["data"],
  asFirst,
  "At each point of the data, the sum of all points up to it; only after := and on its own.",
  cumulateSource,
);

export const cumulateFinal = reading(
  "CUMULATEF",
  "cumulated-at-end",
  ["data"],
  asFirst,
  "One point, at the time of the data's last one: the sum of them all; only after := and on its own.",
  cumulateSource,
);

export const getDataFirstTime = reading(
  "GET DATA FIRST TIME",
  "first-time",
  ["data"],
  (_, check) => check.timeUnit,
  "The time of the first point of the data; :NA: where there is none.",
);

export const getDataLastTime = reading(
  "GET DATA LAST TIME",
  "last-time",
  ["data"],
  (_, check) => check.timeUnit,
  "The time of the last point of the data; :NA: where there is none.",
);

const range = ["data", "start", "end"] as const;

export const getDataMin = reading(
  "GET DATA MIN",
  "minimum",
  range,
  timesAfterFirst(asFirst),
  "The smallest value of the data from one time to another, both included; :NA: where there is none.",
);

export const getDataMax = reading(
  "GET DATA MAX",
  "maximum",
  range,
  timesAfterFirst(asFirst),
  "The largest value of the data from one time to another, both included; :NA: where there is none.",
);

export const getDataMean = reading(
  "GET DATA MEAN",
  "mean",
  range,
  timesAfterFirst(asFirst),
  "The mean of the points of the data from one time to another, both included; :NA: where there is none.",
);

export const getDataMedian = reading(
  "GET DATA MEDIAN",
  "median",
  range,
  timesAfterFirst(asFirst),
  "The median of the points of the data from one time to another, both included; :NA: where there is none.",
  "vensim.com/documentation/22300.html",
);

// Whether Vensim divides by the number of points or by one less is not checked.
export const getDataStdv = reading(
  "GET DATA STDV",
  "deviation",
  range,
  timesAfterFirst(asFirst),
  "The standard deviation (over n - 1) of the points of the data from one time to another; :NA: where there are fewer than two.",
);

export const getDataTotalPoints = reading(
  "GET DATA TOTAL POINTS",
  "count",
  range,
  timesAfterFirst(() => dimensionless),
  "How many points the data have from one time to another, both included.",
);
