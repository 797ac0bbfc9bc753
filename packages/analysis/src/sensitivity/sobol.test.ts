import { describe, expect, test } from "vitest";
import { hashed } from "../testing/draws.ts";
import { designColumn } from "../testing/saltelli-column.ts";
import { gStar, ishigami, partialVariances, productIndex, productTotal } from "../testing/test-functions.ts";
import { saltelliBlocks } from "./saltelli-blocks.ts";
import { sobolIndices } from "./sobol.ts";
import type { SobolOptions } from "./sobol-index.ts";

const options: SobolOptions = { uniform: hashed, resamples: 200 };

const weights = [0, 1, 4.5, 9, 99, 99, 99, 99];
const gFunction = gStar(weights.map((a) => ({ a })));

// Closed forms: Ishigami & Homma 1990 with a = 7, b = 0.1; Sobol' 1993 with the weights above.
describe("indices match the closed forms of test functions", () => {
  for (const [name, f, inputs, first, total] of [
    ["Ishigami", ishigami, 3, [0.313905191, 0.442411145, 0], [0.557588855, 0.442411145, 0.243683664]],
    [
      "Sobol' g",
      gFunction,
      8,
      [0.716192169, 0.179048042, 0.023675774, 0.007161922, 0.000071619, 0.000071619, 0.000071619, 0.000071619],
      [0.787144127, 0.242198193, 0.03431691, 0.010460387, 0.000104949, 0.000104949, 0.000104949, 0.000104949],
    ],
  ] as const)
    test(name, () => {
      const indices = sobolIndices(saltelliBlocks(designColumn(f, inputs, 2 ** 14), inputs), options);
      for (const i of first.keys()) {
        expect(Math.abs(indices.first[i]!.value - first[i]!)).toBeLessThan(0.003);
        expect(Math.abs(indices.total[i]!.value - total[i]!)).toBeLessThan(0.003);
      }
    });
});

// The indices of a product follow from its factors' variances; the shift changes none.
test("G*: the closed forms of Saltelli et al. 2010", () => {
  const factors = [0, 0.1, 0.9, 9].map((a, i) => ({ a, power: 0.5 + 0.5 * i, shift: 0.3 * i }));
  const variances = partialVariances(factors);
  const { first, total } = sobolIndices(saltelliBlocks(designColumn(gStar(factors), 4, 2 ** 14), 4), options);
  for (const i of factors.keys()) {
    expect(Math.abs(first[i]!.value - productIndex(variances, [i]))).toBeLessThan(0.006);
    expect(Math.abs(total[i]!.value - productTotal(variances, [i]))).toBeLessThan(0.006);
  }
});

test("where nothing interacts, each input's indices are its share of the variance", () => {
  const blocks = saltelliBlocks(
    designColumn((x) => 3 * x[0]! + 4 * x[1]!, 3, 4096),
    3,
  );
  const { first, total } = sobolIndices(blocks, options);
  [9 / 25, 16 / 25, 0].forEach((share, i) => {
    expect(first[i]!.value).toBeCloseTo(share, 2);
    expect(total[i]!.value).toBeCloseTo(share, 2);
  });
});

test("neither the level nor the unit of an outcome changes its indices", () => {
  const values = designColumn(ishigami, 3, 512);
  const moved = values.map((value) => 1e4 + 8 * value);
  const [plain, shifted] = [values, moved].map((each) => sobolIndices(saltelliBlocks(each, 3), options));
  plain!.first.forEach(({ value, low }, i) => {
    expect(shifted!.first[i]!.value).toBeCloseTo(value, 9);
    expect(shifted!.first[i]!.low).toBeCloseTo(low, 9);
  });
});

test("the interval narrows with more rows, and only then has the index converged", () => {
  const [few, many] = [64, 4096].map(
    (n) => sobolIndices(saltelliBlocks(designColumn(ishigami, 3, n), 3), options).total[0]!,
  );
  expect(few!.high - few!.low).toBeGreaterThan(3 * (many!.high - many!.low));
  expect([few!.converged, many!.converged]).toEqual([false, true]);
});

test("an outcome that never varies has no indices, and does not count as converged", () => {
  const { first, total } = sobolIndices(saltelliBlocks(new Float64Array(40).fill(0.1), 2), options);
  for (const index of [...first, ...total]) expect(index).toMatchObject({ value: Number.NaN, converged: false });
});

test("a base row with a value that is not finite is left out whole", () => {
  const whole = designColumn(ishigami, 3, 64);
  const broken = Float64Array.from([...whole.slice(0, 10), 1, 2, Number.NaN, 4, 5, ...whole.slice(10)]);
  expect(saltelliBlocks(broken, 3)).toEqual(saltelliBlocks(whole, 3));
});
