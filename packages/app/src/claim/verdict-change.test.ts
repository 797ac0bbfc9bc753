import type { ShareAt } from "@sequitur/analysis";
import { expect, test } from "vitest";
import { shareAt, wordAt, wordChanges } from "./verdict-change.ts";

const along = (share: (value: number) => number): readonly ShareAt[] =>
  Array.from({ length: 101 }, (_, i) => ({ value: i, share: share(i), low: share(i) - 0.1, high: share(i) + 0.1 }));

test("a share that rises from 0 to 1 passes each word once, where it passes its bound", () => {
  const changes = wordChanges(along((value) => value / 100));
  expect(changes.map(({ before, after }) => `${before} > ${after}`)).toEqual([
    "almost-none > few",
    "few > about-half",
    "about-half > most",
    "most > nearly-all",
  ]);
  for (const [i, bound] of [10, 40, 60, 90].entries())
    expect(Math.abs(changes[i]!.value - bound)).toBeLessThanOrEqual(1);
});

test("what only flickers about a bound changes once, and what stays changes never", () => {
  const flickers = wordChanges(
    along((value) => (value < 50 ? 0.59 : 0.61) + (value === 49 || value === 51 ? 0.02 : -0.005 * (value % 2))),
  );
  expect(flickers.length).toBeLessThanOrEqual(1);
  expect(wordChanges(along(() => 0.5))).toEqual([]);
});

test("between two places the share is between theirs, beyond the ends it is that of the end", () => {
  expect(
    shareAt(
      along((value) => value / 100),
      12.5,
    ).share,
  ).toBeCloseTo(0.125, 12);
  expect(
    shareAt(
      along(() => 0.5),
      -3,
    ),
  ).toMatchObject({ value: -3, share: 0.5 });
  expect(
    shareAt(
      along(() => 0.5),
      300,
    ),
  ).toMatchObject({ value: 300, share: 0.5 });
});

test("a share that is read from a line never says all or none", () => {
  expect([wordAt(0), wordAt(1)]).toEqual(["almost-none", "nearly-all"]);
});
