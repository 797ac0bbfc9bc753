import { expect, test } from "vitest";
import { openPace } from "./pace.ts";

const limits = { threads: 2, block: 16, largest: 10_000 };

test("begins with one block, so that the first measure comes soon", () => {
  expect(openPace(limits).sizeFor(0, 1e6)).toBe(16);
});

test("grows by steps to what takes a few hundredths of a second, in whole blocks", () => {
  const pace = openPace(limits);
  pace.measured(0, 16, 16 / 51_000);
  expect(pace.sizeFor(0, 1e6)).toBe(128);
  pace.measured(0, 128, 128 / 51_000);
  expect(pace.sizeFor(0, 1e6)).toBe(1024);
  pace.measured(0, 1024, 1024 / 51_000);
  expect(pace.sizeFor(0, 1e6)).toBe(2032);
});

test("gives no more than a buffer holds, than a fair share of what is left, and no less than a block", () => {
  const pace = openPace(limits);
  pace.measured(0, 9_000, 0.001);
  expect(pace.sizeFor(0, 1e6)).toBe(10_000);
  expect(pace.sizeFor(0, 400)).toBe(96);
  expect(pace.sizeFor(0, 5)).toBe(16);
});

test("slow futures go one block at a time", () => {
  const pace = openPace(limits);
  pace.measured(0, 16, 3);
  expect(pace.sizeFor(0, 1e6)).toBe(16);
  expect(pace.isSteady).toBe(true);
});

test("a thread not measured yet is taken to be as fast as the others", () => {
  const pace = openPace(limits);
  expect(pace.rate).toBe(0);
  pace.measured(0, 1000, 0.5);
  expect(pace.rate).toBe(4000);
  pace.measured(1, 1000, 1);
  expect(pace.rate).toBe(3000);
  pace.forget(0);
  expect(pace.rate).toBe(2000);
});

test("is steady once a range took long enough to tell", () => {
  const pace = openPace(limits);
  pace.measured(0, 16, 0.001);
  expect(pace.isSteady).toBe(false);
  pace.measured(0, 1000, 0.03);
  expect(pace.isSteady).toBe(true);
});

test("a clock that stands still does not stop the run", () => {
  const pace = openPace(limits);
  pace.measured(0, 16, 0);
  expect(pace.sizeFor(0, 1e6)).toBe(128);
});
