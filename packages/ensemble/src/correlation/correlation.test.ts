import { describe, expect, test } from "vitest";
import { openFutures } from "../execute/futures.ts";
import { sampleJob } from "../execute/sample-job.ts";
import { type Correlation, checkCorrelations } from "./correlation.ts";

const size = 8192;
const correlations: readonly Correlation[] = [
  { between: [0, 3], rank: 0.7 },
  { between: [4, 0], rank: -0.4 },
];
const job = { ...sampleJob(size), correlations };

/** Shape [uncertainty][future]. */
function inputsOf(of: typeof job | ReturnType<typeof sampleJob>): readonly Float64Array[] {
  const { draw } = openFutures(of);
  const row = new Float64Array(of.uncertainties.length);
  const columns = of.uncertainties.map(() => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    draw(i, row);
    columns.forEach((column, at) => {
      column[i] = row[at]!;
    });
  }
  return columns;
}

const together = inputsOf(job);
const apart = inputsOf(sampleJob(size));

describe("correlated uncertainties", () => {
  test("have the rank correlations that were asked for, and no others", () => {
    // The standard error over this many independent futures is at most 1 / sqrt(8192) = 0.011; evenly placed ones do better.
    for (const [a, b, rank] of [
      [0, 3, 0.7],
      [0, 4, -0.4],
      [1, 2, 0],
      [0, 1, 0],
      [2, 3, 0],
    ] as const)
      expect(Math.abs(rankCorrelation(together[a]!, together[b]!) - rank)).toBeLessThan(0.02);
  });

  test("keep their own distributions", () => {
    together.forEach((column, at) => {
      const [now, before] = [column.toSorted(), apart[at]!.toSorted()];
      for (const share of [0.01, 0.1, 0.5, 0.9, 0.99]) {
        const [a, b] = [now[Math.floor(share * size)]!, before[Math.floor(share * size)]!];
        expect(Math.abs(a / b - 1)).toBeLessThan(0.03);
      }
    });
  });

  test("leave the others as they were, to the bit", () => {
    for (const at of [1, 2]) expect(together[at]).toEqual(apart[at]);
  });

  test("of an untouched first one keep it, but for rounding", () => {
    together[0]!.forEach((value, i) => {
      expect(Math.abs(value / apart[0]![i]! - 1)).toBeLessThan(1e-9);
    });
  });
});

for (const [what, wrong] of [
  ["an uncertainty that is not there", [{ between: [0, 9], rank: 0.5 }]],
  ["one with itself", [{ between: [1, 1], rank: 0.5 }]],
  ["a rank of one", [{ between: [0, 1], rank: 1 }]],
  ["a rank that is no number", [{ between: [0, 1], rank: Number.NaN }]],
  [
    "a pair twice",
    [
      { between: [0, 1], rank: 0.5 },
      { between: [1, 0], rank: 0.5 },
    ],
  ],
  [
    "two that go with a third, but against each other",
    [
      { between: [0, 1], rank: 0.9 },
      { between: [1, 2], rank: 0.9 },
      { between: [0, 2], rank: -0.9 },
    ],
  ],
] satisfies readonly (readonly [string, readonly Correlation[]])[])
  test(`${what} is a problem`, () => expect(checkCorrelations(wrong, 5)?.code).toBe("correlation"));

test("what can hold together is no problem", () => expect(checkCorrelations(correlations, 5)).toBeUndefined());

function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const squares = x.reduce((sum, rank, i) => sum + (rank - y[i]!) ** 2, 0);
  return 1 - (6 * squares) / (size * (size * size - 1));
}

function ranksOf(column: Float64Array): Float64Array {
  const ranks = new Float64Array(column.length);
  [...column.keys()]
    .sort((i, j) => column[i]! - column[j]!)
    .forEach((i, rank) => {
      ranks[i] = rank;
    });
  return ranks;
}
