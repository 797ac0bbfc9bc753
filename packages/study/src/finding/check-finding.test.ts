import { describe, expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { outlineOf } from "../read/study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { runStudy } from "./run-study.ts";

const withChecks = (checks: string) =>
  readStudy(new Map(tinyStudy).set("study.yaml", `${tinyStudy.get("study.yaml")}checks:\n${checks}`));

describe("checks in every future", async () => {
  const { value: study } = withChecks(`
  at-least-nothing:
    says: The level is never below nothing.
    test: { not: { measure: level, under: every-policy, figure: { minimum: [0, 10] }, is: below, limit: 0 item } }
  at-most-hundred:
    says: The level stays below a hundred.
    test: { measure: level, under: every-policy, is: below, limit: 100 item }
  boost-at-most:
    says: The boost brings no more than 175.
    test: { measure: level, under: boost, is: below, limit: 175 item }
`);
  const inputs = [
    [0, 40, 100, 80],
    [1, 2, 3, 4],
    [1, 1, 2, 2],
  ];
  // The level at the end, start + 10 inflow: 10, 60, 130, 120; the boost adds 50.
  const { checks } = await runStudy(study!, { inputs, threads: 0 });

  test("one that always holds is broken nowhere", () =>
    expect(checks[0]).toEqual({ id: "at-least-nothing", futures: 4, broken: 0, policies: [], examples: [] }));

  test("one asked of every policy says where it breaks, and under which", () =>
    expect(checks[1]).toEqual({
      id: "at-most-hundred",
      futures: 4,
      broken: 3,
      policies: [
        { policy: "as-is", broken: 2 },
        { policy: "boost", broken: 3 },
      ],
      examples: [1, 2, 3],
    }));

  test("one may name its policy", () =>
    expect(checks[2]).toEqual({ id: "boost-at-most", futures: 4, broken: 1, policies: [], examples: [2] }));
});

test("a check that names what is not there is told once, at its place", () => {
  const { value, diagnostics } = withChecks(
    "  wrong: { says: Wrong., test: { measure: lever, under: every-policy, is: below, limit: 1 item } }\n",
  );
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, span: { source, start, end } }) => [code, source.text.slice(start, end)])).toEqual([
    ["unknown-id", "lever"],
  ]);
});

const withModel = (equations: string) =>
  readStudy(new Map(tinyStudy).set("model/level.mdl", `${tinyStudy.get("model/level.mdl")}${equations}`));

describe("a model's own checks in every future", async () => {
  const { value: study, diagnostics } = withModel(`
nothing comes nothing grows :THE CONDITION: Inflow = 0 :IMPLIES: Level <= Start ~~ Without an inflow nothing is added. |
never past a hundred :THE CONDITION: Noise > 0 :IMPLIES: Level <= 100 ~~|
doubled :TEST INPUT: Inflow = RC STEP(Inflow, 2, 5) ~~|
doubling adds little :THE CONDITION: doubled :IMPLIES: Level <= RC STEP CHECK(0, Level, 3, 5) ~~|
is odd :THE CONDITION: Inflow <> 0 :IMPLIES: Level > 0 ~~|
in a circle :THE CONDITION: Extra = Level :IMPLIES: Level > 0 ~~|
in a tighter circle :THE CONDITION: Noise = Echo :IMPLIES: Level > 0 ~~|
`);
  const inputs = [
    [0, 40, 100, 80],
    [1, 2, 3, 4],
    [1, 1, 2, 2],
  ];

  test("what cannot be run is told at its place, and why", () =>
    expect(
      diagnostics.map(({ code, span, facts }) => [code, span.source.file, facts["reason" as keyof typeof facts]]),
    ).toEqual([
      ["reality-check-refused", "model/level.mdl", "its condition is more than comparisons, :AND: and :OR:"],
      ["reality-check-refused", "model/level.mdl", expect.stringContaining("with its condition forced, ")],
    ]));

  const { checks } = await runStudy(study!, { inputs, threads: 0 });

  // Under the boost 5 more come a month. The level at the end is 10, 60, 130 and 120 without it, and 50 more with it.
  test("each is put to every future under every policy, though it forces what differs between them", () =>
    expect(checks.map(({ id, broken, policies, examples }) => ({ id, broken, policies, examples }))).toEqual([
      {
        id: "nothing comes nothing grows",
        broken: 4,
        policies: [{ policy: "boost", broken: 4 }],
        examples: [0, 1, 2, 3],
      },
      {
        id: "never past a hundred",
        broken: 3,
        policies: [
          { policy: "as-is", broken: 2 },
          { policy: "boost", broken: 3 },
        ],
        examples: [1, 2, 3],
      },
      // At 5 the level is 5, 50, 115 and 100; at 10 it is 15, 70, 145 and 140. With the boost 30, 75, 140, 125; 65, 120, 195, 190.
      { id: "doubling adds little", broken: 0, policies: [], examples: [] },
      // Where a future begins at 0 it is so at the start, whatever is added after.
      {
        id: "in a circle",
        broken: 1,
        policies: [
          { policy: "as-is", broken: 1 },
          { policy: "boost", broken: 1 },
        ],
        examples: [0],
      },
    ]));

  test("a page is told of them, and not of what is run for them", () => {
    const { realityChecks, ...outline } = outlineOf(study!);
    expect(realityChecks[0]).toEqual({
      id: "nothing comes nothing grows",
      says: "Without an inflow nothing is added.",
    });
    expect(outline).not.toHaveProperty("realityTests");
  });
});
