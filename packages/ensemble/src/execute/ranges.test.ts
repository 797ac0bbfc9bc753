import fc from "fast-check";
import { expect, test } from "vitest";
import type { Range } from "../job.ts";
import { cutRanges, futuresIn, missingFrom } from "./ranges.ts";

const range = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([first, size]) => ({ first, end: first + size }));

test("what is missing is each future that no range covers, once", () => {
  fc.assert(
    fc.property(range, fc.array(range, { maxLength: 8 }), (whole, ranges) => {
      const bare = futures([whole]).filter((i) => !ranges.some(({ first, end }) => i >= first && i < end));
      expect(futures(missingFrom(whole, ranges))).toEqual(bare);
      expect(futuresIn(missingFrom(whole, ranges))).toBe(bare.length);
    }),
  );
});

test("cut ranges hold the same futures, and reach over no multiple of the size", () => {
  fc.assert(
    fc.property(range, fc.integer({ min: 1, max: 30 }), (whole, size) => {
      const parts = cutRanges([whole], size);
      expect(futures(parts)).toEqual(futures([whole]));
      for (const { first, end } of parts) expect(Math.floor(first / size)).toBe(Math.floor((end - 1) / size));
    }),
  );
});

function futures(ranges: readonly Range[]): readonly number[] {
  return ranges.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i));
}
