import { array, assert, double, property } from "fast-check";
import { expect, test } from "vitest";
import { epsilonArchive } from "./epsilon-archive.ts";
import { paretoDominance, type Solution } from "./solution.ts";

const solution = (objectives: readonly number[], violation = 0): Solution => ({
  levers: new Float64Array(0),
  objectives: Float64Array.from(objectives),
  violation,
});
const archive = () => epsilonArchive(Float64Array.from([0.1, 0.1]));
const held = (of: ReturnType<typeof archive>) => of.solutions.map(({ objectives }) => [...objectives]);

test("one solution a box: the one that dominates, else the one nearest the box's best corner", () => {
  const found = archive();
  expect(found.add(solution([0.55, 0.55]))).toBe(true);
  expect(found.add(solution([0.59, 0.52]))).toBe(false);
  expect(found.add(solution([0.51, 0.57]))).toBe(true);
  expect(found.add(solution([0.5, 0.56]))).toBe(true);
  expect(held(found)).toEqual([[0.5, 0.56]]);
  expect(found.progress).toBe(1);
});

test("a better box drops those it dominates, and is progress", () => {
  const found = archive();
  for (const objectives of [
    [0.55, 0.35],
    [0.35, 0.55],
    [0.25, 0.25],
    [0.85, 0.15],
  ])
    found.add(solution(objectives));
  expect(held(found)).toEqual([
    [0.25, 0.25],
    [0.85, 0.15],
  ]);
  expect(found.progress).toBe(4);
  expect(found.add(solution([0.95, 0.25]))).toBe(false);
});

test("while nothing is allowed, what breaks the constraints least stands alone; what is allowed ends that", () => {
  const found = archive();
  expect(found.add(solution([0, 0], 3))).toBe(true);
  expect(found.add(solution([0, 0], 4))).toBe(false);
  expect(found.add(solution([9, 9], 2))).toBe(true);
  expect(held(found)).toEqual([[9, 9]]);
  expect(found.progress).toBe(0);
  expect(found.add(solution([50, 50]))).toBe(true);
  expect(found.add(solution([0, 0], 0.1))).toBe(false);
  expect(held(found)).toEqual([[50, 50]]);
});

test("no two share a box or dominate each other's, and all ever shown is within epsilon of one that is held", () => {
  const point = array(double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 });
  assert(
    property(array(point, { minLength: 1, maxLength: 40 }), (shown) => {
      const found = archive();
      for (const objectives of shown) found.add(solution(objectives));
      const boxes = held(found).map((objectives) => objectives.map((value) => Math.floor(value / 0.1)));
      expect(new Set(boxes.map(String)).size).toBe(boxes.length);
      for (const a of boxes)
        for (const b of boxes) expect(paretoDominance(Float64Array.from(a), Float64Array.from(b))).toBe(0);
      for (const objectives of shown)
        expect(held(found).some((other) => other.every((value, i) => value <= objectives[i]! + 0.1 + 1e-12))).toBe(
          true,
        );
    }),
  );
});
