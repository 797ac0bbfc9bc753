import { describe, expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
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
