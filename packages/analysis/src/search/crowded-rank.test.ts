import { expect, test } from "vitest";
import { crowdedRanks } from "./crowded-rank.ts";
import type { Judged } from "./solution.ts";

const judged = (objectives: readonly number[], violation = 0): Judged => ({
  objectives: Float64Array.from(objectives),
  violation,
});

test("fronts and crowding by hand (Deb et al. 2002)", () => {
  const ranks = crowdedRanks(
    [
      [0, 4],
      [1, 2],
      [3, 1],
      [4, 0],
      [2, 3],
      [4, 4],
    ].map((objectives) => judged(objectives)),
  );
  expect(ranks.map(({ front }) => front)).toEqual([0, 0, 0, 0, 1, 2]);
  // (3 - 0) / 4 + (4 - 1) / 4, and (4 - 1) / 4 + (2 - 0) / 4.
  expect(ranks.slice(0, 4).map(({ crowding }) => crowding)).toEqual([Infinity, 1.5, 1.25, Infinity]);
});

test("what breaks constraints comes after all that does not, by how much", () => {
  const ranks = crowdedRanks([judged([0, 0], 2), judged([9, 9]), judged([0, 0], 1), judged([0, 1], 2)]);
  expect(ranks.map(({ front }) => front)).toEqual([2, 0, 1, 2]);
});
