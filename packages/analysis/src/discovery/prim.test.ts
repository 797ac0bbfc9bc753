import { array, assert, double, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { boxOf, type Futures, inputTable } from "./box.ts";
import { primTrajectory } from "./prim.ts";

/** An even cover of the unit cube (Richtmyer sequence), and the points of it that `isOfInterest` picks. */
function cube(size: number, isOfInterest: (x: readonly number[]) => boolean): Futures {
  const inputs = [2, 3, 5].map((prime) =>
    Float64Array.from({ length: size }, (_, n) => ((n + 1) * Math.sqrt(prime)) % 1),
  );
  const interest = Uint8Array.from({ length: size }, (_, n) => Number(isOfInterest(inputs.map((x) => x[n]!))));
  return { table: inputTable(inputs), interest };
}

test("a planted box is found, with its limits, and free inputs stay free", () => {
  const boxes = primTrajectory(cube(4000, (x) => x[0]! > 0.7 && x[2]! < 0.5));
  const found = boxes.at(-1)!;
  expect(found.limits.map(({ input }) => input)).toEqual([0, 2]);
  expect(found.limits[0]!.low).toBeCloseTo(0.7, 1);
  expect(found.limits[1]!.high).toBeCloseTo(0.5, 1);
  expect(found.density).toBe(1);
  expect(found.coverage).toBeGreaterThan(0.9);
});

test("each peel takes its share, raises the density and loses coverage; the box keeps the least mass", () => {
  const boxes = primTrajectory(cube(2000, (x) => x[0]! + x[1]! > 1.7));
  expect(boxes[0]).toMatchObject({ limits: [], coverage: 1, mass: 1 });
  boxes.slice(1).forEach((box, i) => {
    expect(box.density).toBeGreaterThan(boxes[i]!.density);
    expect(box.mass).toBeGreaterThanOrEqual(0.05);
  });
});

test("pasting gives back what a coarse peel took too much of", () => {
  const boxes = primTrajectory(
    cube(400, (x) => (x[0]! - 0.5) ** 2 + (x[1]! - 0.5) ** 2 < 0.09),
    { peelAlpha: 0.3, massMin: 0.3 },
  );
  const pasted = boxes.findIndex((box, i) => i > 0 && box.mass > boxes[i - 1]!.mass);
  expect(pasted).toBeGreaterThan(0);
  for (const [i, box] of boxes.entries())
    if (i >= pasted) {
      expect(box.density).toBeGreaterThan(boxes[i - 1]!.density);
      expect(box.coverage).toBeGreaterThan(boxes[i - 1]!.coverage);
    }
});

test("an input of few values is cut between two of them, never through one", () => {
  const values = Float64Array.from({ length: 300 }, (_, n) => n % 3);
  const boxes = primTrajectory({
    table: inputTable([values]),
    interest: Uint8Array.from(values, (value) => Number(value === 2)),
  });
  expect(boxes.at(-1)).toEqual({ limits: [{ input: 0, low: 1.5, high: null }], coverage: 1, density: 1, mass: 1 / 3 });
});

describe("nothing to tell apart gives the whole and no more", () => {
  for (const [what, isOfInterest] of [
    ["no future is of interest", () => false],
    ["every future is of interest", () => true],
  ] as const)
    test(what, () => expect(primTrajectory(cube(100, isOfInterest))).toHaveLength(1));
  test("an input of one value", () => {
    const inputs = [new Float64Array(50).fill(3)];
    expect(
      primTrajectory({ table: inputTable(inputs), interest: Uint8Array.from({ length: 50 }, (_, n) => n % 2) }),
    ).toHaveLength(1);
  });
});

test("the figures of every box are those of the futures inside its limits, and rows may come in any order", () => {
  const row = record({
    x: double({ min: -5, max: 5, noNaN: true }),
    k: integer({ min: 0, max: 4 }),
    hit: integer({ min: 0, max: 1 }),
  });
  const futuresOf = (rows: readonly { x: number; k: number; hit: number }[]): Futures => ({
    table: inputTable([Float64Array.from(rows, ({ x }) => x), Float64Array.from(rows, ({ k }) => k)]),
    interest: Uint8Array.from(rows, ({ hit }) => hit),
  });
  assert(
    property(array(row, { minLength: 20, maxLength: 120 }), (rows) => {
      const boxes = primTrajectory(futuresOf(rows));
      expect(primTrajectory(futuresOf(rows.toReversed()))).toEqual(boxes);
      for (const box of boxes) expect(boxOf(futuresOf(rows), box.limits)).toEqual(box);
    }),
  );
});
