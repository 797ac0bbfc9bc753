import { array, assert, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { saltelliBlocks } from "../sensitivity/saltelli-blocks.ts";
import { sobolIndices } from "../sensitivity/sobol.ts";
import { hashed } from "../testing/draws.ts";
import { designColumn } from "../testing/saltelli-column.ts";
import { ishigami, ishigamiIndices } from "../testing/test-functions.ts";
import { mergedMoments, momentsOf, noMoments, varianceOf } from "./moments.ts";
import { mergedSketches, quantileSketch, sketchQuantile } from "./quantile-sketch.ts";
import { indicesOfSums, sobolSums } from "./sobol-sums.ts";

const numbers = array(double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 });

describe("moments", () => {
  // NIST StRD, NumAcc4: 10000000.2, then 10000000.1 and 10000000.3 five hundred times each. Certified: mean 10000000.2,
  // standard deviation 0.1.
  const numAcc4 = [10000000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 10000000.1 : 10000000.3))];

  test("NIST's NumAcc4, whole and merged from parts", () => {
    const parts = [0, 100, 350, 900].map((from, i, starts) => momentsOf(numAcc4.slice(from, starts[i + 1])));
    for (const found of [momentsOf(numAcc4), parts.reduce(mergedMoments)]) {
      expect(found.mean).toBeCloseTo(10000000.2, 7);
      // The data themselves are rounded at the tenth digit: 0.1 is met to 8 digits by exact arithmetic on them.
      expect(Math.sqrt(varianceOf(found))).toBeCloseTo(0.1, 8);
      expect(found).toMatchObject({ count: 1001, low: 10000000.1, high: 10000000.3 });
    }
  });

  test("parts merge to the whole, and nothing changes nothing", () => {
    assert(
      property(numbers, numbers, (a, b) => {
        const [merged, whole] = [mergedMoments(momentsOf(a), momentsOf(b)), momentsOf([...a, ...b])];
        const scale = Math.max(...[...a, ...b].map(Math.abs), 1e-300);
        expect(merged.mean / scale).toBeCloseTo(whole.mean / scale, 12);
        // Squares below 2^-1022 are evenly spaced, so that each sum is off by a size and not by a share.
        const allowed = 5e-11 * scale * scale + 2 ** -1064;
        expect(Math.abs(merged.squares - whole.squares)).toBeLessThanOrEqual(allowed);
        expect(mergedMoments(noMoments, merged)).toEqual(merged);
        expect(mergedMoments(merged, noMoments)).toEqual(merged);
      }),
    );
  });

  test("one number has no variance", () => expect(varianceOf(momentsOf([4]))).toBeNaN());
});

describe("quantile sketch", () => {
  test("every quantile is within 2^-(bits + 1) of the order statistic, whatever the scale and sign", () => {
    assert(
      property(numbers, (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        for (const bits of [4, 7, 12])
          for (const p of [0, 0.1, 0.5, 0.77, 1]) {
            const want = sorted[Math.max(1, Math.ceil(p * values.length)) - 1]!;
            const found = sketchQuantile(quantileSketch(values, bits), p);
            // Below 2^-1022 numbers are evenly spaced, so that the error is one of size.
            expect(Math.abs(found - want)).toBeLessThanOrEqual(Math.abs(want) * 2 ** -(bits + 1) + 2 ** -1022);
          }
      }),
    );
  });

  test("parts merge in any order to the same counts as the whole", () => {
    assert(
      property(numbers, numbers, (a, b) => {
        const [x, y] = [quantileSketch(a), quantileSketch(b)];
        expect(mergedSketches(x, y)).toEqual(quantileSketch([...a, ...b]));
        expect(mergedSketches(y, x)).toEqual(mergedSketches(x, y));
      }),
    );
  });

  test("nothing has no quantile; other bits do not merge", () => {
    expect(sketchQuantile(quantileSketch([]), 0.5)).toBeNaN();
    expect(() => mergedSketches(quantileSketch([1], 7), quantileSketch([1], 8))).toThrow("do not merge");
  });
});

describe("Sobol' sums", () => {
  const column = designColumn(ishigami, 3, 4096);
  const parts = Array.from({ length: 32 }, (_, p) => column.subarray(p * 128 * 5, (p + 1) * 128 * 5));
  const sums = parts.map((part) => sobolSums(saltelliBlocks(part, 3), column[0]!));

  test("of 32 parts give the indices of the whole, and intervals that hold the closed form", () => {
    const whole = sobolIndices(saltelliBlocks(column, 3), { uniform: hashed, resamples: 200 });
    const merged = indicesOfSums(sums);
    for (const order of ["first", "total"] as const)
      for (const [i, index] of merged[order].entries()) {
        expect(index.value).toBeCloseTo(whole[order][i]!.value, 9);
        expect(index.low).toBeLessThanOrEqual(ishigamiIndices[order][i]! + 0.003);
        expect(index.high).toBeGreaterThanOrEqual(ishigamiIndices[order][i]! - 0.003);
        expect(index.converged).toBe(true);
      }
  });

  test("parts with other centres do not merge", () => {
    const other = sobolSums(saltelliBlocks(parts[0]!, 3), 99);
    expect(() => indicesOfSums([sums[0]!, other])).toThrow("do not merge");
  });
});
