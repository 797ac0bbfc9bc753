import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { shareOf } from "./share.ts";

describe("Wilson's interval gives the values published for method 3 (Newcombe 1998, Table I)", () => {
  for (const [count, total, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const)
    test(`${count} of ${total}`, () => {
      const found = shareOf(count, total);
      expect(found.low).toBeCloseTo(low, 4);
      expect(found.high).toBeCloseTo(high, 4);
    });
});

test("the ends are exactly 0 and 1 where all or none are counted", () => {
  expect(shareOf(0, 10_007).low).toBe(0);
  expect(shareOf(10_007, 10_007)).toMatchObject({ share: 1, high: 1 });
});

test("nothing counted has no share", () => {
  expect(shareOf(0, 0).share).toBeNaN();
  expect(shareOf(0, 0).high).toBeNaN();
});

test("the interval holds the share, stays in [0, 1], and mirrors", () => {
  const counts = integer({ min: 1, max: 100_000 }).chain((total) =>
    integer({ min: 0, max: total }).map((n) => [n, total]),
  );
  assert(
    property(counts, ([count, total]) => {
      const { share, low, high } = shareOf(count!, total!);
      const mirror = shareOf(total! - count!, total!);
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
      expect(mirror.low).toBeCloseTo(1 - high, 12);
    }),
  );
});
