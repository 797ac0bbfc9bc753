import { describe, expect, test } from "vitest";
import { saltelliBlocks } from "./saltelli-blocks.ts";
import { type SobolOptions, sobolIndices } from "./sobol.ts";

// A Richtmyer sequence: fractional parts of n times the roots of primes. Exact enough, even, and the same everywhere.
const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53];
const coordinate = (n: number, dimension: number) => ((n + 1) * Math.sqrt(primes[dimension]!)) % 1;
const options: SobolOptions = { uniform: hashed, resamples: 200 };

/** A number in [0, 1) that looks drawn: the finalizer of MurmurHash3 over the index. */
function hashed(i: number): number {
  let h = Math.imul(i + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** The outcome of `f` at a Saltelli design of `inputs` inputs, in the order A, AB1 … ABk, B. */
function column(f: (x: readonly number[]) => number, inputs: number, base: number): Float64Array {
  const values: number[] = [];
  for (let n = 0; n < base; n++) {
    const a = primes.slice(0, inputs).map((_, i) => coordinate(n, i));
    const b = primes.slice(0, inputs).map((_, i) => coordinate(n, inputs + i));
    const ab = a.map((_, changed) => a.map((value, i) => (i === changed ? b[i]! : value)));
    values.push(...[a, ...ab, b].map(f));
  }
  return Float64Array.from(values);
}

function ishigami(unit: readonly number[]): number {
  const [x1, x2, x3] = unit.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x1!) + 7 * Math.sin(x2!) ** 2 + 0.1 * x3! ** 4 * Math.sin(x1!);
}

const weights = [0, 1, 4.5, 9, 99, 99, 99, 99];
function gFunction(unit: readonly number[]): number {
  return unit.reduce((product, u, i) => (product * (Math.abs(4 * u - 2) + weights[i]!)) / (1 + weights[i]!), 1);
}

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
      const indices = sobolIndices(saltelliBlocks(column(f, inputs, 2 ** 14), inputs), options);
      for (const i of first.keys()) {
        expect(Math.abs(indices.first[i]!.value - first[i]!)).toBeLessThan(0.003);
        expect(Math.abs(indices.total[i]!.value - total[i]!)).toBeLessThan(0.003);
      }
    });
});

test("where nothing interacts, each input's indices are its share of the variance", () => {
  const blocks = saltelliBlocks(
    column((x) => 3 * x[0]! + 4 * x[1]!, 3, 4096),
    3,
  );
  const { first, total } = sobolIndices(blocks, options);
  [9 / 25, 16 / 25, 0].forEach((share, i) => {
    expect(first[i]!.value).toBeCloseTo(share, 2);
    expect(total[i]!.value).toBeCloseTo(share, 2);
  });
});

test("neither the level nor the unit of an outcome changes its indices", () => {
  const values = column(ishigami, 3, 512);
  const moved = values.map((value) => 1e4 + 8 * value);
  const [plain, shifted] = [values, moved].map((each) => sobolIndices(saltelliBlocks(each, 3), options));
  plain!.first.forEach(({ value, low }, i) => {
    expect(shifted!.first[i]!.value).toBeCloseTo(value, 9);
    expect(shifted!.first[i]!.low).toBeCloseTo(low, 9);
  });
});

test("the interval narrows with more rows, and only then has the index converged", () => {
  const [few, many] = [64, 4096].map((n) => sobolIndices(saltelliBlocks(column(ishigami, 3, n), 3), options).total[0]!);
  expect(few!.high - few!.low).toBeGreaterThan(3 * (many!.high - many!.low));
  expect([few!.converged, many!.converged]).toEqual([false, true]);
});

test("an outcome that never varies has no indices, and does not count as converged", () => {
  const { first, total } = sobolIndices(saltelliBlocks(new Float64Array(40).fill(0.1), 2), options);
  for (const index of [...first, ...total]) expect(index).toMatchObject({ value: Number.NaN, converged: false });
});

test("a base row with a value that is not finite is left out whole", () => {
  const whole = column(ishigami, 3, 64);
  const broken = Float64Array.from([...whole.slice(0, 10), 1, 2, Number.NaN, 4, 5, ...whole.slice(10)]);
  expect(saltelliBlocks(broken, 3)).toEqual(saltelliBlocks(whole, 3));
});
