import { expect, test } from "vitest";
import { even, hashedStream } from "../testing/draws.ts";
import { shareAlong } from "./share-along.ts";

test("a share that rises in a straight line is met all along, to the ends", () => {
  const input = Float64Array.from({ length: 4000 }, (_, n) => even(n, 0));
  const holds = Uint8Array.from(input, (x, n) => Number(even(n, 1) < x));
  const along = shareAlong(input, holds);
  expect(along.length).toBe(101);
  for (const { value, share } of along) expect(Math.abs(share - value)).toBeLessThan(0.03);
});

test("in the middle an interval is as wide as that of a plain share of the window, at an end as one of a quarter of it", () => {
  const size = 1000;
  const input = Float64Array.from({ length: size }, (_, n) => n);
  const holds = Uint8Array.from(input, (_, n) => n % 2);
  const widths = shareAlong(input, holds).map(({ low, high }) => high - low);
  // Wilson's interval of a half of n is 2 z / √(4 n + 4 z²) wide; a line at the end of its window rests on n / 4.
  const wide = (n: number) => (2 * 1.959964) / Math.sqrt(4 * (n + 1.959964 ** 2));
  expect(widths[50]).toBeCloseTo(wide(200), 3);
  expect(widths[0]).toBeCloseTo(wide(50), 2);
});

test("intervals of 95 % hold the true share about 95 times in 100, in the middle and at an end", () => {
  const covered = [0, 0];
  const runs = 400;
  for (let run = 0; run < runs; run++) {
    const uniform = hashedStream(run);
    const input = Float64Array.from({ length: 500 }, (_, n) => uniform(2 * n));
    const holds = Uint8Array.from(input, (x, n) => Number(uniform(2 * n + 1) < 0.3 + 0.4 * x));
    const along = shareAlong(input, holds);
    for (const [i, place] of [50, 0].entries()) {
      const { value, low, high } = along[place]!;
      const truth = 0.3 + 0.4 * value;
      if (low <= truth && truth <= high) covered[i]! += 1;
    }
  }
  for (const times of covered) expect(times / runs).toBeGreaterThan(0.95 - 3.5 * Math.sqrt((0.95 * 0.05) / runs));
});

test("an input of one value has one place, with the share of all", () => {
  expect(
    shareAlong(
      new Float64Array(50).fill(2),
      Uint8Array.from({ length: 50 }, (_, n) => n % 2),
    ),
  ).toMatchObject([{ value: 2, share: 0.5 }]);
});
