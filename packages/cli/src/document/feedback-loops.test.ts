import { expect, test } from "vitest";
import { feedbackLoops } from "./feedback-loops.ts";

const all = { loops: 1e6, steps: 1e7 };

for (const [what, next, want] of [
  ["none in a chain", [[1], [2], []], []],
  ["one that a node has with itself", [[0]], [[0]]],
  [
    "two that share a node",
    [[1, 2], [0], [0]],
    [
      [0, 1],
      [0, 2],
    ],
  ],
  [
    "one within another",
    [[1], [2], [1, 0]],
    [
      [0, 1, 2],
      [1, 2],
    ],
  ],
  ["a way that leads nowhere is passed over", [[1], [2, 3], [0], []], [[0, 1, 2]]],
] as const)
  test(`loops: ${what}`, () => expect(feedbackLoops(next, all)).toEqual({ loops: want, complete: true }));

// A complete graph of n nodes has sum over k of n! / ((n - k)! k) elementary loops: 20 for 4, 84 for 5.
for (const [n, count] of [
  [4, 20],
  [5, 84],
  [6, 409],
] as const)
  test(`a complete graph of ${n} nodes has ${count} loops`, () => {
    const next = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j).filter((j) => j !== i));
    const { loops } = feedbackLoops(next, all);
    expect(loops).toHaveLength(count);
    expect(new Set(loops.map((loop) => loop.join())).size).toBe(count);
  });

test("a search that is cut off says so", () => {
  const next = Array.from({ length: 40 }, (_, i) => Array.from({ length: 40 }, (_, j) => j).filter((j) => j !== i));
  expect(feedbackLoops(next, { loops: 100, steps: 1e6 })).toMatchObject({ complete: false });
});

test("a ring of 50,000 is walked without a deep stack", () =>
  expect(
    feedbackLoops(
      Array.from({ length: 50_000 }, (_, i) => [(i + 1) % 50_000]),
      { loops: 1, steps: 1e6 },
    ).loops,
  ).toHaveLength(1));
