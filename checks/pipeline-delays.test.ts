import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

const run = (equations: string, final = 9) => runBoth(modelOf(`${equations} ${times(0, final, 1)}`));
const column = (equations: string, name: string, final?: number) => columnOf(run(equations, final), name);

// Worked out by hand: what goes in at t comes out at t + the time that holds then.
for (const [what, equations, want] of [
  [
    "a time that does not change: as DELAY FIXED",
    "d = DELAY MATERIAL(Time + 1, 3, -1, 0) ~~|",
    [-1, -1, -1, 1, 2, 3, 4, 5, 6, 7],
  ],
  [
    // In at 0 … 3 for 2 … 5, at 4 on for 5 … : what came in at 3 (4) and at 4 (5) come out at 5 together.
    "a time that falls: what comes out at once is added",
    "d = DELAY MATERIAL(Time + 1, IF THEN ELSE(Time < 4, 2, 1), -1, 0) ~~|",
    [-1, -1, 1, 2, 3, 9, 6, 7, 8, 9],
  ],
  [
    // In at 3 for 4; at 4 for 7: nothing at 5 and 6.
    "a time that rises: nothing comes out for a while",
    "d = DELAY MATERIAL(Time + 1, IF THEN ELSE(Time < 4, 1, 3), -1, -9) ~~|",
    [-1, 1, 2, 3, 4, -9, -9, 5, 6, 7],
  ],
  [
    "information over a time that falls: the newer one is taken",
    "d = DELAY INFORMATION(Time + 1, IF THEN ELSE(Time < 4, 3, 1), -1) ~~|",
    // In at 2 for 5, at 3 for 6; at 4 for 5, which takes the place of both.
    [-1, -1, -1, 1, 2, 5, 6, 7, 8, 9],
  ],
  [
    "information over a time that rises: the last one is held",
    "d = DELAY INFORMATION(Time + 1, IF THEN ELSE(Time < 4, 1, 3), -1) ~~|",
    [-1, 1, 2, 3, 4, 4, 4, 5, 6, 7],
  ],
  [
    "a time of two steps and a bit is two",
    "d = DELAY MATERIAL(Time + 1, 2.12378, -1, 0) ~~|",
    [-1, -1, 1, 2, 3, 4, 5, 6, 7, 8],
  ],
  ["so for DELAY FIXED", "d = DELAY FIXED(Time + 1, 2.12378, -1) ~~|", [-1, -1, 1, 2, 3, 4, 5, 6, 7, 8]],
  ["half a step is rounded up", "d = DELAY FIXED(Time + 1, 2.5, -1) ~~|", [-1, -1, -1, 1, 2, 3, 4, 5, 6, 7]],
  ["a time below a step is a step", "d = DELAY MATERIAL(Time + 1, 0.2, -1, 0) ~~|", [-1, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
] as const)
  test(what, () => expect(column(equations, "d")).toEqual(want));

test("what flows through a material delay is kept, whatever the time does", () => {
  const r = run(
    `in = IF THEN ELSE(Time < 10, 1 + Time, 0) ~~| out = DELAY MATERIAL(in, RANDOM UNIFORM(1, 6, 0), 0, 0) ~~|
    came = INTEG(in, 0) ~~| left = INTEG(out, 0) ~~|`,
    20,
  );
  expect(columnOf(r, "came").at(-1)).toBe(55);
  expect(columnOf(r, "left").at(-1)).toBe(55);
});

test("each element of an array has its own way", () => {
  const r = run("D: a, b ~~| t[a] = 1 ~~| t[b] = 3 ~~| d[D] = DELAY MATERIAL(Time + 1, t[D], -1, 0) ~~|", 4);
  expect(columnOf(r, "d[a]")).toEqual([-1, 1, 2, 3, 4]);
  expect(columnOf(r, "d[b]")).toEqual([-1, -1, -1, 1, 2]);
});

test("DELAYP is DELAY3, and what is on its way", () => {
  const r = run("in = 4 + STEP(2, 2) ~~| out = DELAYP(in, 3 : work) ~~| same = DELAY3(in, 3) ~~| twice = 2 * work ~~|");
  expect(columnOf(r, "out")).toEqual(columnOf(r, "same"));
  // 4 a step for 3 steps at first, and 6 a step for 3 in the end.
  const work = columnOf(r, "twice").map((value) => value / 2);
  expect(work[0]).toBe(12);
  expect(work[9]).toBeCloseTo(18, 12);
});

test("NPVE values each step at its end, as a spreadsheet's NPV does", () => {
  const value = column("v = NPVE(100, 0.1, 0, 1) ~~|", "v", 4);
  let want = 0;
  for (const [i, at] of value.entries()) {
    want += 100 / 1.1 ** (i + 1);
    expect(at).toBeCloseTo(want, 9);
  }
});

test("straight-line depreciation: a share at once, and as much in each fiscal period after", () => {
  // 90 in the second of three steps of a period, over three periods: 30 in each.
  const once = column("d = DEPRECIATE STRAIGHTLINE(90 * PULSE(1, 1), 9, 3, 0) ~~|", "d", 11);
  expect(once).toEqual([0, 30, 0, 10, 10, 10, 10, 10, 10, 0, 0, 0]);
  expect(once.reduce((sum, value) => sum + value)).toBe(90);
  // A stream that goes on as it began.
  const steady = column("d = DEPRECIATE STRAIGHTLINE(12, 4, 2, 12) ~~|", "d", 6);
  expect(steady).toEqual(Array(7).fill(12));
});

const codesOf = (text: string) =>
  readModel(source("m.mdl", `${text} ${times(0, 1, 1)}`)).diagnostics.map(({ code }) => code);

for (const [what, text, code] of [
  ["an equation that nobody has written yet", "x = A FUNCTION OF(y) ~~| y = 1 ~~|", "equation-not-written"],
  ["a message", `x = MESSAGE(1) ~~|`, "refused-function"],
  ["a queue", "x = QUEUE AGE OLDEST(1) ~~|", "refused-function"],
] as const)
  test(`${what} is refused by name`, () => expect(codesOf(text)).toContain(code));
