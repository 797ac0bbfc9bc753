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
  {
    kind: "table",
    rows: [
      [0, 0.5, 0.25, 0.125, 0.1],
      [0.3, 0.4, 0.5, 0.6, 0.999],
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

for (const [what, spec, dimensions, code] of [
  ["no future", { kind: "sobol", size: 0 }, 2, "design-size"],
  ["half a future", { kind: "monte-carlo", size: 1.5 }, 2, "design-size"],
  ["not a number", { kind: "latin-hypercube", size: Number.NaN }, 2, "design-size"],
  ["more than 32 bits", { kind: "latin-hypercube", size: 2 ** 32 + 1 }, 2, "design-size"],
  ["more families than 32 bits", { kind: "saltelli", base: 2 ** 31 }, 2, "design-size"],
  ["too many dimensions", { kind: "sobol", size: 8 }, 1112, "design-dimensions"],
  ["too many for two halves", { kind: "saltelli", base: 8 }, 556, "design-dimensions"],
  ["an empty table", { kind: "table", rows: [] }, 2, "design-table"],
  ["a short row", { kind: "table", rows: [[0.5]] }, 2, "design-table"],
  ["a row outside the cube", { kind: "table", rows: [[0.5, 1]] }, 2, "design-table"],
  ["a row with no number", { kind: "table", rows: [[0.5, Number.NaN]] }, 2, "design-table"],
] as const)
  test(`${what} is a problem`, () => expect(checkDesign(spec, dimensions)?.code).toBe(code));
