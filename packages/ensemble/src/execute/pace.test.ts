import { expect, test } from "vitest";
import { openPace } from "./pace.ts";

const limits = { threads: 2, block: 16, largest: 10_000 };

test("begins with one block, so that the first measure comes soon", () => {
  expect(openPace(limits).sizeFor(0, 1e6)).toBe(16);
});

test("grows by steps to what takes a few hundredths of a second, in whole blocks", () => {
  const pace = openPace(limits);
  for (const [futures, next] of [
    [16, 128],
    [128, 1024],
    [1024, 2032],
    [2032, 2032],
  ] as const) {
    pace.finished(0, futures, 0, futures / 51);
    expect(pace.sizeFor(0, 1e6)).toBe(next);
  }
});

test("each thread has its own measure", () => {
  const pace = openPace(limits);
  pace.finished(0, 1600, 0, 40);
  pace.finished(1, 160, 0, 40);
  expect([pace.sizeFor(0, 1e6), pace.sizeFor(1, 1e6), pace.sizeFor(2, 1e6)]).toEqual([1600, 160, 16]);
});

test("gives no more than a buffer holds, than a fair share of what is left, and no less than a block", () => {
  const pace = openPace(limits);
  pace.finished(0, 9_000, 0, 1);
  expect(pace.sizeFor(0, 1e6)).toBe(10_000);
  expect(pace.sizeFor(0, 400)).toBe(96);
  expect(pace.sizeFor(0, 5)).toBe(16);
});

test("slow futures go one block at a time", () => {
  const pace = openPace(limits);
  pace.finished(0, 16, 0, 3000);
  expect(pace.sizeFor(0, 1e6)).toBe(16);
  expect(pace.rate()).toBeCloseTo(16 / 3, 12);
});

test("the rate is that of the later half, and not of the slow start", () => {
  const pace = openPace(limits);
  expect(pace.rate()).toBeUndefined();
  pace.finished(0, 10, 100, 300);
  pace.finished(1, 10, 100, 590);
  expect(pace.rate()).toBeUndefined();
  for (let now = 600; now <= 1100; now += 50) pace.finished(0, 100, now - 50, now);
  // 1000 futures from 600, half of the time since 100 ago, to 1100.
  expect(pace.rate()).toBe(2000);
});

test("a moment in which nothing comes does not make the rate jump", () => {
  const pace = openPace(limits);
  for (let now = 50; now <= 60_000; now += 50) pace.finished(0, 100, now - 50, now);
  // Two seconds for a file, in the last ten of which 8 are as before.
  pace.finished(0, 100, 60_000, 62_000);
  expect(pace.rate()).toBeCloseTo(1610, 9);
});

test("a clock that stands still does not stop the run", () => {
  const pace = openPace(limits);
  pace.finished(0, 16, 0, 0);
  expect(pace.sizeFor(0, 1e6)).toBe(128);
  expect(pace.rate()).toBeUndefined();
});
