import { describe, expect, test } from "vitest";
import { even, hashed, hashedStream } from "../testing/draws.ts";
import { gStar, ishigami, ishigamiIndices } from "../testing/test-functions.ts";
import { classCount, classesOf, givenDataIndices } from "./given-data.ts";

const options = { uniform: hashed, resamples: 100 };

function ensemble(inputs: number, size: number, f: (x: readonly number[]) => number) {
  const columns = Array.from({ length: inputs }, (_, i) => Float64Array.from({ length: size }, (_, n) => even(n, i)));
  return { columns, outcome: Float64Array.from({ length: size }, (_, n) => f(columns.map((column) => column[n]!))) };
}

describe("first-order indices match the closed forms of test functions", () => {
  for (const [name, f, inputs, want, tolerance] of [
    ["Ishigami, 2^16 futures", ishigami, 3, ishigamiIndices.first, 0.01],
    [
      "Sobol' g, 2^16 futures",
      gStar([0, 1, 4.5, 9].map((a) => ({ a }))),
      4,
      [0.716192, 0.179048, 0.0236758, 0.00716192],
      0.02,
    ],
  ] as const)
    test(name, () => {
      const { columns, outcome } = ensemble(inputs, 2 ** 16, f);
      for (const [i, index] of givenDataIndices(columns, outcome, { ...options, resamples: 20 }).entries())
        expect(Math.abs(index.value - want[i]!)).toBeLessThan(tolerance);
    });
});

// (n - 1) η² of a normal outcome has mean m - 1 where nothing acts: 9 / 999 for n = 1,000. Taken off, 200 ensembles average to
// 0 within four standard errors, sqrt(2 (m - 1)) / n each.
test("an input that does nothing has index 0 on average, not (m - 1) / (n - 1)", () => {
  let sum = 0;
  for (let run = 0; run < 200; run++) {
    const uniform = hashedStream(run);
    const columns = [Float64Array.from({ length: 1000 }, (_, i) => uniform(2 * i))];
    const outcome = Float64Array.from({ length: 1000 }, (_, i) => uniform(2 * i + 1));
    sum += givenDataIndices(columns, outcome, { uniform, resamples: 2 })[0]!.value;
  }
  expect(Math.abs(sum / 200)).toBeLessThan((4 * Math.sqrt(18)) / 1000 / Math.sqrt(200));
});

test("the interval holds the true index about 95 times in 100", () => {
  let covered = 0;
  for (let run = 0; run < 200; run++) {
    const uniform = hashedStream(run);
    const column = Float64Array.from({ length: 1000 }, (_, i) => Math.floor(4 * uniform(2 * i)));
    const outcome = column.map((value, i) => value + 2 * uniform(2 * i + 1));
    // Variances 15 / 12 and 4 / 12.
    const index = givenDataIndices([column], outcome, { uniform: hashedStream(1000 + run), resamples: 200 })[0]!;
    if (index.low <= 15 / 19 && 15 / 19 <= index.high) covered++;
  }
  // 190 ± 3.5 standard errors.
  expect(covered).toBeGreaterThan(179);
});

test("few futures have not converged, many have", () => {
  const [few, many] = [40, 4000].map((size) => {
    const { columns, outcome } = ensemble(3, size, ishigami);
    return givenDataIndices(columns, outcome, options)[0]!;
  });
  expect([few!.converged, many!.converged]).toEqual([false, true]);
});

test("classes: equal size, equal values together, as many as the cube root says", () => {
  expect([1, 8, 26, 27, 1000, 110_591, 110_592, 1e9].map(classCount)).toEqual([2, 2, 2, 3, 10, 47, 48, 48]);
  const { count, of } = classesOf(Float64Array.from([5, 1, 4, 2, 3, 0]), 3);
  expect([count, ...of]).toEqual([3, 2, 0, 2, 1, 1, 0]);
  expect([...classesOf(Float64Array.from([1, 1, 1, 1, 2, 2]), 3).of]).toEqual([0, 0, 0, 0, 1, 1]);
});

test("an outcome that never varies has no indices", () => {
  const { columns } = ensemble(2, 100, () => 0);
  expect(givenDataIndices(columns, new Float64Array(100).fill(3), options)[0]!.value).toBeNaN();
});
