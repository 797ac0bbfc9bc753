import { array, assert, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { type CausalGraph, cyclePartition } from "./causal-graph.ts";
import { enumerateLoops } from "./loop-enumeration.ts";
import { strongestLoops } from "./strongest-loops.ts";

const graphOf = (variables: number, pairs: readonly (readonly [number, number])[]): CausalGraph => ({
  variables,
  links: pairs.map(([from, to]) => ({ from, to, kind: "inflow" })),
});
const complete = (n: number) =>
  graphOf(
    n,
    Array.from({ length: n * n }, (_, at) => [Math.floor(at / n), at % n] as const).filter(([a, b]) => a !== b),
  );

// A complete graph on n variables has the sum over k ≥ 2 of n! / ((n - k)! k) loops: 1, 5, 20, 84, 409.
describe("counts of complete graphs (Johnson 1975)", () => {
  for (const [n, count] of [
    [2, 1],
    [3, 5],
    [4, 20],
    [5, 84],
    [6, 409],
  ] as const)
    test(`${n} variables`, () => {
      const { loops, complete: all } = enumerateLoops(complete(n));
      expect(loops).toHaveLength(count);
      expect(all).toBe(true);
    });
});

test("every loop once, from its lowest variable; parallel links and links to oneself are loops of their own", () => {
  const { loops } = enumerateLoops(
    graphOf(3, [
      [0, 1],
      [1, 0],
      [1, 0],
      [2, 2],
      [1, 2],
    ]),
  );
  expect(loops.map(({ links }) => links)).toEqual([[0, 1], [0, 2], [3]]);
});

test("a limit is kept, and told", () => {
  const { loops, complete: all } = enumerateLoops(complete(12), 100);
  expect(loops).toHaveLength(100);
  expect(all).toBe(false);
  expect(enumerateLoops(complete(4), 20).complete).toBe(true);
});

test("a loop of 50,000 variables does not overflow the stack", () => {
  const n = 50_000;
  const ring = graphOf(
    n,
    Array.from({ length: n }, (_, i) => [i, (i + 1) % n]),
  );
  expect(new Set(cyclePartition(ring)).size).toBe(1);
  const scores = ring.links.map(() => Float64Array.from([0, 1]));
  expect(
    strongestLoops(
      { ...ring, links: ring.links.map((link, i) => ({ ...link, kind: i === 0 ? "inflow" : "instant" })) },
      scores,
    )[0]!.links,
  ).toHaveLength(n);
});

test("the same loops as by trying every path, in any graph", () => {
  const pair = tuple(integer({ min: 0, max: 4 }), integer({ min: 0, max: 4 }));
  assert(
    property(array(pair, { maxLength: 12 }), (pairs) => {
      const graph = graphOf(5, pairs);
      const found: string[] = [];
      const walk = (start: number, at: number, taken: readonly number[], seen: readonly number[]) => {
        for (const [link, { from, to }] of graph.links.entries()) {
          if (from !== at || to < start) continue;
          if (to === start) found.push([...taken, link].join());
          else if (!seen.includes(to)) walk(start, to, [...taken, link], [...seen, to]);
        }
      };
      for (let start = 0; start < 5; start++) walk(start, start, [], [start]);
      expect(
        enumerateLoops(graph)
          .loops.map(({ links }) => links.join())
          .sort(),
      ).toEqual(found.sort());
    }),
  );
});
