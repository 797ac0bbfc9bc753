import fc from "fast-check";
import { expect, test } from "vitest";
import type { Range } from "../job.ts";
import { openSchedule } from "./schedule.ts";

test("gives out every future once, whatever sizes are asked for and whichever ranges are lost once", () => {
  const turns = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), turns, (total, sizes) => {
      const schedule = openSchedule([{ first: 0, end: total }]);
      const times = new Uint8Array(total);
      const lost = new Set<number>();
      for (let turn = 0; schedule.done < total; turn++) {
        const [size, loses] = sizes[turn % sizes.length]!;
        const range = schedule.next(size)!;
        if (loses && !lost.has(range.first)) {
          lost.add(range.first);
          expect(schedule.takeBack(range)).toBe(true);
        } else {
          for (let i = range.first; i < range.end; i++) times[i]! += 1;
          schedule.finished(range);
        }
      }
      expect(times.every((n) => n === 1)).toBe(true);
      expect([schedule.next(1), schedule.waiting]).toEqual([undefined, 0]);
    }),
  );
});

test("a lost range comes back before new ones, and counts as waiting", () => {
  const schedule = openSchedule([{ first: 0, end: 10 }]);
  const range = schedule.next(4) as Range;
  expect(schedule.waiting).toBe(6);
  schedule.takeBack(range);
  expect(schedule.waiting).toBe(10);
  expect(schedule.next(2)).toEqual({ first: 0, end: 4 });
});

test("a range that is lost twice is not given out again", () => {
  const schedule = openSchedule([{ first: 0, end: 10 }]);
  const range = schedule.next(4) as Range;
  expect([schedule.takeBack(range), schedule.takeBack(range)]).toEqual([true, false]);
});

test("gives out just the ranges that it was given, and reaches over the end of none", () => {
  const schedule = openSchedule([
    { first: 3, end: 8 },
    { first: 20, end: 21 },
  ]);
  expect(schedule.total).toBe(6);
  const given = [schedule.next(3), schedule.next(9), schedule.next(9), schedule.next(9)];
  expect(given).toEqual([{ first: 3, end: 6 }, { first: 6, end: 8 }, { first: 20, end: 21 }, undefined]);
});
