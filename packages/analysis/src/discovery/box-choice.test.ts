import { expect, test } from "vitest";
import { evenFutures } from "../testing/futures.ts";
import { rowsInside } from "./box.ts";
import { chooseBox } from "./box-choice.ts";
import { primTrajectory } from "./prim.ts";

function choose(isOfInterest: (x: readonly number[]) => boolean) {
  const futures = evenFutures(6, 4000, isOfInterest);
  return { futures, box: chooseBox(futures, primTrajectory(futures)) };
}

test("two conditions are told as two limits, dense and covering", () => {
  const { box } = choose((x) => (x[1]! > 0.6 && x[4]! < 0.4) || x[5]! > 0.97);
  expect(box!.limits.map(({ input }) => input)).toEqual([1, 4]);
  expect(box!.limits[0]!.high).toBeNull();
  expect(box!.density).toBeGreaterThan(0.9);
  expect(box!.coverage).toBeGreaterThanOrEqual(0.5);
});

test("never more than three inputs are limited, and the figures are those of the box as told", () => {
  const { futures, box } = choose((x) => x.slice(0, 5).every((value) => value > 0.3));
  expect(box!.limits.length).toBe(3);
  const rows = rowsInside(futures, box!.limits);
  expect(box!.mass).toBe(rows.length / 4000);
  expect(box!.density).toBe(rows.reduce((sum, row) => sum + futures.interest[row]!, 0) / rows.length);
});

test("futures of interest that lie anywhere have no box", () => {
  expect(choose((x) => (x[0]! * 1e6) % 1 < 0.3).box).toBeUndefined();
});

test("nearly all futures of interest leave nothing to tell apart", () => {
  expect(choose((x) => x[0]! > 0.05).box).toBeUndefined();
  expect(choose(() => false).box).toBeUndefined();
});
