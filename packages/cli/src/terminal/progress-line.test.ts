import { expect, test } from "vitest";
import { duration, grouped, progressText } from "./progress-line.ts";

for (const [seconds, want] of [
  [0.2, "1 s"],
  [59.1, "1 min 0 s"],
  [61, "1 min 1 s"],
  [3725, "1 h 2 min"],
] as const) {
  test(`${seconds} seconds read as ${want}`, () => expect(duration(seconds)).toBe(want));
}

for (const [value, want] of [
  [12, "12"],
  [1234.6, "1\u202f235"],
  [1234567, "1\u202f234\u202f567"],
] as const) {
  test(`${value} reads as ${want}`, () => expect(grouped(value)).toBe(want));
}

test("what is not known is not said", () =>
  expect(progressText("Judging", { done: 0, total: 4 })).toBe("Judging  ░░░░░░░░░░░░░░░░░░░░   0 %"));

test("a line says how far, how fast and how long", () =>
  expect(progressText("Futures", { done: 500, total: 1000, rate: 2500, secondsLeft: 12 })).toBe(
    "Futures  ██████████░░░░░░░░░░  50 %  2\u202f500 runs/s  12 s left",
  ));
