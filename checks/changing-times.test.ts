import { compile, interpret } from "@sequitur/engine";
import { expect, test } from "vitest";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

// Steps, saves and the end of a run that are equations: what they are at a moment holds from there on.
for (const [what, equations, saved] of [
  [
    "a step that halves",
    "FINAL TIME = 4 ~~| TIME STEP = IF THEN ELSE(Time < 2, 1, 0.5) ~~| SAVEPER = TIME STEP ~~|",
    [0, 1, 2, 2.5, 3, 3.5, 4],
  ],
  [
    "tenths, then thirds: each counted from where it begins",
    "FINAL TIME = 1.3 ~~| TIME STEP = IF THEN ELSE(Time < 0.25, 0.1, 1 / 3) ~~| SAVEPER = TIME STEP ~~|",
    [0, 0.1, 0.2, 0.1 * 3, 0.1 * 3 + 1 / 3, 0.1 * 3 + 2 * (1 / 3), 0.1 * 3 + 3 * (1 / 3)],
  ],
  [
    "saves that come further apart",
    "FINAL TIME = 6 ~~| TIME STEP = 0.5 ~~| SAVEPER = IF THEN ELSE(Time < 2, 1, 2) ~~|",
    [0, 1, 2, 4, 6],
  ],
  [
    "a save step below the step",
    "FINAL TIME = 3 ~~| TIME STEP = 1 ~~| SAVEPER = IF THEN ELSE(Time < 2, 0.001, 1) ~~|",
    [0, 1, 2, 3],
  ],
  [
    "an end that comes when a stock says so",
    "s = INTEG(1, 0) ~~| FINAL TIME = IF THEN ELSE(s >= 3, Time, 100) ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|",
    [0, 1, 2, 3],
  ],
  [
    "an end that moves away",
    "FINAL TIME = IF THEN ELSE(Time < 2, 2, 4) ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|",
    [0, 1, 2, 3, 4],
  ],
  [
    "a step that is read off the clock, which it sets",
    "FINAL TIME = 4 ~~| TIME STEP = 1 - STEP(0.5, 2) ~~| SAVEPER = 1 ~~|",
    [0, 1, 2, 3, 4],
  ],
] as const)
  test(what, () => {
    const run = runBoth(modelOf(`x = Time ~~| ${equations} INITIAL TIME = 0 ~~|`));
    expect(run.times).toEqual(saved);
    expect(columnOf(run, "x")).toEqual(saved);
  });

test("a stock moves by the step that begins at each moment, under every method", () => {
  const equations = "s = INTEG(2 * Time, 0) ~~| x = 10 * PULSE(3, 0) ~~|";
  const control = "TIME STEP = IF THEN ELSE(Time < 2, 1, 0.5) ~~| FINAL TIME = 4 ~~| INITIAL TIME = 0 ~~|";
  const model = modelOf(`${equations}${control}SAVEPER = 1 ~~|`);
  const under = (method: "euler" | "rk2" | "rk4") => runBoth({ ...model, simulation: { ...model.simulation, method } });
  // Euler: 0, +0, +2, then by half steps of 2 t / 2.
  expect(columnOf(under("euler"), "s")).toEqual([0, 0, 2, 2 + 2 + 2.5, 6.5 + 3 + 3.5]);
  expect(columnOf(under("rk2"), "s")).toEqual([0, 1, 4, 9, 16]);
  for (const [i, value] of columnOf(under("rk4"), "s").entries()) expect(value).toBeCloseTo(i * i, 12);
  expect(columnOf(under("rk4"), "x")).toEqual([0, 0, 0, 10, 0]);
});

const faults = (text: string) => interpret(modelOf(text)).diagnostics.map(({ code, facts }) => [code, facts.name]);

for (const [what, equations, code, name] of [
  ["an end that runs away", "FINAL TIME = Time + 1 ~~| TIME STEP = 1 ~~|", "time-unusable", "TIME STEP"],
  ["a step that comes to nothing", "FINAL TIME = 9 ~~| TIME STEP = 3 - Time ~~|", "time-unusable", "TIME STEP"],
  [
    "a fixed delay in steps that change",
    "d = DELAY FIXED(Time, 2, 0) ~~| FINAL TIME = 9 ~~| TIME STEP = IF THEN ELSE(Time < 2, 1, 0.5) ~~|",
    "delay-of-changing-steps",
    "d",
  ],
] as const)
  test(`${what} is refused`, () =>
    expect(faults(`${equations} INITIAL TIME = 0 ~~| SAVEPER = 1 ~~|`)).toEqual([[code, name]]));

test("times that differ from future to future are refused", () => {
  const model = modelOf("k = 1 ~~| INITIAL TIME = 0 ~~| FINAL TIME = 9 * k ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|");
  expect(compile(model, { inputs: ["k"], outputs: "all" }).diagnostics.map(({ code }) => code)).toEqual([
    "time-differs",
  ]);
});

// Every save is where it should be and the last one is there, for steps that no double holds.
for (const step of [0.1, 0.05, 0.01, 1 / 3, 0.7, 1 / 7])
  for (const every of [1, 2, 3, 10])
    test(`steps of ${step}, saved every ${every}: all of 300 years`, () => {
      const model = modelOf(`x = Time ~~| ${times(1900, 2200, step, every * step)}`);
      const count = Math.floor(Math.round((300 / step) * 1e6) / 1e6 / every);
      const saved = interpret(model, { outputs: ["x"] }).value!.times;
      expect(saved).toHaveLength(count + 1);
      for (const [i, at] of saved.entries()) expect(Math.abs(at - (1900 + i * every * step))).toBeLessThan(1e-9);
    });
