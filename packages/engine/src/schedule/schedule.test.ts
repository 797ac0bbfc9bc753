import { expect, test } from "vitest";
import { saveTimes, schedule, timeAt } from "./schedule.ts";

for (const [what, initial, final, step, saveStep, steps, times] of [
  ["whole steps", 0, 3, 1, 1, 3, [0, 1, 2, 3]],
  ["tenths", 0, 1, 0.1, 0.5, 10, [0, 0.5, 1]],
  ["twentieths that do not add up", 0, 0.3, 0.05, 0.1, 6, [0, 0.1, 0.2, 0.3]],
  ["thirds", 0, 2, 1 / 3, 1, 6, [0, 1, 2]],
  ["thirds as a file writes them", 0, 2, 0.333333, 1, 6, [0, 0.999999, 1.999998]],
  ["a start that is not 0", 2015, 2016, 0.25, 0.5, 4, [2015, 2015.5, 2016]],
  ["a save step that is not a multiple goes to the nearest moment", 0, 2, 0.4, 1, 5, [0, 1.2, 2]],
  ["a save step below the step saves every moment", 0, 2, 1, 0.25, 2, [0, 1, 2]],
  ["a final time between two moments", 0, 2.5, 1, 1, 2, [0, 1, 2]],
  ["no step at all", 5, 5, 1, 1, 0, [5]],
] as const)
  test(what, () => {
    const made = schedule({ initial, final, step, saveStep });
    expect(made.steps).toBe(steps);
    const saved = saveTimes(made);
    expect(saved.length).toBe(times.length);
    for (const [i, time] of times.entries()) expect(saved[i]).toBeCloseTo(time, 12);
  });

test("a thousand tenths end where they should", () => {
  const made = schedule({ initial: 0, final: 100, step: 0.1, saveStep: 0.1 });
  expect(made.saves.length).toBe(1001);
  expect(timeAt(made, made.saves.at(-1)!)).toBe(100);
});

test("half a step is between its moments", () => {
  expect(timeAt(schedule({ initial: 1, final: 2, step: 0.5, saveStep: 1 }), 1, 0.5)).toBe(1.75);
});
