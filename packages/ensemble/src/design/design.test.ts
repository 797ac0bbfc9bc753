import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Design } from "./design.ts";
import { checkDesign, type DesignSpec, openDesign } from "./designs.ts";

function points(design: Design): readonly (readonly number[])[] {
  return Array.from({ length: design.size }, (_, i) => pointOf(design, i));
}

function pointOf(design: Design, i: number): readonly number[] {
  const into = new Float64Array(design.dimensions);
  design.point(i, into);
  return [...into];
}

function column(design: Design, d: number): readonly number[] {
  return points(design).map((point) => point[d]!);
}

const kinds: readonly DesignSpec[] = [
  { kind: "monte-carlo", size: 64 },
  { kind: "latin-hypercube", size: 60 },
  { kind: "sobol", size: 64 },
  { kind: "saltelli", base: 8 },
  { kind: "morris", trajectories: 9 },
  {
    kind: "table",
    columns: [
      [0, 0.3],
      [0.5, 0.4],
      [0.25, 0.5],
      [0.125, 0.6],
      [0.1, 0.999],
    ],
  },
];

describe.each(kinds.map((spec) => [spec.kind, spec] as const))("%s", (_, spec) => {
  test("gives the same point whatever was asked before", () => {
    const forwards = points(openDesign(spec, 5, 11));
    const design = openDesign(spec, 5, 11);
    const backwards = Array.from({ length: design.size }, (_, i) => pointOf(design, design.size - 1 - i)).reverse();
    expect(backwards).toEqual(forwards);
  });

  test("stays in the half-open unit cube", () => {
    for (const point of points(openDesign(spec, 5, 11))) for (const x of point) expect(x >= 0 && x < 1).toBe(true);
  });

  test("has no problem, and takes no dimensions at all as well", () => {
    expect(checkDesign(spec, 5)).toBeUndefined();
    if (spec.kind !== "table") expect(pointOf(openDesign(spec, 0, 1), 0)).toEqual([]);
  });

  test("another seed, other points; a table keeps its own", () => {
    const same = JSON.stringify(points(openDesign(spec, 5, 1))) === JSON.stringify(points(openDesign(spec, 5, 2)));
    expect(same).toBe(spec.kind === "table");
  });

  test("coordinates differ from each other", () => {
    const design = openDesign(spec, 5, 3);
    expect(new Set([0, 1, 2, 3, 4].map((d) => JSON.stringify(column(design, d)))).size).toBe(5);
  });
});

test("Monte Carlo and Sobol' keep their first points when more are asked for", () => {
  for (const kind of ["monte-carlo", "sobol"] as const)
    expect(points(openDesign({ kind, size: 64 }, 3, 5)).slice(0, 32)).toEqual(
      points(openDesign({ kind, size: 32 }, 3, 5)),
    );
});

test("a Latin hypercube has one point in each cell of each dimension (McKay et al. 1979)", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 1e9 }), (size, seed) => {
      const design = openDesign({ kind: "latin-hypercube", size }, 3, seed);
      for (let d = 0; d < 3; d++) expect(new Set(column(design, d).map((x) => Math.floor(x * size))).size).toBe(size);
    }),
    { numRuns: 40 },
  );
});

test("dimensions of a Latin hypercube are not correlated: within four standard errors of zero", () => {
  const size = 4096;
  const design = openDesign({ kind: "latin-hypercube", size }, 6, 17);
  const centred = Array.from({ length: 6 }, (_, d) => column(design, d).map((x) => x - 0.5));
  for (let a = 0; a < 6; a++)
    for (let b = 0; b < a; b++) {
      const sum = centred[a]!.reduce((total, x, i) => total + x * centred[b]![i]!, 0);
      expect(Math.abs((12 * sum) / size)).toBeLessThan(4 / Math.sqrt(size));
    }
});

test("a Saltelli family is A, then A with one coordinate of B each, then B", () => {
  const dimensions = 4;
  const family = points(openDesign({ kind: "saltelli", base: 16 }, dimensions, 9)).slice(5 * 6, 6 * 6);
  const sobol = pointOf(openDesign({ kind: "sobol", size: 16 }, 2 * dimensions, 9), 5);
  const [a, b] = [sobol.slice(0, dimensions), sobol.slice(dimensions)];
  const exchanged = a.map((_, j) => a.map((x, d) => (d === j ? b[d]! : x)));
  expect(family).toEqual([a, ...exchanged, b]);
});

// Morris 1991, section 3: a trajectory moves each input once, by a fixed step, in random order, from a random level of the lower half.
test("a Morris trajectory moves each coordinate once, half way across, in every order and from every level", () => {
  const [dimensions, trajectories, levels] = [3, 600, 6];
  const all = points(openDesign({ kind: "morris", trajectories, levels }, dimensions, 4));
  const orders = new Map<string, number>();
  for (let start = 0; start < all.length; start += dimensions + 1) {
    const moved = [1, 2, 3].map((step) => {
      const [before, after] = [all[start + step - 1]!, all[start + step]!];
      const changed = [0, 1, 2].filter((d) => before[d] !== after[d]);
      expect(changed.map((d) => Math.abs(after[d]! - before[d]!))).toEqual([0.5]);
      return changed[0];
    });
    orders.set(moved.join(), (orders.get(moved.join()) ?? 0) + 1);
  }
  expect([...orders.keys()].sort()).toEqual(["0,1,2", "0,2,1", "1,0,2", "1,2,0", "2,0,1", "2,1,0"]);
  // Six orders, a hundred each: within four standard deviations, sqrt(600 × 1/6 × 5/6) = 9.1.
  for (const count of orders.values()) expect(Math.abs(count - 100)).toBeLessThan(37);
  const seen = new Set(all.flat().map((x) => Math.round(x * 2 * levels)));
  expect([...seen].sort((a, b) => a - b)).toEqual([1, 3, 5, 7, 9, 11]);
});

for (const [what, spec, dimensions, code] of [
  ["no future", { kind: "sobol", size: 0 }, 2, "design-size"],
  ["half a future", { kind: "monte-carlo", size: 1.5 }, 2, "design-size"],
  ["not a number", { kind: "latin-hypercube", size: Number.NaN }, 2, "design-size"],
  ["more than 32 bits", { kind: "latin-hypercube", size: 2 ** 32 + 1 }, 2, "design-size"],
  ["more families than 32 bits", { kind: "saltelli", base: 2 ** 31 }, 2, "design-size"],
  ["too many dimensions", { kind: "sobol", size: 8 }, 1112, "design-dimensions"],
  ["too many for two halves", { kind: "saltelli", base: 8 }, 556, "design-dimensions"],
  ["an odd number of levels", { kind: "morris", trajectories: 4, levels: 5 }, 2, "design-levels"],
  ["no trajectory", { kind: "morris", trajectories: 0 }, 2, "design-size"],
  ["a table without columns", { kind: "table", columns: [] }, 2, "design-table"],
  ["an empty table", { kind: "table", columns: [[], []] }, 2, "design-table"],
  ["a short column", { kind: "table", columns: [[0.5, 1], [1]] }, 2, "design-table"],
  ["a row with no number", { kind: "table", columns: [[0.5], [Number.NaN]] }, 2, "design-table"],
] as const)
  test(`${what} is a problem`, () => expect(checkDesign(spec, dimensions)?.code).toBe(code));
