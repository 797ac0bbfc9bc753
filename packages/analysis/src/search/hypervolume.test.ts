import { array, assert, double, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { hypervolume } from "./hypervolume.ts";

const points = (...rows: readonly (readonly number[])[]) => rows.map((row) => Float64Array.from(row));
const ones = (n: number) => new Float64Array(n).fill(1);

describe("by hand", () => {
  for (const [what, rows, want] of [
    ["one point is its box", [[0.5, 0.25]], 0.375],
    [
      "two that overlap: 3/8 + 3/8 - 1/4",
      [
        [0.5, 0.25],
        [0.25, 0.5],
      ],
      0.5,
    ],
    [
      "one that is dominated adds nothing",
      [
        [0.5, 0.25],
        [0.75, 0.5],
      ],
      0.375,
    ],
    [
      "the same twice counts once",
      [
        [0.5, 0.5, 0.5],
        [0.5, 0.5, 0.5],
      ],
      0.125,
    ],
    [
      "three cubes that share a corner: 3/16 each, less the shared eighths",
      [
        [0.25, 0.5, 0.5],
        [0.5, 0.25, 0.5],
        [0.5, 0.5, 0.25],
      ],
      0.3125,
    ],
    [
      "four objectives",
      [
        [0.5, 0.5, 0.5, 0.5],
        [0, 0.5, 0.5, 0.5],
      ],
      0.125,
    ],
    ["beyond the reference", [[2, 0.1, 0.1]], 0],
  ] as const)
    test(what, () => expect(hypervolume(points(...rows), ones(rows[0].length))).toBeCloseTo(want, 12));
});

// A stair of n steps under the line x + y = 1 holds 1/2 - 1/(2n) of the unit square.
test("a stair", () => {
  const stair = Array.from({ length: 101 }, (_, i) => Float64Array.from([i / 100, 1 - i / 100]));
  expect(hypervolume(stair, ones(2))).toBeCloseTo(0.5 - 1 / 200, 12);
});

test("on a grid the volume is the number of cells that some point dominates", () => {
  const cell = integer({ min: 0, max: 5 });
  for (const n of [2, 3, 4])
    assert(
      property(array(array(cell, { minLength: n, maxLength: n }), { maxLength: 8 }), (rows) => {
        let cells = 0;
        for (let at = 0; at < 6 ** n; at++) {
          const digits = Array.from({ length: n }, (_, i) => Math.floor(at / 6 ** i) % 6);
          if (rows.some((row) => row.every((value, i) => value <= digits[i]!))) cells++;
        }
        expect(hypervolume(points(...rows), new Float64Array(n).fill(6))).toBe(cells);
      }),
      { numRuns: 40 },
    );
});

test("order does not matter, and another point takes nothing away", () => {
  const row = array(double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
  assert(
    property(array(row, { minLength: 1, maxLength: 10 }), (rows) => {
      const all = hypervolume(points(...rows), ones(3));
      expect(hypervolume(points(...rows.toReversed()), ones(3))).toBeCloseTo(all, 12);
      expect(hypervolume(points(...rows.slice(1)), ones(3))).toBeLessThanOrEqual(all + 1e-12);
    }),
  );
});
