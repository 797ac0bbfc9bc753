import { array, assert, double, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { evenFutures } from "../testing/futures.ts";
import { boxOf, type Futures, inputTable } from "./box.ts";
import { paste } from "./paste.ts";
import { primTrajectory } from "./prim.ts";

const cube = (size: number, isOfInterest: (x: readonly number[]) => boolean) => evenFutures(3, size, isOfInterest);

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

// 200 futures, half of them of each kind; 110 of interest, 90 of them of kind 1. Peeling kind 0 keeps 90 of 100; peeling the lower
// tenth of the other input, all of kind 0 and none of interest, keeps 110 of 180.
describe("each objective takes the slice that its formula says (Friedman & Fisher 1999, 14.1, 14.3, 14.6)", () => {
  const kind = Float64Array.from({ length: 200 }, (_, n) => Number(n >= 100));
  const other = Float64Array.from({ length: 200 }, (_, n) => n + (n >= 100 ? 1000 : 0));
  const interest = Uint8Array.from({ length: 200 }, (_, n) => Number(n >= 110 || (n >= 80 && n < 100)));
  const futures = { table: inputTable([kind, other]), interest };
  const before = 110 / 200;
  const slices = [
    { input: 0, after: 90 / 100, lost: 100 },
    { input: 1, after: 110 / 180, lost: 20 },
  ];
  for (const [objective, score] of [
    ["original", ({ after }) => after],
    ["lenient1", ({ after, lost }) => (after - before) / lost],
    ["lenient2", ({ after, lost }) => ((200 - lost) * (after - before)) / lost],
  ] as const satisfies readonly (readonly [string, (slice: (typeof slices)[number]) => number])[])
    test(objective, () => {
      const best = slices.toSorted((a, b) => score(b) - score(a))[0]!;
      const first = primTrajectory(futures, { objective, peelAlpha: 0.1 })[1]!;
      expect(first.limits.map(({ input }) => input)).toEqual([best.input]);
      expect(first.density).toBeCloseTo(best.after, 12);
    });
});

describe("a categorical input", () => {
  // Of the kinds 0 … 4, futures of kind 1 and 3 are of interest where x is above 0.4.
  const size = 2000;
  const x = Float64Array.from({ length: size }, (_, n) => ((n + 1) * Math.SQRT2) % 1);
  const kind = Float64Array.from({ length: size }, (_, n) => n % 5);
  const interest = Uint8Array.from({ length: size }, (_, n) => Number(x[n]! > 0.4 && n % 2 === 1 && n % 5 !== 0));
  const odd = Uint8Array.from({ length: size }, (_, n) => Number(x[n]! > 0.4 && (n % 5 === 1 || n % 5 === 3)));

  test("loses values one at a time, in no order, until those that matter are left", () => {
    const boxes = primTrajectory({ table: inputTable([x, kind], [1]), interest: odd });
    const found = boxes.at(-1)!;
    expect(found.limits.at(-1)).toEqual({ input: 1, low: null, high: null, only: [1, 3] });
    expect(found.limits[0]!.low).toBeCloseTo(0.4, 1);
    expect(found.density).toBe(1);
    expect(boxOf({ table: inputTable([x, kind], [1]), interest: odd }, found.limits)).toEqual(found);
  });

  test("read as a number the same input cannot be told apart so well", () => {
    const byNumber = primTrajectory({ table: inputTable([x, kind]), interest: odd }).at(-1)!;
    expect(byNumber.density).toBeLessThan(0.7);
  });

  test("a value that pays is pasted back, and all values are no limit", () => {
    const table = inputTable([x, kind], [1]);
    const narrow = [{ input: 1, low: null, high: null, only: [0] }];
    const wider = [1, 3].map((value) => [{ input: 1, low: null, high: null, only: [0, value] }]);
    const density = (limits: (typeof wider)[number]) => boxOf({ table, interest: odd }, limits).density;
    const densest = wider.toSorted((a, b) => density(b) - density(a))[0];
    expect(paste({ table, interest: odd }, narrow, 0.05)).toEqual(densest);
    const allButOne = [{ input: 1, low: null, high: null, only: [0, 2, 3, 4] }];
    expect(paste({ table, interest: odd }, allButOne, 0.05)).toEqual([]);
    expect(paste({ table, interest }, [], 0.05)).toBeUndefined();
  });
});
