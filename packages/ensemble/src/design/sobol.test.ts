import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDesign } from "./designs.ts";
import { directionNumbers } from "./direction-numbers.ts";
import { owenScrambling } from "./owen-scrambling.ts";
import { scrambledSobol } from "./sobol.ts";
import { sobolDimensions, sobolSequence } from "./sobol-sequence.ts";

const reference = join(import.meta.dirname, "../../../../../shared/reference");
const isThere = existsSync(reference);

describe.skipIf(!isThere)("against the reference values beside the repository (skipped where they are not)", () => {
  test("points are those of SciPy 1.10, in ten dimensions up to the last", () => {
    const [head, ...rows] = read("sobol-unscrambled.csv");
    const dimensions = head!
      .split(",")
      .slice(1)
      .map((name) => Number(name.slice(1)) - 1);
    const { digits } = sobolSequence(sobolDimensions);
    expect(rows.length).toBe(64);
    for (const row of rows) {
      const [i, ...want] = row.split(",").map(Number);
      expect(dimensions.map((d) => digits(i!, d) / 2 ** 32)).toEqual(want);
    }
  });

  test("direction numbers are those that Joe and Kuo published", () => {
    const published = read("joe-kuo.txt")
      .filter((line) => !line.startsWith("#"))
      .map((line) => line.trim().split(" ").slice(2).join(" "));
    expect(
      directionNumbers
        .trim()
        .split(";")
        .map((entry) => entry.trim().replace(/\s+/g, " ")),
    ).toEqual(published);
  });

  function read(name: string): readonly string[] {
    return readFileSync(join(reference, name), "utf8").trim().split("\n");
  }
});

// From the same table, for where it is not at hand: points 1 to 7 of dimensions 2, 3, 5 and 1111.
test.each([
  [1, [0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625]],
  [2, [0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375]],
  [4, [0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125]],
  [1110, [0.5, 0.75, 0.25, 0.875, 0.375, 0.125, 0.625]],
])("dimension index %i begins as in the published table", (dimension, want) => {
  const { digits } = sobolSequence(sobolDimensions);
  expect([1, 2, 3, 4, 5, 6, 7].map((i) => digits(i, dimension) / 2 ** 32)).toEqual(want);
});

test("in every one of 1,111 dimensions, any aligned run of 256 points has one in each 256th, scrambled or not", () => {
  const scrambled = scrambledSobol(sobolDimensions, 3);
  const { digits } = sobolSequence(sobolDimensions);
  for (let d = 0; d < sobolDimensions; d++) {
    const plain = new Set<number>();
    const moved = new Set<number>();
    for (let i = 512; i < 768; i++) {
      plain.add(digits(i, d) >>> 24);
      moved.add(Math.floor(scrambled(i, d) * 256));
    }
    expect([plain.size, moved.size]).toEqual([256, 256]);
  }
});

// Dimensions 1 and 2 of Sobol' points are a (0,2)-sequence in base 2 (Sobol' 1967; Niederreiter 1992, section 4.5).
test("in the first two dimensions, every elementary box holds one scrambled point: a (0,m,2)-net", () => {
  const m = 10;
  for (const seed of [1, 2, 3]) {
    const coordinate = scrambledSobol(2, seed);
    for (let k = 0; k <= m; k++) {
      const boxes = new Set<number>();
      for (let i = 0; i < 2 ** m; i++)
        boxes.add(Math.floor(coordinate(i, 0) * 2 ** k) * 2 ** (m - k) + Math.floor(coordinate(i, 1) * 2 ** (m - k)));
      expect(boxes.size).toBe(2 ** m);
    }
  }
});

test("scrambled numbers share exactly as many first digits as plain ones do", () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  const shared = fc.integer({ min: 0, max: 31 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 53 - 1 }),
      fc.nat(1110),
      word,
      word,
      shared,
      (seed, d, a, noise, keep) => {
        const scrambled = owenScrambling(seed);
        // b differs from a first in digit `keep`, and at random after it.
        const first = 0x80000000 >>> keep;
        const b = (a ^ first ^ (noise & (first - 1))) >>> 0;
        expect(sharedDigits(scrambled(a, d), scrambled(b, d))).toBe(keep);
      },
    ),
    { numRuns: 2000 },
  );
});

test("each of the first ten digits is flipped as often as not, by strings before it that do not agree", () => {
  const seeds = 4000;
  // Two points that part at digit 1 have flips of their own below it, so that all four outcomes are as likely.
  for (let digit = 2; digit <= 10; digit++) {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < seeds; seed++) {
      const scrambled = owenScrambling(seed);
      const left = Math.floor(scrambled(0, 0) * 2 ** digit) % 2;
      const right = Math.floor(scrambled(0x80000000, 0) * 2 ** digit) % 2;
      counts[2 * left + right]! += 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - seeds / 4) ** 2 / (seeds / 4), 0);
    expect(chiSquare).toBeLessThan(21.1); // 99.99 % of chi-square, 3 degrees of freedom
  }
});

test("one point over many seeds is uniform down to its last bits", () => {
  const seeds = 6400;
  const high = new Array<number>(64).fill(0);
  const low = new Array<number>(64).fill(0);
  for (let seed = 0; seed < seeds; seed++) {
    const x = scrambledSobol(3, seed)(0, 2);
    high[Math.floor(x * 64)]! += 1;
    low[(x * 2 ** 53) % 64]! += 1;
  }
  for (const counts of [high, low]) {
    const chiSquare = counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    expect(chiSquare).toBeLessThan(113.5); // 99.99 % of chi-square, 63 degrees of freedom
  }
});

// Owen 1997, Ann. Stat. 25, 1541-1562: for smooth integrands the error falls as n^-3/2 (but for logarithms); at random, as n^-1/2.
test("errors of a smooth integral fall with the power -3/2 of the number of points", () => {
  const [coarse, fine] = [rootMeanSquareError(2 ** 6), rootMeanSquareError(2 ** 10)];
  const slope = Math.log2(fine / coarse) / 4;
  expect(slope).toBeLessThan(-1.3);
  expect(slope).toBeGreaterThan(-1.8);
});

function rootMeanSquareError(size: number): number {
  const seeds = 100;
  const into = new Float64Array(2);
  let squares = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const design = openDesign({ kind: "sobol", size }, 2, seed);
    let sum = 0;
    for (let i = 0; i < size; i++) {
      design.point(i, into);
      sum += into[0]! * into[1]! * (1 + into[0]!);
    }
    squares += (sum / size - 5 / 12) ** 2;
  }
  return Math.sqrt(squares / seeds);
}

function sharedDigits(a: number, b: number): number {
  let digits = 0;
  while (digits < 53 && Math.floor(a * 2 ** (digits + 1)) === Math.floor(b * 2 ** (digits + 1))) digits++;
  return digits;
}
