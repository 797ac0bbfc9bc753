import { describe, expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { turnsOnSource } from "./conflict-finding.ts";
import { runStudy } from "./run-study.ts";

const text = tinyStudy.get("study.yaml")!;
const withConflict = (sides: string) =>
  readStudy(
    new Map(tinyStudy).set(
      "study.yaml",
      text.replace(
        "spread: { uniform: [0, 100] }, sources",
        `spread: { uniform: [0, 100] }, conflict: ${sides}, sources`,
      ),
    ),
  );
const low = "{ sources: [book], high: 50, says: Little }";
const high = "{ sources: [book], low: 50, says: Much }";

// The level is start + 10 inflow, both even over 0 to 100: above 100 in an eighth of all futures where start is below 50, else in three.
test("a verdict is given within what each source says", async () => {
  const { claims } = await runStudy(withConflict(`[${low}, ${high}]`).value!, { futures: 4096 });
  const [finding] = claims.find(({ id }) => id === "above-hundred")!.conflicts;
  expect(finding!.uncertainty).toBe("start");
  expect(finding!.sides.map(({ side, verdict }) => [side, verdict])).toEqual([
    [0, "few"],
    [1, "most"],
  ]);
  expect(finding!.sides[0]!.share).toBeCloseTo(0.25, 2);
  expect(finding!.sides[1]!.share).toBeCloseTo(0.75, 2);
  expect(finding!.sides.reduce((sum, { futures }) => sum + futures, 0)).toBe(4096);
  expect([finding!.decides, turnsOnSource(finding!)]).toEqual([true, true]);
});

test("one that holds whatever the source says turns on none", async () => {
  const { claims } = await runStudy(withConflict(`[${low}, ${high}]`).value!, { futures: 256 });
  const [finding] = claims.find(({ id }) => id === "boost-raises")!.conflicts;
  expect([finding!.decides, turnsOnSource(finding!)]).toEqual([false, false]);
});

test("shares that differ by less than ten points turn nothing, though their words differ", () => {
  const side = (share: number, verdict: "most" | "nearly-all" | "about-half") => ({
    side: 0,
    futures: 5000,
    verdict,
    share,
    interval: [share - 0.01, share + 0.01] as const,
  });
  const turns = (...sides: readonly ReturnType<typeof side>[]) =>
    turnsOnSource({ uncertainty: "start", sides, decides: false });
  expect(turns(side(0.88, "most"), side(0.92, "nearly-all"))).toBe(false);
  expect(turns(side(0.92, "nearly-all"), side(0.75, "most"))).toBe(true);
  expect(turns(side(0.62, "most"), side(0.75, "most"))).toBe(false);
});

describe("what conflicts may say is checked", () => {
  for (const [what, sides, codes] of [
    ["a part beyond the spread", `[${low}, { sources: [book], low: 50, high: 120, says: More }]`, ["conflict-outside"]],
    ["a part with nothing in it", `[${low}, { sources: [book], low: 60, high: 60, says: None }]`, ["conflict-outside"]],
    ["a source that is not there", `[${low}, { sources: [bok], low: 50, says: Much }]`, ["unknown-id"]],
    ["one side alone", `[${low}]`, ["bad-value"]],
  ] as const)
    test(what, () => expect(withConflict(sides).diagnostics.map(({ code }) => code)).toEqual(codes));
});
