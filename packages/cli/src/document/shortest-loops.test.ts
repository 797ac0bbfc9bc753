import fc from "fast-check";
import { expect, test } from "vitest";
import { feedbackLoops } from "./feedback-loops.ts";
import { shortestLoops } from "./shortest-loops.ts";

const all = { loops: 1e6, steps: 1e7 };
const linksOf = (loops: readonly (readonly number[])[]) =>
  new Set(loops.flatMap((loop) => loop.map((node, k) => `${node} ${loop[(k + 1) % loop.length]}`)));

for (const [what, next, want] of [
  ["none in a chain", [[1], [2], []], []],
  ["one that a node has with itself", [[0]], [[0]]],
  [
    "the shorter first",
    [[1], [2], [1, 0]],
    [
      [1, 2],
      [0, 1, 2],
    ],
  ],
] as const)
  test(`shortest loops: ${what}`, () =>
    expect(shortestLoops(next, all).loops.map((loop) => [...loop].sort())).toEqual(want));

test("every link that is in a loop is in one of the shortest, and each of these is a loop", () => {
  const graph = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(graph, (next) => {
      const every = feedbackLoops(next, all).loops;
      const { loops, complete } = shortestLoops(next, all);
      expect(complete).toBe(true);
      expect(linksOf(loops)).toEqual(linksOf(every));
      const known = new Set(every.map((loop) => [...loop].sort().join()));
      for (const loop of loops) expect(known.has([...loop].sort().join())).toBe(true);
      expect(loops.length).toBeLessThanOrEqual(linksOf(every).size);
    }),
  );
});
