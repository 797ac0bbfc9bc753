import { expect, test } from "vitest";
import type { CausalGraph } from "./causal-graph.ts";
import { loopDrives } from "./loop-drive.ts";
import { enumerateLoops } from "./loop-enumeration.ts";
import { relativeScores } from "./loop-score.ts";

const instant = (from: number, to: number) => ({ from, to, kind: "instant" }) as const;

// Two loops, 0 ⇄ 1 and 2 ⇄ 3; both act on 5, the second by way of 4.
const graph: CausalGraph = {
  variables: 6,
  links: [instant(0, 1), instant(1, 0), instant(2, 3), instant(3, 2), instant(0, 5), instant(3, 4), instant(4, 5)],
};
const { loops } = enumerateLoops(graph);
const columns = (...scores: readonly number[]) => scores.map((score) => Float64Array.of(score));

function drives(variable: number, ...path: readonly [number, number, number]) {
  const links = columns(1, 1, 1, -1, ...path);
  const relative = relativeScores(graph, loops, columns(1, -1));
  return loopDrives(graph, loops, variable)(links, relative).map(([part]) => part);
}

test("a variable in a loop is driven by the loops through it alone", () => {
  expect(drives(1, 0.3, 1, 0.1)).toEqual([1, 0]);
  expect(drives(2, 0.3, 1, 0.1)).toEqual([0, -1]);
});

test("one outside them by the scores of the paths that lead there", () => {
  // Along the paths 0.6 against 0.5 · 0.4.
  const [first, second] = drives(5, 0.6, 0.5, 0.4);
  expect(first).toBeCloseTo(0.75, 12);
  expect(second).toBeCloseTo(-0.25, 12);
  expect(drives(4, 0.6, 0.5, 0.4)).toEqual([0, -1]);
});

test("where no path has a score nothing drives it", () => expect(drives(5, 0, 0.5, 0)).toEqual([0, 0]));
