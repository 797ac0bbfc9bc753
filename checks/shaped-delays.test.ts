import { expect, test } from "vitest";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

const run = (equations: string, final = 9) => runBoth(modelOf(`${equations} ${times(0, final, 1)}`));
const column = (equations: string, name: string, final?: number) => columnOf(run(equations, final), name);
const near = (values: readonly number[], want: readonly number[]) => {
  expect(values).toHaveLength(want.length);
  values.forEach((value, i) => {
    expect(value).toBeCloseTo(want[i]!, 9);
  });
};

const flat = "flat((0,1),(1,1)) ~~|";

// Worked out by hand, a step of 1.
for (const [what, equations, want] of [
  [
    "a belt without leak is DELAY FIXED, after what was on it",
    `${flat} d = DELAY CONVEYOR(Time + 1, 3, 0, flat, 30, 3) ~~|`,
    [10, 10, 10, 1, 2, 3, 4, 5, 6, 7],
  ],
  [
    // On the way three times: what is put on too.
    "a belt that leaks a tenth a step",
    `${flat} d = DELAY CONVEYOR(100, 3, 0.1, flat, 30, 3) ~~|`,
    [10, 9, 8.1, 72.9, 72.9, 72.9, 72.9, 72.9, 72.9, 72.9],
  ],
  [
    // A profile that rises from 0: areas of 1/9, 3/9 and 5/9.
    "what is on the belt comes off in the shape of the profile",
    "rising((0,0),(2,4)) ~~| d = DELAY CONVEYOR(0, 3, 0, rising, 90, 3) ~~|",
    [10, 30, 50, 0, 0, 0, 0, 0, 0, 0],
  ],
  [
    // Quarters of the way until 4, halves from then on: what was put on at 1 and 2 is there at 5, at 3 and 4 at 6.
    "a belt that goes faster brings all that is on it sooner",
    `${flat} d = DELAY CONVEYOR(1 + Time, IF THEN ELSE(Time < 4, 4, 2), 0, flat, 0, 4) ~~|`,
    [0, 0, 0, 0, 1, 2 + 3, 4 + 5, 6, 7, 8],
  ],
  [
    "batches of 10 that take 2: one at a time, all at once",
    // Waiting 0 4 8 12; one begins at 3, done at 5; waiting 2 6 10, the next begins at 5 with 10: done at 7.
    "b = DELAY BATCH(4, 10, 2, 0, 0, 0) ~~|",
    [0, 0, 0, 0, 0, 10, 0, 10, 0, 0],
  ],
  [
    "an initial batch comes out at its time, and an initial backlog counts",
    "b = DELAY BATCH(0, 10, 2, 7, 1, 25) ~~|",
    [0, 7, 0, 10, 0, 10, 0, 0, 0, 0],
  ],
  [
    // Even from 0 to 4, mean 2: an eighth half-way into the first step and before … 1.5/4, then quarters, and the last eighth.
    "a flat profile spreads a pulse evenly around its mean",
    `${flat} d = DELAY PROFILE(flat, IF THEN ELSE(Time = 0, 8, 0), 2, 0, 0) ~~|`,
    [0, 3, 2, 2, 1, 0, 0, 0, 0, 0],
  ],
  [
    "a profile begins as if the input had been always so",
    `${flat} d = DELAY PROFILE(flat, 5, 2, 5, 0) ~~|`,
    Array(10).fill(5),
  ],
] as const)
  test(what, () => near(column(equations, what.includes("batch") ? "b" : "d"), want));

test("nothing is lost on a belt whose speed changes, nor in batches, nor in a profile", () => {
  const r = run(
    `${flat} hump((0,0),(1,3),(4,0)) ~~| in = IF THEN ELSE(Time < 10, 1 + Time, 0) ~~|
    belt = DELAY CONVEYOR(in, 3 + 2 * SIN(Time), 0, flat, 0, 3) ~~| came off = INTEG(belt, 0) ~~|
    fired = DELAY BATCH(in, 5, 1, 0, 0, 0) ~~| came out = INTEG(fired, 0) ~~|
    spread = DELAY PROFILE(hump, in, 4 + Time / 10, 0, 0) ~~| came = INTEG(spread, 0) ~~|`,
    60,
  );
  for (const name of ["came off", "came out", "came"]) expect(columnOf(r, name).at(-1)).toBeCloseTo(55, 9);
});

test("a profile begun with growth goes on growing", () => {
  const grown = column(`${flat} d = DELAY PROFILE(flat, 100 * 1.05 ^ Time, 3, 100, 0.05) ~~|`, "d");
  grown.slice(1).forEach((value, i) => {
    expect(value / grown[i]!).toBeCloseTo(1.05, 9);
  });
});

test("the mean delay of a profile is the delay time, to the width of a step", () => {
  const r = runBoth(
    modelOf(
      `hump((0,0),(1,3),(4,0)) ~~| in = IF THEN ELSE(Time = 0, 16, 0) ~~| out = DELAY PROFILE(hump, in, 5, 0, 0) ~~|
      moment = INTEG(out * Time, 0) ~~| ${times(0, 20, 1 / 16)}`,
    ),
  );
  expect(columnOf(r, "moment").at(-1)).toBeCloseTo(5, 1);
});
