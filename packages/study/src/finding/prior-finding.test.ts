import { describe, expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { runStudy } from "./run-study.ts";

const withPriors = (priors: string) =>
  readStudy(new Map(tinyStudy).set("study.yaml", `${tinyStudy.get("study.yaml")}priors:\n${priors}`));

// The level is start + 10 inflow, both even over 0 to 100, so it is above a hundred with chance start / 100.
const { value: study } = withPriors(`
  own: { label: As it is, spreads: { start: { uniform: [0, 100] } }, assumed: true }
  low: { label: Starts low, says: Little is there., spreads: { start: { triangular: [0, 0, 100] } }, sources: [book] }
  narrow: { label: Starts at nothing, spreads: { start: { uniform: [0, 1] } }, assumed: true }
  beyond: { label: May start above, spreads: { start: { uniform: [0, 200] } }, assumed: true }
`);

describe("the share of a claim under each prior", async () => {
  const { priors, claims } = await runStudy(study!, { futures: 4096, threads: 0 });
  const claim = claims.find(({ id }) => id === "above-hundred")!;

  test("that the futures can tell of: density 2 (1 - x) brings E x = 1/3, and as much as 3/4 of the futures", () => {
    expect(claim.priors.map(({ prior }) => prior)).toEqual(["own", "low"]);
    const [own, low] = claim.priors;
    expect(own!.share).toBeCloseTo(claim.share!, 12);
    expect(low!.share).toBeCloseTo(1 / 3, 2);
    expect(low!.interval[0]).toBeLessThan(1 / 3);
    expect(low!.interval[1]).toBeGreaterThan(1 / 3);
    expect(priors[0]).toEqual({ id: "own", effective: 4096, covered: 1, refused: null });
    expect(priors[1]!.effective / 4096).toBeCloseTo(3 / 4, 2);
  });

  test("and why not of the others", () =>
    expect(priors.map(({ id, refused }) => [id, refused])).toEqual([
      ["own", null],
      ["low", null],
      ["narrow", "few"],
      ["beyond", "outside"],
    ]));

  test("a claim that is not tested has none", () =>
    expect(claims.find(({ id }) => id === "is-right")!.priors).toEqual([]));
});

test("futures that were given are weighed by none", async () => {
  const inputs = [Array.from({ length: 500 }, (_, i) => i / 5), Array(500).fill(5), Array(500).fill(1)];
  const { priors, claims } = await runStudy(study!, { inputs, threads: 0 });
  expect(new Set(priors.map(({ refused }) => refused))).toEqual(new Set(["given"]));
  expect(claims[0]!.priors).toEqual([]);
});

test("what cannot be weighed, or has no grounds, is said at its place", () => {
  const faults = (priors: string) =>
    withPriors(priors).diagnostics.map(({ code, span }) => [code, span.source.text.slice(span.start, span.end)]);
  expect(faults("  one: { label: One, spreads: { strat: { uniform: [0, 1] } }, assumed: true }\n")).toEqual([
    ["unknown-id", "strat"],
  ]);
  expect(faults("  one: { label: One, spreads: { start: { choice: [0, 1] } }, assumed: true }\n")).toEqual([
    ["bad-spread", "start"],
  ]);
  expect(faults("  one: { label: One, spreads: { start: { uniform: [0, 1] } } }\n")).toEqual([["no-grounds", "one"]]);
});
